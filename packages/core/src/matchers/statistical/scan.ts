import { margin } from '../../model/character-table.ts'
import type { LanguageModel } from '../../model/language-model.ts'
import { doubt, Places } from '../close-reading/places.ts'
import { PairBits } from '../pair-bits.ts'
import { Candidates, type Chosen } from './candidates.ts'
import { isBetweenFamiliar, isInFamiliarTriple, isInKnownFour, mayKnowRun } from './familiar.ts'
import { askedTogether, type InnocentPlaces } from './innocence.ts'
import { innocentPlacesOf, type Line, layOutEncoded } from './line.ts'
import { hasProspect, leastWordGain } from './prospects.ts'
import { Shortlist } from './shortlist.ts'
import { suspicionOf } from './sighting.ts'
import type { Suspicion } from './suspicion.ts'

/** The characters of `text` that another one of like sound or shape would fit better; see {@link suspicionsIn}. */
export function suspicions(
  text: string,
  model: LanguageModel,
  least: number = Number.NEGATIVE_INFINITY,
): readonly Suspicion[] {
  places.read(text, { model, doubts: doubt.character, words: noWords })
  return suspicionsIn(places, model, least)
}

const places = new Places()
const noWords = new PairBits()
const nothing: readonly Suspicion[] = []

/** Of the characters that a text's pairs do not vouch for, the suspicious ones. Those that cannot score `least` may be left out. */
export function suspicionsIn(read: Places, model: LanguageModel, least: number): readonly Suspicion[] {
  const innocent = innocentPlacesOf(model, least)
  const found: Suspicion[] = []
  let line: Line | undefined
  for (let from = 0; from < read.characterCount; from += askedTogether) {
    const count = listOpen(read, from, innocent)
    if (count === 0) continue
    line ??= layOutEncoded(read, model)
    readRunsAround(line, count)
    for (let number = 0; number < count; number++) {
      const place = open[number]!
      if (isVouchedFor(line, place, number)) continue
      shortlist.add(line, place, number)
      if (shortlist.isFull) addSuspicions(found, line, least)
    }
    addSuspicions(found, line, least)
  }
  return found.length === 0 ? nothing : found
}

/** Places that are asked about together, and where the runs of three begin that say whether they are known. */
const open = new Int32Array(askedTogether)
const starts = new Int32Array(4 * askedTogether)
const shortlist = new Shortlist()

/** Lists the next places that are not remembered as innocent; returns their count. */
function listOpen(read: Places, from: number, innocent: InnocentPlaces): number {
  const to = Math.min(from + askedTogether, read.characterCount)
  let count = 0
  for (let index = from; index < to; index++) {
    const place = read.characters[index]! + margin
    if (!innocent.isKept(read, place, count)) open[count++] = place
  }
  return count
}

/** Has all runs of three that hold the open places looked up at once. */
function readRunsAround(line: Line, count: number): void {
  let next = 0
  let runs = 0
  for (let number = 0; number < count; number++) {
    const place = open[number]!
    for (let at = Math.max(next, place - 3); at <= place; at++) if (mayKnowRun(line, at)) starts[runs++] = at
    next = place + 1
  }
  line.counts.readTriples(starts, runs)
}

/** Whether runs that are known vouch for a place. */
function isVouchedFor(line: Line, place: number, number: number): boolean {
  if (line.model.own !== undefined && isBetweenFamiliar(line, place)) return true
  if (isInFamiliarTriple(line, place)) {
    line.innocent.keepNearest(number)
    return true
  }
  if (!isInKnownFour(line, place)) return false
  line.innocent.keepNear(number)
  return true
}

/** Adds the suspicions of the places on the shortlist, which is empty then. */
function addSuspicions(found: Suspicion[], line: Line, least: number): void {
  shortlist.weigh(line)
  let from = 0
  for (let index = 0; index < shortlist.placeCount; index++) {
    const to = shortlist.ends[index]!
    const suspicion = suspicionAt(line, { index, from, to, least })
    if (suspicion !== undefined) found.push(suspicion)
    from = to
  }
  shortlist.clear()
}

/** A place on the shortlist, its candidates from one number to before another, and the score asked for. */
interface Listed {
  readonly index: number
  readonly from: number
  readonly to: number
  readonly least: number
}

function suspicionAt(line: Line, { index, from, to, least }: Listed): Suspicion | undefined {
  const number = shortlist.numbers[index]!
  if (from === to) {
    line.innocent.keepNearest(number)
    return undefined
  }
  const candidates = new Candidates(line, shortlist.places[index]!)
  if (hasProspect(line, candidates, { shortlist, from, to, least })) {
    return bestCandidate(line, candidates, shortlist.entries.subarray(from, to))
  }
  if (candidates.isCut) line.innocent.keepFar(line, candidates.place, number)
  else line.innocent.keepNear(number)
  return undefined
}

function bestCandidate(line: Line, candidates: Candidates, entries: Uint16Array): Suspicion | undefined {
  let best: Chosen | undefined
  let second = 0
  for (const entry of entries) {
    const chosen = candidates.try(entry)
    if (chosen === undefined) continue
    second = Math.max(second, Math.min(chosen.total, best?.total ?? 0))
    if (best === undefined || chosen.total > best.total) best = chosen
  }
  if (best === undefined || best.gain.words < leastWordGain) return undefined
  return suspicionOf(line, candidates.place, { best, lead: best.total - second })
}
