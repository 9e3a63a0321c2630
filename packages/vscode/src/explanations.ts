import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
  workspace,
} from 'vscode'

const PLACE = Uri.parse('kanwu:/说明.md')

/** Shows explanations as a rendered page beside the draft. */
export class Explanations implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>()
  readonly #registration: Disposable = workspace.registerTextDocumentContentProvider('kanwu', this)
  readonly onDidChange: Event<Uri> = this.#changed.event
  #text = ''

  /** `markdown` replaces what was shown before. */
  async show(markdown: string): Promise<void> {
    this.#text = markdown
    this.#changed.fire(PLACE)
    await commands.executeCommand('markdown.showPreviewToSide', PLACE)
  }

  provideTextDocumentContent(): string {
    return this.#text
  }

  dispose(): void {
    this.#registration.dispose()
    this.#changed.dispose()
  }
}
