import { firstCharacter, kind, margin } from '../../model/character-table.ts'
import { confusionNumber, confusions, listEnd, listStart, meantId } from '../../model/confusions.ts'
import { characterProbability, type LanguageModel, longestGram } from '../../model/language-model.ts'
import type { WordPath } from '../../model/word-path.ts'
import { Candidates, type Chosen } from './candidates.ts'
import { isBetweenFamiliar, isInFamiliarRun, pairCount } from './familiar.ts'
import { bestRun, type Line, layOut } from './line.ts'
import type { Suspicion, WordSeen } from './suspicion.ts'

/** What a candidate must gain in words at least. */
const leastWordGain = -0.5

/** The characters of `text` that another one of like sound or shape would fit better. */
export function suspicions(text: string, model: LanguageModel): readonly Suspicion[] {
  const line = layOut(text, model)
  const { ids } = line
  const found: Suspicion[] = []
  let before = 0
  for (let place = margin; place < text.length + margin; place++) {
    const after = pairCount(line, place)
    const isFamiliar = isBetweenFamiliar(line, place, { before, after })
    before = after
    if (isFamiliar || ids[place]! < kind.unknown || standsAlone(line, place) || isInFamiliarRun(line, place)) continue
    const suspicion = bestCandidate(line, place)
    if (suspicion !== undefined) found.push(suspicion)
  }
  return found
}

function standsAlone({ ids }: Line, place: number): boolean {
  return ids[place - 1] === kind.boundary && ids[place + 1] === kind.boundary
}

function bestCandidate(line: Line, place: number): Suspicion | undefined {
  const { model, text } = line
  const { entries } = model.confusions
  const unit = text.charCodeAt(place - margin)
  const end = listEnd(model.confusions, unit)
  const candidates = new Candidates(line, place)
  let best: Chosen | undefined
  let second = 0
  const start = listStart(model.confusions, unit)
  for (let at = candidates.nextFitting(start, end); at < end; at = candidates.nextFitting(at + 1, end)) {
    const chosen = candidates.try(entries[at]!)
    if (chosen === undefined) continue
    second = Math.max(second, Math.min(chosen.total, best?.total ?? 0))
    if (best === undefined || chosen.total > best.total) best = chosen
  }
  if (best === undefined || best.gain.words < leastWordGain) return undefined
  return suspicionOf(line, place, { best, lead: best.total - second })
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
  const { ids } = line
  let strange = 0
  for (let at = Math.max(margin, place - 5); at < Math.min(ids.length - margin - 2, place + 5); at++) {
    if (at === place || at === place - 1) continue
    if (ids[at]! < kind.unknown || ids[at + 1]! < kind.unknown) continue
    if (pairCount(line, at) === 0) strange++
  }
  return strange
}

function seen(path: WordPath): WordSeen {
  return { length: path.length, probability: path.word, words: path.words }
}
