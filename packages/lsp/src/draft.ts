import type { FileReport, Rule, Rulebook } from '@kanwu/core'
import type { OpenDocument } from './from-lsp/open-document.ts'
import type { OpenedProject } from './host.ts'
import { Told } from './told.ts'

/** What is known of an open draft at one version. */
export interface CheckedDraft {
  readonly document: OpenDocument
  readonly version: number
  readonly report: FileReport
  readonly project: OpenedProject
  readonly rules: ReadonlyMap<string, Rule>
  readonly told: Told
}

/** How a draft gets its project and its format; both may change while it is open. */
export interface DraftSurroundings {
  openProject(uri: string): Promise<OpenedProject>
  formatOf(languageId: string): string | undefined
}

/** An open document with its latest report: checked once a version, however many ask. */
export class Draft {
  readonly document: OpenDocument
  /** The version whose diagnostics were last sent, `undefined` when they no longer hold. */
  published: number | undefined
  readonly #surroundings: DraftSurroundings
  #project: Promise<OpenedProject> | undefined
  #checked: CheckedDraft | undefined
  #told = new Told()

  constructor(document: OpenDocument, surroundings: DraftSurroundings) {
    this.document = document
    this.#surroundings = surroundings
  }

  /** The report on the text as it is when the project is open: never on an older one. */
  async check(): Promise<CheckedDraft> {
    this.#project ??= this.#surroundings.openProject(this.document.uri)
    const opening = this.#project
    const project = await opening
    if (opening !== this.#project) return this.check()
    const { version } = this.document
    if (this.#checked?.version === version) return this.#checked
    this.#checked = this.#checkNow(project, version)
    return this.#checked
  }

  /** Something outside the text has changed: the next check opens the project anew. */
  forget(): void {
    this.#project = undefined
    this.#checked = undefined
    this.#told = new Told()
    this.published = undefined
  }

  #checkNow(project: OpenedProject, version: number): CheckedDraft {
    const { document } = this
    const format = this.#surroundings.formatOf(document.languageId)
    const { text, uri } = document
    const report = project.check({ text, uri, ...(format === undefined ? {} : { format }) })
    return { document, version, report, project, rules: rulesById(project.rulebook), told: this.#told }
  }
}

const indexes = new WeakMap<Rulebook, ReadonlyMap<string, Rule>>()

function rulesById(rulebook: Rulebook): ReadonlyMap<string, Rule> {
  const index = indexes.get(rulebook) ?? new Map(rulebook.rules.map((rule) => [rule.id, rule]))
  indexes.set(rulebook, index)
  return index
}
