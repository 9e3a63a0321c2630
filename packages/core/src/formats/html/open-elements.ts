import type { Segment } from '../../types.ts'
import { BARRIERS, closesImplicitly, TABLE_TAGS } from './elements.ts'
import type { TableGrid } from './table-grid.ts'

/** `skipped`: no wording at all. `hidden`: kept, but not what a reader sees. */
export type Visibility = 'shown' | 'hidden' | 'skipped'

/** What holds within an element; inner elements inherit it. All have all properties, for one that lacks some is copied slowly. */
export interface Context {
  readonly visibility: Visibility
  /** White space stands as it is. */
  readonly preformatted: boolean
  readonly level: number | undefined
  readonly isTitle: boolean
  readonly cell: Segment['cell']
  /** The counters of the innermost table and list; they move on as rows, cells and items open. */
  readonly table: TableGrid | undefined
  readonly list: { readonly isOrdered: boolean; count: number } | undefined
}

interface OpenElement {
  readonly name: string
  /** Where its start tag begins. */
  readonly start: number
  readonly context: Context
  /** How many elements of each name are open since the innermost barrier; counting keeps every end tag O(1). */
  readonly reachable: Map<string, number>
}

const NOTHING_OPEN: Context = {
  visibility: 'shown',
  preformatted: false,
  level: undefined,
  isTitle: false,
  cell: undefined,
  table: undefined,
  list: undefined,
}

/** The elements that are open at a place: a stack that never searches, so that depth costs nothing. */
export class OpenElements {
  readonly #stack: OpenElement[] = []
  readonly #outermost = new Map<string, number>()
  readonly #tableTags = new Map<string, number>()

  get context(): Context {
    return this.#stack.at(-1)?.context ?? NOTHING_OPEN
  }

  get innermost(): { readonly name: string; readonly start: number } | undefined {
    return this.#stack.at(-1)
  }

  /** All that are open, outermost first. */
  get all(): readonly { readonly name: string; readonly context: Context }[] {
    return this.#stack
  }

  open({ name, start }: { readonly name: string; readonly start: number }, context: Context): void {
    add(TABLE_TAGS.has(name) ? this.#tableTags : this.#reachable, name, 1)
    const reachable = BARRIERS.has(name) ? new Map<string, number>() : this.#reachable
    this.#stack.push({ name, start, context, reachable })
  }

  /** Closes what may be left open before the start tag `name`: `<p>` before `<p>`, `<td>` before `<tr>`. */
  closeBefore(name: string): void {
    let open = this.innermost
    while (open !== undefined && closesImplicitly(name, open.name)) {
      this.#pop()
      open = this.innermost
    }
  }

  /** Closes the innermost element of that name and all within it; an end tag without an element does nothing. */
  close(name: string): void {
    const open = TABLE_TAGS.has(name) ? this.#tableTags : this.#reachable
    if ((open.get(name) ?? 0) === 0) return
    while (this.#pop() !== name);
  }

  get #reachable(): Map<string, number> {
    return this.#stack.at(-1)?.reachable ?? this.#outermost
  }

  #pop(): string | undefined {
    const name = this.#stack.pop()?.name
    if (name !== undefined) add(TABLE_TAGS.has(name) ? this.#tableTags : this.#reachable, name, -1)
    return name
  }
}

function add(counts: Map<string, number>, name: string, step: number): void {
  counts.set(name, (counts.get(name) ?? 0) + step)
}
