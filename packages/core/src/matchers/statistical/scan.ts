import { firstCharacter, kind, margin } from '../../model/character-table.ts'
import { confusionNumber, confusions, meantId } from '../../model/confusions.ts'
import { characterProbability, type LanguageModel, longestGram } from '../../model/language-model.ts'
import type { WordPath } from '../../model/word-path.ts'
import { doubt, Places } from '../close-reading/places.ts'
import { PairBits } from '../pair-bits.ts'
import { Candidates, type Chosen } from './candidates.ts'
import { isBetweenFamiliar, isInFamiliarRun, pairCount } from './familiar.ts'
import { type Fitting, listFitting } from './fitting.ts'
import { bestRun, innocentPlacesOf, type Line, layOutEncoded } from './line.ts'
import { hasProspect, leastWordGain } from './prospects.ts'
import type { Suspicion, WordSeen } from './suspicion.ts'

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
  let found: Suspicion[] | undefined
  let line: Line | undefined
  for (let index = 0; index < read.characterCount; index++) {
    const place = read.characters[index]! + margin
    if (innocent.has(read, place)) continue
    line ??= layOutEncoded(read, model)
    const suspicion = suspicionUnless(line, place, least)
    if (suspicion === undefined) continue
    found ??= []
    found.push(suspicion)
  }
  return found ?? nothing
}

/** The suspicion of a place, unless runs that are known vouch for it. */
function suspicionUnless(line: Line, place: number, least: number): Suspicion | undefined {
  if (line.model.own !== undefined && isBetweenFamiliar(line, place)) return undefined
  if (!isInFamiliarRun(line, place)) return suspicionAt(line, place, least)
  line.innocent.keep()
  return undefined
}

function suspicionAt(line: Line, place: number, least: number): Suspicion | undefined {
  const fitting = listFitting(line, place)
  const candidates = new Candidates(line, place)
  if (fitting.count > 0 && hasProspect(line, candidates, { fitting, least })) {
    return bestCandidate(line, candidates, fitting)
  }
  if (candidates.isCut) line.innocent.keepFar()
  else if (candidates.isKnown) line.innocent.keep()
  else line.innocent.keepNearest()
  return undefined
}

function bestCandidate(line: Line, candidates: Candidates, { entries, count }: Fitting): Suspicion | undefined {
  let best: Chosen | undefined
  let second = 0
  for (let index = 0; index < count; index++) {
    const chosen = candidates.try(entries[index]!)
    if (chosen === undefined) continue
    second = Math.max(second, Math.min(chosen.total, best?.total ?? 0))
    if (best === undefined || chosen.total > best.total) best = chosen
  }
  if (best === undefined || best.gain.words < leastWordGain) return undefined
  return suspicionOf(line, candidates.place, { best, lead: best.total - second })
}

function suspicionOf(line: Line, place: number, { best, lead }: { best: Chosen; lead: number }): Suspicion {
  const { text, ids, model } = line
  const { stretch } = best
  const meant = meantId(best.entry)
  return {
    at: place - margin,
    written: text[place - margin]!,
    meant: model.characters.characters[meant - firstCharacter]!,
    confusion: confusions[confusionNumber(best.entry)]!,
    gain: best.gain,
    before: seen(best.before),
    after: seen(best.after),
    seenBefore: runsAround(line, place, ids[place]!),
    seenAfter: runsAround(line, place, meant),
    lead,
    left: place - stretch.from,
    right: stretch.to - place - 1,
    strangePairs: strangePairs(line, place),
    commonness: {
      written: Math.log(characterProbability(model, ids[place]!)),
      meant: Math.log(characterProbability(model, meant)),
    },
  }
}

function runsAround(line: Line, place: number, id: number): readonly number[] {
  line.counts.replace(place, id)
  const counts = [1, 2, 3, longestGram].map((length) => bestRun(line, place, length))
  line.counts.restore()
  return counts
}

/** Pairs within five characters, not touching the place, that the model does not know. */
function strangePairs(line: Line, place: number): number {
  const { ids, text } = line
  let strange = 0
  for (let at = Math.max(margin, place - 5); at < Math.min(text.length + margin - 1, place + 5); at++) {
    if (at === place || at === place - 1) continue
    if (ids[at]! < kind.unknown || ids[at + 1]! < kind.unknown) continue
    if (pairCount(line, at) === 0) strange++
  }
  return strange
}

function seen(path: WordPath): WordSeen {
  return { length: path.length, probability: path.word, words: path.words }
}
