import {
  endRow,
  familyRow,
  low,
  measuresOf,
  packed,
  type SeedGroups,
  type Step,
  sideOf,
  stepToBucket,
} from './families.ts'
import { mix, setBit, tableSize } from './hashing.ts'
import type { SeedEntry } from './seeds.ts'
import type { Spelled, Spelling } from './spellings.ts'
import { wantedBeside } from './surroundings.ts'

/** Up to so many spellings of a seed are asked one by one; more are listed by their far ends. */
const bucketSize = 8

/** In a family so many with fixed words, which vouch for them whatever their ends, are asked always; of more none is. */
const mostOpen = 64

/** Lists the spellings that share a seed; `roots` are the first steps in the order of `groups`. */
export function buildFamilies(
  spelled: Spelled,
  groups: Iterable<readonly SeedEntry[]>,
): { roots: readonly Step[]; seeded: SeedGroups } {
  const builder = new FamilyBuilder(spelled)
  const roots = Array.from(groups, (entries) => builder.add(entries))
  return { roots, seeded: builder.finish() }
}

/** Which far end an entry is listed by: the first (-1) or last (1) character, so many characters from the seed. */
interface FarEnd {
  readonly way: 1 | -1
  readonly distance: number
}

/** The entries of a family by the side and character they are listed by. */
interface Listed {
  readonly way: 1 | -1
  readonly code: number
  readonly entries: SeedEntry[]
}

class FamilyBuilder {
  readonly #list: readonly Spelling[]
  readonly #spelled: Spelled
  readonly #entries: number[] = []
  readonly #places: number[] = []
  readonly #families: number[] = []
  /** Rows of `endRow` before they are put into their table. */
  readonly #ends: number[] = []

  constructor(spelled: Spelled) {
    this.#list = spelled.list
    this.#spelled = spelled
  }

  add(entries: readonly SeedEntry[]): Step {
    if (entries.length <= bucketSize) return stepToBucket(this.#write(entries), entries.length)
    const way = this.#moreVaried(entries)
    const vouched = entries.filter(({ spelling }) => this.#list[spelling]!.vouched)
    const isOpen = new Set(vouched.length > mostOpen ? [] : vouched)
    const open = [...isOpen]
    const lists = new Map<number, Listed>()
    const ranges = { [-1]: new Range(), 1: new Range() }
    for (const entry of entries) {
      if (isOpen.has(entry)) continue
      const end = this.#farEnd(entry, way)
      if (end.distance === 0) {
        open.push(entry)
        continue
      }
      ranges[end.way].add(end.distance)
      for (const code of this.#listedBy(entry, end)) listAt(lists, end.way, code).push(entry)
    }
    return this.#family(entries, { open, lists: [...lists.values()], ranges })
  }

  finish(): SeedGroups {
    const count = this.#ends.length / endRow.size
    const size = tableSize(count)
    const endBits = new Int32Array(size / 4)
    const ends = new Int32Array(size * endRow.size)
    for (let at = 0; at < this.#ends.length; at += endRow.size) {
      const mixed = mix(this.#ends[at + endRow.side]!, low(this.#ends[at + endRow.listed]!))
      setBit(endBits, mixed)
      let slot = mixed & (size - 1)
      while (ends[slot * endRow.size + endRow.listed] !== 0) slot = (slot + 1) & (size - 1)
      for (let column = 0; column < endRow.size; column++) ends[slot * endRow.size + column] = this.#ends[at + column]!
    }
    const [entries, places, families] = [this.#entries, this.#places, this.#families].map((list) =>
      Int32Array.from(list),
    )
    return { entries: entries!, places: places!, families: families!, endBits, ends }
  }

  #family(
    entries: readonly SeedEntry[],
    { open, lists, ranges }: { open: SeedEntry[]; lists: readonly Listed[]; ranges: Record<1 | -1, Range> },
  ): Step {
    const family = this.#families.length / familyRow.size
    const first = this.#write(open)
    for (const { way, code, entries: listed } of lists) {
      const kept = listed.slice(0, 0xffff)
      this.#ends.push(sideOf(family, way), packed(code, kept.length), this.#write(kept))
    }
    const [before, after] = [new Range(), new Range()]
    let changes = 0
    for (const { spelling, start, end } of entries) {
      const { skeleton, budget } = this.#list[spelling]!
      before.add(start)
      after.add(skeleton.length - end)
      changes = Math.max(changes, budget)
    }
    const count = this.#places.length - first
    const spans = [before, after, ranges[-1], ranges[1]].map((range) => range.packed())
    this.#families.push(first, count, open.length, ...spans, changes)
    return ~family
  }

  /** Writes entries and tells where the first of them stands. */
  #write(entries: readonly SeedEntry[]): number {
    const first = this.#places.length
    const { starts, traits, ends } = this.#spelled
    for (const entry of entries) {
      const { spelling } = entry
      const beside = wantedBeside(this.#list[spelling]!, entry)
      const measures = measuresOf(traits[spelling]!, entry, beside)
      this.#entries.push(measures, ends[spelling]!, beside.before, beside.after)
      this.#places.push(starts[spelling]!)
    }
    return first
  }

  /** On which side of the seed the far ends differ more. */
  #moreVaried(entries: readonly SeedEntry[]): 1 | -1 {
    const firsts = new Set<string>()
    const lasts = new Set<string>()
    for (const { spelling, start, end } of entries) {
      const { skeleton } = this.#list[spelling]!
      if (start > 0) firsts.add(skeleton.charAt(0))
      if (end < skeleton.length) lasts.add(skeleton.at(-1)!)
    }
    return lasts.size > firsts.size ? 1 : -1
  }

  /** No character away where the seed is the whole spelling. */
  #farEnd({ spelling, start, end }: SeedEntry, preferred: 1 | -1): FarEnd {
    const after = this.#list[spelling]!.skeleton.length - end
    const way = start === 0 ? 1 : after === 0 ? -1 : preferred
    return { way, distance: way === 1 ? after : start }
  }

  #listedBy({ spelling, opens, closes }: SeedEntry, { way, distance }: FarEnd): readonly number[] {
    const { skeleton, budget } = this.#list[spelling]!
    const own = skeleton.charCodeAt(way === 1 ? skeleton.length - 1 : 0)
    const isFarthest = way === 1 ? opens : closes
    if (!isFarthest || distance < 2 || budget === 0) return [own]
    const beside = skeleton.charCodeAt(way === 1 ? skeleton.length - 2 : 1)
    return beside === own ? [own] : [own, beside]
  }
}

function listAt(lists: Map<number, Listed>, way: 1 | -1, code: number): SeedEntry[] {
  const key = way * 0x10000 + code
  const known = lists.get(key) ?? { way, code, entries: [] }
  if (known.entries.length === 0) lists.set(key, known)
  return known.entries
}

/** The least and the most of some numbers from 0 to 63. */
class Range {
  #least = 63
  #most = 0

  add(number: number): void {
    this.#least = Math.min(this.#least, number)
    this.#most = Math.max(this.#most, number)
  }

  /** Both in one number, 0 when nothing was added. */
  packed(): number {
    return this.#least > this.#most ? 0 : packed(this.#least, this.#most)
  }
}
