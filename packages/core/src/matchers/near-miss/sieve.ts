import { fewestForEdgeSlip } from './evidence.ts'
import { changesOf, entryRow, high, lengthOf, low, needsEnds, type SeedGroups } from './families.ts'
import type { Page } from './page.ts'
import { endOf, startOf } from './place.ts'
import { bitsBefore, bitsFrom, countBits, width } from './surroundings.ts'
import type { Triples } from './triples.ts'

/**
 * Of the entries of lists (`Neighbours`) keeps those that the characters beside their seed let stand: each with the
 * seed's place and how many of its characters are known to lack. Kept or not is told without a jump, for nobody foresees
 * it. An entry of which an end stands nowhere near its place is not kept, unless something may vouch for it, or it may
 * be a slip.
 */
export function siftEntries(
  { entries }: SeedGroups,
  { lists, page }: { lists: Triples; page: Page },
  into: Triples,
): void {
  const { values, count } = lists
  let most = 0
  let sum = 0
  // Read before any is asked, for so they wait for memory together: a list's first entry and its last.
  for (let i = 0; i < 3 * count; i += 3) {
    const [first, number] = [values[i]!, values[i + 1]!]
    most += number
    sum += entries[first * entryRow.size]! + entries[(first + number - 1) * entryRow.size]!
  }
  // Without a use the reads would be optimised away.
  into.readSum = sum
  const kept = into.room(most + 1)
  const { codes } = page
  let row = 0
  for (let i = 0; i < 3 * count; i += 3) {
    const [first, place] = [values[i]!, values[i + 2]!]
    const [start, end] = [startOf(place), endOf(place)]
    const before = ~bitsBefore(codes, start)
    const after = ~bitsFrom(codes, end)
    const isMarked = Number(page.mayBeVouched(end - width, end + 2 * width))
    for (let entry = first; entry < first + values[i + 1]!; entry++) {
      const at = entry * entryRow.size
      const measures = entries[at + entryRow.measures]!
      const ends = entries[at + entryRow.ends]!
      const lacksBefore = entries[at + entryRow.before]! & before
      const lacksAfter = entries[at + entryRow.after]! & after
      const lacking = countBits(lacksBefore, lacksAfter)
      const maySlip = isLess(lacking, 2) & isLess(fewestForEdgeSlip - 1, lengthOf(measures))
      const lacksEnd = ((lacksBefore >>> low(ends)) | (lacksAfter >>> high(ends))) & needsEnds(measures)
      kept[row] = entry
      kept[row + 1] = place
      kept[row + 2] = lacking
      row += 3 * (isLess(lacking, changesOf(measures) + 1) & ~(lacksEnd & ~(isMarked | maySlip)))
    }
  }
  into.count = row / 3
}

/** 1 where the first of two small numbers is less, else 0. */
function isLess(first: number, second: number): number {
  return (first - second) >>> 31
}
