import type { EnumerationIndex } from './enumeration.ts'
import type { Page } from './page.ts'
import { scan } from './trie.ts'

/** The enumerations that a page's texts may list, by text, in their order; none where items begin at fewer than two places. */
export function meantEnumerations(index: EnumerationIndex, page: Page): ReadonlyMap<number, readonly number[]> {
  const meant = new Map<number, readonly number[]>()
  const { codes, ends, length } = page
  let [text, places, last] = [0, 0, -1]
  items.length = 0
  const endText = () => {
    const numbers = places < 2 ? none : meantBy(index, items)
    if (numbers.length > 0) meant.set(text, numbers)
    items.length = 0
    places = 0
  }
  scan(index.trie, { codes, from: page.starts[0]!, to: length }, (item, start) => {
    if (start >= ends[text]!) endText()
    while (start >= ends[text]!) text++
    items.push(item)
    if (start !== last) places++
    last = start
  })
  endText()
  return meant
}

/** The items of one text, as often as they stand there; filled by one text after the other. */
const items: number[] = []

const none: readonly number[] = []

/** By item, whether it is counted; by enumeration, how many of its items are. Nothing is, between two texts. */
let isCounted: Uint8Array = new Uint8Array(0)
let counts: Int32Array = new Int32Array(0)

/** The enumerations of which enough items stand in a text. */
function meantBy({ owners, fewest }: EnumerationIndex, items: readonly number[]): readonly number[] {
  if (isCounted.length < owners.length) isCounted = new Uint8Array(owners.length)
  if (counts.length < fewest.length) counts = new Int32Array(fewest.length)
  let reached = none
  for (const item of items) {
    if (isCounted[item] === 1) continue
    isCounted[item] = 1
    for (const owner of owners[item]!) {
      counts[owner]!++
      if (counts[owner] === fewest[owner]) reached = [...reached, owner]
    }
  }
  for (const item of items) {
    isCounted[item] = 0
    for (const owner of owners[item]!) counts[owner] = 0
  }
  return reached.length < 2 ? reached : [...reached].sort((a, b) => a - b)
}
