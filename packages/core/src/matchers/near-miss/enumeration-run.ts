/** Items, and strangers between them, that a text lists one after the other. Skeleton offsets. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly elements: readonly { readonly text: string; readonly isItem: boolean }[]
  /** What the list goes on with after the last item, if it does. */
  readonly trailing?: string
  /** The list began before the first item; `leading` is what stands there, with what came before the list. */
  readonly isOpenBefore: boolean
  readonly leading?: string
}

/** What is wrong with a run, in words, and the skeleton characters `[start, end)` that the right list replaces. */
export interface Verdict {
  readonly start: number
  readonly end: number
  readonly difference: string
}

/** How many items of a list of so many must stand in a text at the least for the text's list to be that one, broken. */
export function fewestItems(count: number): number {
  return Math.max(1, count - mostMissing(count))
}

function mostMissing(count: number): number {
  return count < 8 ? 1 : 2
}

/** What is wrong with a run; undefined when it is right, or is a list of another kind. */
export function judgeRun(items: readonly string[], run: Run): Verdict | undefined {
  if (run.isOpenBefore || run.trailing !== undefined) return misnamedAtEdge(items, run)
  const difference = differenceOf(items, run)
  return difference === undefined ? undefined : { start: run.start, end: run.end, difference }
}

function differenceOf(items: readonly string[], run: Run): string | undefined {
  const order = run.elements.filter(({ isItem }) => isItem).map(({ text }) => items.indexOf(text))
  if (new Set(order).size < order.length) return undefined
  const missing = items.filter((_, place) => !order.includes(place))
  const stranger = run.elements.findIndex(({ isItem }) => !isItem)
  const inOrder = order.every((place, i) => i === 0 || place > order[i - 1]!)
  if (missing.length === 0) return complete(items, run, { inOrder, stranger })
  if (!inOrder || missing.length > mostMissing(items.length)) return undefined
  if (stranger < 0) {
    if (items.length < 4) return undefined
    return `漏${missing.map((item) => `“${item}”`).join('')}${missing.length === 1 ? '一' : '两'}项`
  }
  const [meant, written] = [items[stranger]!, run.elements[stranger]!.text]
  if (missing.length > 1 || meant !== missing[0]) return undefined
  return items.length >= 4 || isAkin(meant, written) ? `“${meant}”误作“${written}”` : undefined
}

/**
 * All items but the first or the last, in order, and in its place one much like it: 产业振兴、生态宜居、乡风文明… It is as
 * long as the right one; where no mark tells its outer end, its outer character must be the right one's.
 */
function misnamedAtEdge(items: readonly string[], run: Run): Verdict | undefined {
  const isFirst = run.isOpenBefore
  if (isFirst && run.trailing !== undefined) return undefined
  const meant = (isFirst ? items[0] : items.at(-1))!
  const others = isFirst ? items.slice(1) : items.slice(0, -1)
  if (others.length < 2 || others.length !== run.elements.length) return undefined
  if (run.elements.some(({ text }, place) => text !== others[place])) return undefined
  const around = /^[\u4e00-\u9fff]*/.exec((isFirst ? run.leading : run.trailing) ?? '')![0]
  const written = isFirst ? around.slice(-meant.length) : around.slice(0, meant.length)
  const outer = isFirst ? 0 : -1
  if (!isAkin(meant, written) || (around !== written && written.at(outer) !== meant.at(outer))) return undefined
  const [start, end] = isFirst ? [run.start - written.length, run.end] : [run.start, run.end + written.length]
  return { start, end, difference: `“${meant}”误作“${written}”` }
}

/** Whether two items are of one length and at least half of their characters are the same, place by place. */
function isAkin(meant: string, written: string): boolean {
  if (meant === written || meant.length !== written.length) return false
  const same = [...meant].filter((char, place) => char === written[place]).length
  return same * 2 >= meant.length
}

function complete(
  items: readonly string[],
  run: Run,
  { inOrder, stranger }: { inOrder: boolean; stranger: number },
): string | undefined {
  if (stranger >= 0) return inOrder ? `多“${run.elements[stranger]!.text}”一项` : undefined
  if (inOrder || items.length < 3) return undefined
  return `各项次序应为“${items.join('、')}”`
}
