import type { Change } from './difference.ts'
import { gapKinds, type Skeleton, skeletonOf } from './skeleton.ts'

/** A stretch of a text that may be a broken form. */
export interface BrokenList {
  readonly changes: readonly Change[]
  readonly skeleton: Skeleton
  readonly start: number
  readonly end: number
}

/**
 * Whether the text has the list marks of a form, but an item between them lacks characters that its fellows of the same
 * length have, so that whole words around what is missing say nothing: 总揽全局、各方, 富强、、文明、和谐.
 */
export function isUneven(broken: BrokenList, form: () => { readonly text: string }): boolean {
  const { changes, skeleton, start, end } = broken
  if (changes.some(({ kind }) => kind !== 'dropped') || !hasListMark(skeleton, start, end)) return false
  const meant = skeletonOf(form().text)
  const bounds = boundsOf(meant)
  if (bounds.length < 3) return false
  const lacking = changes.map(({ form: stretch }) => withinItem(stretch, meant, bounds))
  const items = bounds.slice(1).map((to, i) => {
    const from = bounds[i]!
    return { from, to, lacks: lackingBefore(lacking, to) - lackingBefore(lacking, from) }
  })
  const placeOf = (bound: number) => start + bound - lackingBefore(lacking, bound)
  const isMarked = bounds.slice(1, -1).every((bound) => skeleton.gaps[placeOf(bound)]! >= gapKinds.list)
  if (!isMarked || items.every(({ lacks }) => lacks === 0)) return false
  return items.every((item) => {
    if (item.lacks === 0) return true
    const isHeld = item.lacks < item.to - item.from || standsEmpty(skeleton, placeOf(item.from))
    return isHeld && hasFellow(item, items)
  })
}

/** Characters `[start, end)` of a form. */
interface Stretch {
  readonly start: number
  readonly end: number
}

interface Item {
  readonly from: number
  readonly to: number
  /** How many of its characters the text lacks. */
  readonly lacks: number
}

function hasListMark({ gaps }: Skeleton, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (gaps[at]! >= gapKinds.list) return true
  return false
}

/** Where items begin, and where the last ends. */
function boundsOf({ codes, gaps }: Skeleton): number[] {
  const bounds = [0]
  for (let at = 1; at < codes.length; at++) if (gaps[at]! >= gapKinds.list) bounds.push(at)
  return [...bounds, codes.length]
}

/** Where a character recurs, what was left out may as well lie farther to the left: 早报告、早隔离 without 报告早 or 早报告. */
function withinItem({ start, end }: Stretch, { codes }: Skeleton, bounds: readonly number[]): Stretch {
  for (let by = 0; by < end - start; by++) {
    if (!bounds.some((bound) => start - by < bound && end - by > bound)) return { start: start - by, end: end - by }
    if (codes[start - by - 1] !== codes[end - by - 1]) break
  }
  return { start, end }
}

/** How many characters before `bound` the text lacks. */
function lackingBefore(lacking: readonly Stretch[], bound: number): number {
  return lacking.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, bound) - start), 0)
}

/** Whether a whole item has the length that this one should have. */
function hasFellow({ from, to }: Item, items: readonly Item[]): boolean {
  return items.some((other) => other.lacks === 0 && other.to - other.from === to - from)
}

/** Whether two list marks stand side by side before a character: the item between them is gone altogether. */
function standsEmpty({ text, offsets }: Skeleton, at: number): boolean {
  return /[、，,]\s*[、，,]/.test(text.slice(offsets[at - 1]! + 1, offsets[at]))
}
