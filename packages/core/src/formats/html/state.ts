import type { Context } from './open-elements.ts'

/** What is open between two tags, where nothing is half read; never changed. */
export interface HtmlState {
  readonly elements: readonly OpenElement[]
  readonly marker: string | undefined
  /** Equal where reading would go on alike. */
  readonly key: string
}

interface OpenElement {
  readonly name: string
  readonly context: Context
}

/** Copies what is open; undefined where that is too deep to be carried along. */
export function stateOf(open: readonly OpenElement[], marker: string | undefined): HtmlState | undefined {
  if (open.length > DEEPEST) return undefined
  const elements = copyOf(open)
  return { elements, marker, key: JSON.stringify([elements, marker]) }
}

/** A page's wording is hardly ever deeper; whoever nests without end is read in one piece. */
const DEEPEST = 60

/** Contexts hold counters that move on and are shared with inner elements; so are the copies'. */
export function copyOf(elements: readonly OpenElement[]): OpenElement[] {
  const copies = new Map<object, object>()
  const copied = <Counter extends object>(counter: Counter): Counter => {
    const copy = copies.get(counter) ?? { ...counter }
    copies.set(counter, copy)
    return copy as Counter
  }
  return elements.map(({ name, context }) => ({
    name,
    context: {
      ...context,
      table: context.table && copied(context.table),
      list: context.list && copied(context.list),
    },
  }))
}
