import { encode, isHan, kind, margin } from '../../model/character-table.ts'
import {
  characterProbability,
  gramCount,
  type LanguageModel,
  longestGram,
  longestWord,
} from '../../model/language-model.ts'
import { backward, forward } from '../../model/probability.ts'
import { fillWordCosts, type WordCosts, type WordPath, wordCost, wordPath } from '../../model/word-path.ts'
import type { Candidate } from './candidates.ts'
import type { Suspicion, WordSeen } from './suspicion.ts'

/** A text laid out for the model. */
interface Line {
  readonly text: string
  readonly ids: Uint16Array
  /** Worked out where they are asked for: most places of a sound text never are. */
  readonly costs: WordCosts
  readonly isCosted: Uint8Array
  readonly model: LanguageModel
  /** Counts of the runs of two, three and four characters that begin at each place; 0 over a boundary. */
  readonly runs: readonly [Float64Array, Float64Array, Float64Array]
}

/** How far words are looked at on both sides of a character. */
const reach = 7
/** ln of the probability from which on a word of two characters is taken as meant. */
const commonWord = -10.5
/** A pair that was seen more often than this vouches for its characters. */
const familiarPair = 80
/** A run of three that was seen more often than this vouches for its characters. */
const familiar = 6
/** What a candidate must gain at least, forward, backward and in words. */
const leastGain = { forward: 2, backward: 0, words: -6 }
/** What a confusion other than of equal sound costs when candidates are compared. */
const unlikeSoundCost = 2

/** The characters of `text` that one of their `candidates` would fit better. */
export function suspicions(
  text: string,
  model: LanguageModel,
  candidates: (written: string) => readonly Candidate[],
): readonly Suspicion[] {
  const ids = encode(text, model.characters)
  const costs: WordCosts = new Float64Array(ids.length * longestWord)
  const line: Line = { text, ids, costs, isCosted: new Uint8Array(ids.length), model, runs: countRuns(ids, model) }
  const found: Suspicion[] = []
  for (let place = margin; place < text.length + margin; place++) {
    if (isUnremarkable(line, place)) continue
    const suspicion = bestCandidate(line, place, candidates)
    if (suspicion !== undefined) found.push(suspicion)
  }
  return found
}

/** The counts that say at a glance which places are unremarkable; longer runs of unknown ones are not looked up. */
function countRuns(ids: Uint16Array, model: LanguageModel): Line['runs'] {
  const runs = [2, 3, 4].map(() => new Float64Array(ids.length)) as [Float64Array, Float64Array, Float64Array]
  for (let place = margin; place < ids.length - margin; place++) {
    for (let length = 2; length <= longestGram; length++) {
      if (ids[place] === kind.boundary || ids[place + length - 1] === kind.boundary) break
      const count = gramCount(model, ids, place, place + length)
      runs[length - 2]![place] = count
      if (count === 0) break
    }
  }
  return runs
}

/** Whether the character is of no interest or stands in runs that are known well enough. */
function isUnremarkable({ ids, runs: [pairs, triples, fours] }: Line, place: number): boolean {
  if (ids[place]! < kind.unknown) return true
  if (ids[place - 1] === kind.boundary && ids[place + 1] === kind.boundary) return true
  if (pairs[place - 1]! > familiarPair || pairs[place]! > familiarPair) return true
  for (let from = place - 2; from <= place; from++) if (triples[from]! > familiar) return true
  for (let from = place - 3; from <= place; from++) if (fours[from]! > 0) return true
  return false
}

/** The count of the best-known run of `length` that holds `place` and crosses no boundary. */
function bestRun(model: LanguageModel, ids: Uint16Array, place: number, length: number): number {
  let best = 0
  for (let from = place - length + 1; from <= place; from++) {
    let whole = true
    for (let at = from; at < from + length; at++) if (ids[at] === kind.boundary) whole = false
    if (whole) best = Math.max(best, gramCount(model, ids, from, from + length))
  }
  return best
}

function bestCandidate(
  line: Line,
  place: number,
  candidates: (written: string) => readonly Candidate[],
): Suspicion | undefined {
  const { ids, model } = line
  const written = ids[place]!
  const stretch = stretchAround(line, place)
  costWords(line, stretch)
  const path = wordPath(line.costs, stretch.from, stretch.to, place)
  if (path.length > 2 || (path.length === 2 && path.word > commonWord)) return undefined
  const base = { forward: forward(model, ids, place), backward: backward(model, ids, place) }
  let best: { suspicion: Candidate; path: WordPath; gain: Suspicion['gain']; total: number } | undefined
  let second = 0
  for (const candidate of candidates(line.text[place - margin]!)) {
    ids[place] = candidate.id
    if (!isPlausible(line, place)) continue
    const ahead = forward(model, ids, place) - base.forward
    if (ahead < leastGain.forward) continue
    const behind = backward(model, ids, place) - base.backward
    if (behind <= leastGain.backward) continue
    const changed = changedPath(line, place, stretch)
    const words = changed.score - path.score
    const total = ahead + behind + words - (candidate.confusion === 'sound' ? 0 : unlikeSoundCost)
    if (best === undefined || total > best.total) {
      second = Math.max(second, best?.total ?? 0)
      best = { suspicion: candidate, path: changed, gain: { forward: ahead, backward: behind, words }, total }
    } else second = Math.max(second, total)
  }
  const after = best === undefined ? [] : runsAround(model, ids, place, best.suspicion.id)
  ids[place] = written
  if (best === undefined || best.gain.words < leastGain.words) return undefined
  return {
    at: place - margin,
    written: line.text[place - margin]!,
    meant: best.suspicion.character,
    confusion: best.suspicion.confusion,
    gain: best.gain,
    before: seen(path),
    after: seen(best.path),
    seenBefore: runsAround(model, ids, place, written),
    seenAfter: after,
    lead: best.total - second,
    left: place - stretch.from,
    right: stretch.to - place - 1,
    strangePairs: strangePairs(line, place),
    commonness: {
      written: Math.log(characterProbability(model, written)),
      meant: Math.log(characterProbability(model, best.suspicion.id)),
    },
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The Han characters around a place, {@link reach} to each side at most. */
function stretchAround({ text }: Line, place: number): Stretch {
  let from = place
  let to = place + 1
  while (place - from < reach && isHan(text.charCodeAt(from - 1 - margin))) from--
  while (to - place <= reach && isHan(text.charCodeAt(to - margin))) to++
  return { from, to }
}

/** Works out the costs of words in a stretch, once for each place. */
function costWords({ model, ids, costs, isCosted }: Line, { from, to }: Stretch): void {
  for (let place = from; place < to; place++) {
    if (isCosted[place] === 1) continue
    fillWordCosts(model, ids, costs, place, place + 1)
    isCosted[place] = 1
  }
}

/** Whether the changed character makes a known pair on one side and a known run of three. */
function isPlausible({ ids, model }: Line, place: number): boolean {
  const left = ids[place - 1] !== kind.boundary && gramCount(model, ids, place - 1, place + 1) > 0
  const right = ids[place + 1] !== kind.boundary && gramCount(model, ids, place, place + 2) > 0
  if (!left && !right) return false
  return bestRun(model, ids, place, 3) > 0
}

/** The word path after the change; the costs of the words that hold the place are worked out and put back. */
function changedPath({ ids, costs, model }: Line, place: number, { from, to }: Stretch): WordPath {
  const start = Math.max(from, place - longestWord + 1)
  const saved = costs.slice(start * longestWord, (place + 1) * longestWord)
  for (let at = start; at <= place; at++) {
    for (let length = place - at + 1; length <= longestWord && at + length <= to; length++) {
      costs[at * longestWord + length - 1] = wordCost(model, ids, at, length)
    }
  }
  const path = wordPath(costs, from, to, place)
  costs.set(saved, start * longestWord)
  return path
}

function runsAround(model: LanguageModel, ids: Uint16Array, place: number, id: number): readonly number[] {
  const kept = ids[place]!
  ids[place] = id
  const counts = [1, 2, 3, longestGram].map((length) => bestRun(model, ids, place, length))
  ids[place] = kept
  return counts
}

/** Pairs within five characters, not touching the place, that the model does not know. */
function strangePairs({ ids, model }: Line, place: number): number {
  let strange = 0
  for (let at = Math.max(margin, place - 5); at < Math.min(ids.length - margin - 2, place + 5); at++) {
    if (at === place || at === place - 1) continue
    if (ids[at]! < kind.unknown || ids[at + 1]! < kind.unknown) continue
    if (gramCount(model, ids, at, at + 2) === 0) strange++
  }
  return strange
}

function seen(path: WordPath): WordSeen {
  return { length: path.length, probability: path.word, words: path.words }
}
