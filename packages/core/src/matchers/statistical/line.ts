import { encodedSize, encodeInto, isHan, kind, margin } from '../../model/character-table.ts'
import { type LanguageModel, longestWord } from '../../model/language-model.ts'
import type { CountedText } from '../../model/probability.ts'
import { RunCounts } from '../../model/run-counts.ts'
import { type CostedText, fillWordCosts } from '../../model/word-path.ts'
import { InnocentPlaces } from './innocence.ts'

/** A text laid out for the model; {@link margin} lies before its first place. */
export interface Line extends CountedText, CostedText {
  readonly text: string
  readonly innocent: InnocentPlaces
  /** Worked out where they are asked for: most places of a sound text never are. */
  readonly isCosted: Uint8Array
}

/** Places from `from` to `to − 1`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** How far words are looked at on both sides of a character. */
const reach = 7

/** What the texts of one model share: the line they are laid out in, and what was looked up of the language. */
const rooms = new WeakMap<LanguageModel, Room>()

/** A line whose text may be another one, with room of its own for the numbers of one. */
type Room = { -readonly [Part in keyof Line]: Line[Part] } & { readonly own: Uint16Array }

const noNumbers = new Uint16Array(0)

/** The room that was last worked in: there is hardly ever more than one model. */
let last: Room | undefined

/** The costs of single characters as words, as far as anybody has asked. */
export function aloneOf(model: LanguageModel): Float64Array {
  return roomOf(model, 0).alone
}

/** How often two characters, given by their numbers, were counted side by side; what was asked before is remembered. */
export function pairCountOf(model: LanguageModel, left: number, right: number): number {
  return roomOf(model, 0).counts.pairOf(left, right)
}

/** Writes over the hashes of runs, as many as `readSteps` takes, the steps of their counts; those of a publisher added. */
export function readRuns(model: LanguageModel, runs: Int32Array, count: number): void {
  roomOf(model, 0).counts.readAll(runs, count)
}

/** The places that were found innocent while the same score was asked for. */
export function innocentPlacesOf(model: LanguageModel, least: number): InnocentPlaces {
  const { innocent } = roomOf(model, 0)
  innocent.ask(least)
  return innocent
}

/** Lays a text out; only one text of a model is worked on at a time: the line is the same for all of them. */
export function layOut(text: string, model: LanguageModel): Line {
  const { own } = roomOf(model, encodedSize(text))
  return layOutEncoded({ text, ids: encodeInto(text, model.characters, own) }, model)
}

/** The same of a text whose numbers were read before, as `encode` lays them out. */
export function layOutEncoded({ text, ids }: Pick<Line, 'text' | 'ids'>, model: LanguageModel): Line {
  const size = encodedSize(text)
  const room = roomOf(model, size)
  room.ids = ids
  room.isCosted.fill(0, 0, size)
  room.counts.read(room.ids, size)
  room.text = text
  return room
}

/** The room for texts of that size; a larger one keeps what was looked up. */
function roomOf(model: LanguageModel, size: number): Room {
  const known = last?.model === model ? last : rooms.get(model)
  if (known !== undefined && known.isCosted.length >= size) {
    last = known
    return known
  }
  last = {
    text: '',
    model,
    innocent: known?.innocent ?? new InnocentPlaces(),
    counts: known?.counts ?? new RunCounts(model),
    alone: known?.alone ?? new Float64Array(8192).fill(Number.NaN),
    ids: noNumbers,
    own: new Uint16Array(2 * size),
    costs: new Float64Array(2 * size * longestWord),
    isCosted: new Uint8Array(2 * size),
  }
  rooms.set(model, last)
  return last
}

/** The Han characters around a place, {@link reach} to each side at most, with the costs of their words. */
export function stretchAround(line: Line, place: number): Stretch {
  const { text } = line
  let from = place
  let to = place + 1
  while (place - from < reach && isHan(text.charCodeAt(from - 1 - margin))) from--
  while (to - place <= reach && isHan(text.charCodeAt(to - margin))) to++
  costWords(line, { from, to })
  return { from, to }
}

/** Works out the costs of words in a stretch, once for each place. */
function costWords(line: Line, { from, to }: Stretch): void {
  const { isCosted } = line
  for (let place = from; place < to; place++) {
    if (isCosted[place] === 1) continue
    fillWordCosts(line, place)
    isCosted[place] = 1
  }
}

/** The count of the best-known run of `length` that holds `place` and crosses no boundary. */
export function bestRun({ ids, counts }: Line, place: number, length: number): number {
  let best = 0
  for (let from = place - length + 1; from <= place; from++) {
    let whole = true
    for (let at = from; at < from + length; at++) if (ids[at] === kind.boundary) whole = false
    if (whole) best = Math.max(best, counts.ofRun(from, length))
  }
  return best
}
