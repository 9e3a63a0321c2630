import { freeParticles } from './alignment.ts'
import {
  countOf,
  endAt,
  endRow,
  familyRow,
  firstOf,
  high,
  low,
  mayBeListed,
  type SeedGroups,
  sideOf,
} from './families.ts'
import type { Page } from './page.ts'
import { packedPlace } from './place.ts'
import { Triples } from './triples.ts'

/** A family of no more than these is asked one by one where marks may vouch for a form whose ends are broken. */
const smallFamily = 64

/** Far ends that may be listed: the family's side, the character, and where the seed stands. */
const farEnds: Triples = new Triples()

/** Lists what has the seeds found on a page: the first of some entries, how many, and where their seed stands (`packedPlace`). */
export class Neighbours {
  /** How many lists of spellings were opened, and how many spellings they have: for tests, which hold the cost to counts and not to a clock. */
  visits = 0
  asked = 0
  readonly #groups: SeedGroups
  readonly #page: Page
  readonly #codes: Uint16Array
  readonly #into: Triples

  constructor(groups: SeedGroups, about: { page: Page; into: Triples }) {
    this.#groups = groups
    this.#page = about.page
    this.#codes = about.page.codes
    this.#into = about.into
  }

  /** Lists the entries of every seed: of small groups all, of families those whose far end stands near the seed. */
  list({ values, count }: Triples): void {
    farEnds.clear()
    for (let row = 0; row < 3 * count; row += 3) {
      const [root, start, end] = [values[row]!, values[row + 1]!, values[row + 2]!]
      if (root > 0) this.#open(firstOf(root), countOf(root), packedPlace(start, end))
      else this.#openFamily(~root, { start, end })
    }
    for (let row = 0; row < 3 * farEnds.count; row += 3) {
      const found = endAt(this.#groups, farEnds.values[row]!, farEnds.values[row + 1]!)
      if (found < 0) continue
      const { ends } = this.#groups
      this.#open(ends[found + endRow.first]!, high(ends[found + endRow.listed]!), farEnds.values[row + 2]!)
    }
  }

  #open(first: number, count: number, place: number): void {
    this.visits++
    this.asked += count
    this.#into.push(first, count, place)
  }

  #openFamily(family: number, place: Place): void {
    const { families } = this.#groups
    const row = family * familyRow.size
    const count = families[row + familyRow.count]!
    if (count <= smallFamily && this.#mayBeVouched(row, place.end)) {
      this.#open(families[row + familyRow.first]!, count, packedPlace(place.start, place.end))
      return
    }
    const open = families[row + familyRow.open]!
    if (open > 0) this.#open(families[row + familyRow.first]!, open, packedPlace(place.start, place.end))
    const byFirst = families[row + familyRow.byFirst]!
    if (byFirst > 0) this.#listFarEnds(family, { way: -1, distances: byFirst }, place)
    const byLast = families[row + familyRow.byLast]!
    if (byLast > 0) this.#listFarEnds(family, { way: 1, distances: byLast }, place)
  }

  #mayBeVouched(row: number, end: number): boolean {
    const { families } = this.#groups
    const after = families[row + familyRow.after]!
    const changes = families[row + familyRow.changes]!
    return this.#page.mayBeVouched(end + low(after) - changes, end + high(after) + changes + freeParticles)
  }

  /** Lists the characters that stand where the far ends may. */
  #listFarEnds(family: number, { way, distances }: Side, { start, end }: Place): void {
    const codes = this.#codes
    const changes = this.#groups.families[family * familyRow.size + familyRow.changes]!
    const seed = way === 1 ? end - 1 : start
    const nearest = seed + way * Math.max(1, low(distances) - changes)
    const far = way * (high(distances) + 1)
    const farthest = seed + far + (this.#page.hasParticle(seed, far) ? way * freeParticles : 0)
    const side = sideOf(family, way)
    for (let at = nearest; at !== farthest + way && at < this.#page.length; at += way) {
      if (mayBeListed(this.#groups, side, codes[at]!) && !this.#stoodNearer(at, nearest, way)) {
        farEnds.push(side, codes[at]!, packedPlace(start, end))
      }
    }
  }

  /** Whether the character at `at` stands between `from` and there already, and so is listed. */
  #stoodNearer(at: number, from: number, way: 1 | -1): boolean {
    for (let other = from; other !== at; other += way) if (this.#codes[other] === this.#codes[at]) return true
    return false
  }
}

/** The characters `[start, end)` of the text. */
interface Place {
  readonly start: number
  readonly end: number
}

/** Which way from the seed far ends are looked for, and how far away. */
interface Side {
  readonly way: 1 | -1
  readonly distances: number
}
