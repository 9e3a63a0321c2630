/** Items, and strangers between them, that a text lists one after the other. Skeleton offsets. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly elements: readonly { readonly text: string; readonly isItem: boolean }[]
  /** What the list goes on with after the last item, if it does. */
  readonly trailing?: string
  /** The list began before the first item. */
  readonly isOpenBefore: boolean
}

/** What is wrong with a run, in words; undefined when it is right, or is a list of another kind. */
export function judgeRun(items: readonly string[], run: Run): string | undefined {
  if (run.isOpenBefore || run.trailing !== undefined) return undefined
  const order = run.elements.filter(({ isItem }) => isItem).map(({ text }) => items.indexOf(text))
  if (new Set(order).size < order.length) return undefined
  const missing = items.filter((_, place) => !order.includes(place))
  const stranger = run.elements.findIndex(({ isItem }) => !isItem)
  const inOrder = order.every((place, i) => i === 0 || place > order[i - 1]!)
  if (missing.length === 0) return complete(items, run, { inOrder, stranger })
  if (!inOrder || items.length < 4 || missing.length > (items.length < 8 ? 1 : 2)) return undefined
  if (stranger < 0) return `漏${missing.map((item) => `“${item}”`).join('')}${missing.length === 1 ? '一' : '两'}项`
  const meant = items[stranger]!
  return missing.length === 1 && meant === missing[0] ? `“${meant}”误作“${run.elements[stranger]!.text}”` : undefined
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
