import type { Finding } from '@kanwu/core'
import type { Diagnostic } from 'vscode-languageserver'

/** What an editor is told of a draft, under a name that stays as long as it does. */
export interface Telling {
  readonly resultId: string
  readonly items: readonly Diagnostic[]
}

/** A diagnostic, and the finding it was made of; problems have none. */
export interface ToldItem {
  readonly diagnostic: Diagnostic
  readonly finding?: Finding
}

/** What an editor was told of one draft: most of it is told again at the next key, and need not be made anew. */
export class Told {
  #items: readonly ToldItem[] = []
  #known: ReadonlyMap<string, ToldItem> = new Map()
  #telling: Telling | undefined

  /** The diagnostic of before, when the finding and its range are as they were. */
  find(finding: Finding, range: Diagnostic['range']): Diagnostic | undefined {
    const known = this.#known.get(finding.fingerprint)
    if (known?.finding === undefined || !isSame(known.finding, finding)) return undefined
    return isEqual(known.diagnostic.range, range) ? known.diagnostic : undefined
  }

  /** Tells these; `name` gives a new name where they are not what was told last. */
  tell(items: readonly ToldItem[], name: () => string): Telling {
    const last = this.#items
    const isNew = items.length !== last.length || items.some((item, i) => !isAgain(item, last[i]!))
    this.#items = items
    this.#known = new Map(
      items.flatMap((item) => (item.finding === undefined ? [] : [[item.finding.fingerprint, item]])),
    )
    if (isNew || this.#telling === undefined) {
      this.#telling = { resultId: name(), items: items.map(({ diagnostic }) => diagnostic) }
    }
    return this.#telling
  }
}

function isAgain({ diagnostic }: ToldItem, { diagnostic: last }: ToldItem): boolean {
  return diagnostic === last || JSON.stringify(diagnostic) === JSON.stringify(last)
}

/** Whether two findings look alike in an editor; other places that explain them may have moved. */
function isSame(a: Finding, b: Finding): boolean {
  if (a === b) return a.related.length === 0
  const isAlike = a.rule === b.rule && a.severity === b.severity && a.message === b.message && a.why === b.why
  return isAlike && a.related.length + b.related.length === 0 && isEveryTextSame(a, b)
}

function isEveryTextSame({ suggestions: a }: Finding, { suggestions: b }: Finding): boolean {
  return a.length === b.length && a.every(({ text }, index) => text === b[index]!.text)
}

function isEqual({ start: a, end: b }: Diagnostic['range'], { start: c, end: d }: Diagnostic['range']): boolean {
  return a.line === c.line && a.character === c.character && b.line === d.line && b.character === d.character
}
