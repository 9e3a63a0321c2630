import { firstCharacter, kind, margin } from '../../model/character-table.ts'
import { confusionNumber, confusions, meantId } from '../../model/confusions.ts'
import { characterProbability, longestGram } from '../../model/language-model.ts'
import type { WordPath } from '../../model/word-path.ts'
import type { Chosen } from './candidates.ts'
import { pairCount } from './familiar.ts'
import { bestRun, type Line } from './line.ts'
import type { Suspicion, WordSeen } from './suspicion.ts'

/** A suspicion with all that is seen of it: its best candidate, and how far ahead of the next-best that is. */
export function suspicionOf(line: Line, place: number, { best, lead }: { best: Chosen; lead: number }): Suspicion {
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
