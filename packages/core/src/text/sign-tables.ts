import { BLANKS, DIGITS, waysOfHints } from './hints.ts'
import { trait, traitMembers, variantRanges } from './trait.ts'

/** A prime, so large that numbers of different places hardly meet; were they to, a hint would be met too often. */
const PLACES = 2_097_143
const SPREAD = 65_599

/**
 * The class of each unit: units of a class have the same traits and stand in the same places of hints. A byte each, since
 * what a text touches must be read.
 */
export const classes: Uint8Array = new Uint8Array(65_536)

/** The traits of each class. */
export const traitsOfClass: Int32Array = readClasses()

/** By the first one's class times their number plus the second one's: which hints two units side by side are. */
export const pairs: Uint8Array = new Uint8Array(traitsOfClass.length * traitsOfClass.length)

/** The hints of each entry of `pairs`, a bit each: those with numbers to 31 and from 32 on. */
export const hintsOfPair: { readonly lower: Int32Array; readonly upper: Int32Array } = readPairs()

/** Fills `classes`; returns the traits of each class. */
function readClasses(): Int32Array {
  const known: number[] = [0, trait.han, trait.variant]
  classes.fill(1, 0x3400, 0xa000)
  for (const [first, last] of variantRanges) classes.fill(2, first, last + 1)
  const traits = new Map<number, number>()
  for (const name of Object.keys(traitMembers) as (keyof typeof trait)[]) {
    const members = traitMembers[name] ?? ''
    for (let at = 0; at < members.length; at++) {
      const unit = members.charCodeAt(at)
      traits.set(unit, (traits.get(unit) ?? known[classes[unit]!]!) | trait[name])
    }
  }
  const places = placesInHints()
  for (const unit of places.keys()) if (!traits.has(unit)) traits.set(unit, known[classes[unit]!]!)
  const numbers = new Map<number, number>()
  for (const [unit, own] of traits) {
    const kind = own + (places.get(unit) ?? 0) * 2 ** 31
    const number = numbers.get(kind) ?? known.push(own) - 1
    numbers.set(kind, number)
    classes[unit] = number
  }
  return Int32Array.from(known)
}

/** Of each unit in a hint, a number for the places where it may stand: units of one number are of one class. */
function placesInHints(): Map<number, number> {
  const numbers = new Map<number, number>()
  let place = 0
  for (const members of new Set(waysOfHints.flat(2))) {
    place++
    for (let at = 0; at < members.length; at++) {
      const unit = members.charCodeAt(at)
      numbers.set(unit, ((numbers.get(unit) ?? 1) * SPREAD + place) % PLACES)
    }
  }
  for (const members of [DIGITS, BLANKS]) {
    const own = numbers.get(members.charCodeAt(0))
    if (own !== undefined) for (let at = 1; at < members.length; at++) numbers.set(members.charCodeAt(at), own)
  }
  return numbers
}

/** Fills `pairs`; returns the hints that each of its entries stands for. */
function readPairs(): { readonly lower: Int32Array; readonly upper: Int32Array } {
  const known: [lower: number, upper: number][] = [[0, 0]]
  const numbers = new Map<number, number>()
  const width = traitsOfClass.length
  for (let hint = 0; hint < waysOfHints.length; hint++) {
    for (const [firsts, seconds] of waysOfHints[hint]!) {
      const ends = classesOf(seconds)
      for (const first of classesOf(firsts)) {
        for (const second of ends) {
          const pair = first * width + second
          const key = pairs[pair]! * waysOfHints.length + hint
          const entry = numbers.get(key) ?? known.push(withHint(known[pairs[pair]!]!, hint)) - 1
          numbers.set(key, entry)
          pairs[pair] = entry
        }
      }
    }
  }
  return { lower: Int32Array.from(known, ([bits]) => bits), upper: Int32Array.from(known, ([, bits]) => bits) }
}

function withHint([lower, upper]: readonly [number, number], hint: number): [number, number] {
  return hint < 32 ? [lower | (1 << hint), upper] : [lower, upper | (1 << hint)]
}

/** A digit other than 0 and a blank other than the common one are of classes of their own. */
function classesOf(members: string): number[] {
  const found: number[] = []
  for (let at = 0; at < members.length; at++) add(found, members.charCodeAt(at))
  for (const many of [DIGITS, BLANKS]) {
    if (members.includes(many[0]!)) for (let at = 1; at < many.length; at++) add(found, many.charCodeAt(at))
  }
  return found
}

function add(found: number[], unit: number): void {
  const own = classes[unit]!
  if (!found.includes(own)) found.push(own)
}
