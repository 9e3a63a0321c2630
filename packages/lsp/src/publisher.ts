import type { Draft } from './draft.ts'
import { tellingOf } from './requests/diagnostics.ts'
import type { Session } from './session.ts'

/** Sends diagnostics to editors that do not ask for them: at most once a version, never for one that has passed. */
export class Publisher {
  readonly #session: Session
  readonly #waiting = new Set<Draft>()

  constructor(session: Session) {
    this.#session = session
  }

  /** Checks soon: what the editor has already sent is read first, so that a burst of edits is checked once. */
  schedule(draft: Draft): void {
    if (this.#session.client.pullsDiagnostics || this.#waiting.has(draft)) return
    this.#waiting.add(draft)
    setTimeout(() => {
      this.#waiting.delete(draft)
      this.#publish(draft).catch((error: unknown) => this.#session.connection.console.error(String(error)))
    }, 0)
  }

  /** A closed document has no diagnostics. */
  close(draft: Draft): void {
    if (this.#session.client.pullsDiagnostics || draft.published === undefined) return
    void this.#session.connection.sendDiagnostics({ uri: draft.document.uri, diagnostics: [] })
  }

  async #publish(draft: Draft): Promise<void> {
    const { epoch } = this.#session
    const checked = await draft.check()
    const { uri } = draft.document
    const isCurrent = this.#session.draft(uri) === draft && epoch === this.#session.epoch
    if (!isCurrent || draft.published === checked.version) return
    draft.published = checked.version
    const { items } = tellingOf(checked, this.#session)
    await this.#session.connection.sendDiagnostics({ uri, version: checked.version, diagnostics: [...items] })
  }
}
