import { margin } from '../../model/character-table.ts'
import type { LanguageModel } from '../../model/language-model.ts'
import type { Document, Segment } from '../../types.ts'
import { PairBits } from '../pair-bits.ts'
import { type Passage, passagesOf } from './passage.ts'
import { doubt, type PlaceSettings, Places } from './places.ts'
import { PlainPairs } from './plain-pairs.ts'
import type { Located, Question, QuestionSettings } from './question.ts'
import { SoundPairs } from './sound-pairs.ts'

/** What was found in one text, by question. */
export type Findings = readonly (readonly unknown[])[]

/** Reads texts with one model for the questions of one rulebook. */
export interface Reader extends PlaceSettings, QuestionSettings {
  readonly questions: readonly Question<Located>[]
  /** Which pairs are sound wherever they stand. */
  readonly plain: PlainPairs
  /** One object for all segments without a finding. */
  readonly nothing: { readonly reader: object; readonly findings: Findings }
}

/** A document as one reader has read it. */
export interface ReadDocument {
  readonly reader: Reader
  readonly passages: readonly ReadPassage[]
}

interface ReadPassage {
  readonly passage: Passage
  readonly places: Places
  /** The doubts that remain. */
  readonly open: number
}

/** A reader that remembers nothing yet. */
export function readerOf(questions: readonly Question<Located>[], model: LanguageModel): Reader {
  const findings = questions.map(() => [])
  const reader = {
    model,
    questions,
    doubts: questions.reduce((sum, one) => sum | one.doubts, 0),
    words: questions.find((one) => one.words !== undefined)?.words?.() ?? new PairBits(),
    plain: new PlainPairs(model, questions),
    sound: new SoundPairs(),
    nothing: { reader: model as object, findings },
  }
  reader.nothing.reader = reader
  return reader
}

/** Reads one text and puts all questions to it. */
export function readBy(reader: Reader, text: string): NonNullable<Segment['closeRead']> {
  places.read(text, reader)
  const open = openDoubts(reader)
  if (open === 0) return reader.nothing
  const findings = reader.questions.map((one) => ((one.doubts & open) === 0 ? [] : one.find(places, reader)))
  return findings.every((found) => found.length === 0) ? reader.nothing : { reader, findings }
}

/** Reads all segments of a document for questions that are put to it one after the other. */
export function readThrough({ segments }: Document, reader: Reader): ReadDocument {
  const passages = passagesOf(segments).map((passage): ReadPassage => {
    places.read(passage.text, reader, passage)
    const open = openDoubts(reader)
    return { passage, places: places.copied(), open }
  })
  return { reader, passages }
}

/** Where the text that was last read wants a closer look. */
const places = new Places()

/** Leaves out the pairs that are known to be sound; returns the doubts that remain. */
function openDoubts({ plain, sound }: Reader): number {
  const { ids, pairs, doubts } = places
  let open = places.characterCount > 0 ? doubt.character : 0
  let count = 0
  for (let index = 0; index < places.pairCount; index++) {
    const at = pairs[index]!
    let left = doubts[index]!
    if ((left & ~doubt.word) !== 0) left &= ~plain.dispelled(ids[at + margin]!, ids[at + margin + 1]!)
    if (left === 0) continue
    left &= ~sound.dispelled(places, at)
    if (left === 0) continue
    open |= left
    sound.hold(places, count)
    pairs[count] = at
    doubts[count++] = left
  }
  places.pairCount = count
  return open
}
