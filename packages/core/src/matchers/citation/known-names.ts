import type { Resolution } from '../../laws/law-index.ts'
import type { Segment, SegmentSpan } from '../../types.ts'

/** A title whose closing mark stands in the next segment. */
export interface OpenTitle {
  readonly segment: Segment
  readonly span: SegmentSpan
}

/** What a document has said of names, up to some segment. */
export class KnownNames {
  /** Short names that the text defined; null when they stand for something that is no national law. */
  readonly names: Map<string, Resolution | null> = new Map()
  /** Ends of titles that begin with a place: 安全生产条例 of 湖北省安全生产条例. */
  readonly local: Set<string> = new Set()

  /** For the reading of one more segment, before which a title may have been left open. */
  beginning(open: OpenTitle | undefined): AskedNames {
    return new AskedNames(this, open)
  }

  /** What a segment defined holds for those behind it. */
  learn({ asked }: { readonly asked: AskedNames }): void {
    if (asked.defined !== undefined) for (const [name, resolution] of asked.defined) this.names.set(name, resolution)
    if (asked.definedLocal !== undefined) for (const key of asked.definedLocal) this.local.add(key)
  }
}

/** What the reading of one segment asked of the rest of the document, with the answers, and what it defined itself. */
export class AskedNames {
  readonly open: OpenTitle | undefined
  /** What it defined; most segments define nothing. */
  defined: Map<string, Resolution | null> | undefined
  definedLocal: Set<string> | undefined
  readonly #names: (readonly [key: string, named: Resolution | null | undefined])[] = []
  readonly #local: (readonly [key: string, isLocal: boolean])[] = []
  #known: KnownNames | undefined

  constructor(known: KnownNames, open: OpenTitle | undefined) {
    this.#known = known
    this.open = open
  }

  named(key: string): Resolution | null | undefined {
    const own = this.defined?.get(key)
    if (own !== undefined) return own
    const named = this.#known?.names.get(key)
    this.#names.push([key, named])
    return named
  }

  isLocal(key: string): boolean {
    if (this.definedLocal?.has(key) === true) return true
    const isLocal = this.#known?.local.has(key) === true
    this.#local.push([key, isLocal])
    return isLocal
  }

  define(name: string, resolution: Resolution | null): void {
    this.defined ??= new Map()
    this.defined.set(name, resolution)
  }

  defineLocal(key: string): void {
    this.definedLocal ??= new Set()
    this.definedLocal.add(key)
  }

  /** Nothing more is asked: the document's names of that day need not be kept. */
  settle(): void {
    this.#known = undefined
  }

  /** Whether everything that was asked would be answered alike now. */
  isAnswered(open: OpenTitle | undefined, { names, local }: KnownNames): boolean {
    return (
      open === this.open &&
      this.#names.every(([key, named]) => names.get(key) === named) &&
      this.#local.every(([key, isLocal]) => local.has(key) === isLocal)
    )
  }
}
