import type { SegmentSpan } from '../../types.ts'

/** A title between book-title marks. */
export interface MarkedTitle {
  /** What stands between the marks, inner marks included. */
  readonly text: string
  /** Of `text`, without the marks. */
  readonly span: SegmentSpan
  /** Just after the closing mark. */
  readonly end: number
  /** Inside another title: 《……关于适用〈……〉的解释》. */
  readonly nested: boolean
}

/** What the book-title marks of one segment hold. */
export interface MarkedTitles {
  readonly titles: readonly MarkedTitle[]
  /** Offsets just after 《 that nothing closes. */
  readonly unclosed: readonly number[]
  /** Offsets of 》 that nothing opens. */
  readonly unopened: readonly number[]
}

/** Those of a segment without marks. */
export const noTitles: MarkedTitles = { titles: [], unclosed: [], unopened: [] }

const mark = /[《》〈〉]/g

/** Pairs the book-title marks of a segment, 《》 and 〈〉, at any depth; titles in the order they begin. */
export function readMarkedTitles(text: string): MarkedTitles {
  const open: number[] = []
  const titles: MarkedTitle[] = []
  const unopened: number[] = []
  mark.lastIndex = 0
  while (mark.test(text)) {
    const at = mark.lastIndex - 1
    const char = text[at]
    if (char === '《' || char === '〈') {
      open.push(at + 1)
      continue
    }
    const start = open.pop()
    if (start === undefined) unopened.push(at)
    else titles.push({ text: text.slice(start, at), span: { start, end: at }, end: at + 1, nested: open.length > 0 })
  }
  if (titles.length === 0 && open.length === 0 && unopened.length === 0) return noTitles
  if (titles.length > 1) titles.sort((a, b) => a.span.start - b.span.start)
  return { titles: open.length === 0 ? titles : titles.map((title) => unnest(title, open)), unclosed: open, unopened }
}

/** A mark that is never closed holds nothing. */
function unnest(title: MarkedTitle, open: readonly number[]): MarkedTitle {
  return title.nested && open.every((start) => start < title.span.start) ? { ...title, nested: false } : title
}
