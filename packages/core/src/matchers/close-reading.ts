import type { LanguageModel } from '../model/language-model.ts'
import type { Rulebook, Segment } from '../types.ts'
import { doubt, type PlaceSettings, Places } from './close-reading/places.ts'
import { SoundPairs } from './close-reading/sound-pairs.ts'
import { PairBits } from './pair-bits.ts'

/** What one matcher asks the language model of the places of a text that want a closer look. */
export interface Question<Found> {
  /** Names the question within its rulebook. */
  readonly key: string
  /** The doubts that it looks into, as in `doubt`; it is asked only where there is one of them. */
  readonly doubts: number
  /** Where listed words may begin, for `doubt.word`; asked for when the first text is read. */
  words?(): PairBits
  /** What is wrong in the places of a text. */
  find(places: Places, settings: QuestionSettings): readonly Found[]
}

/** What a question is answered by. */
export interface QuestionSettings {
  readonly model: LanguageModel
  /** Where a question says that a pair is sound, so that it is not asked again. */
  readonly sound: SoundPairs
}

/** What was found in a segment, by the question's own terms. */
export type Asked<Found> = (segment: Segment, model: LanguageModel) => readonly Found[]

/**
 * What all matchers ask the language model. A segment is read once for all of them, when the first one asks about it;
 * the others are told what was found, which nearly always is nothing.
 */
export class CloseReading {
  readonly #questions: Question<unknown>[] = []
  readonly #known = new Map<string, Asked<unknown>>()
  #reader: Reader | undefined

  /** Adds a question; the one that was added before under its key stands for it. */
  add<Found>(question: Question<Found>): Asked<Found> {
    const known = this.#known.get(question.key)
    if (known !== undefined) return known as Asked<Found>
    const number = this.#questions.push(question) - 1
    this.#reader = undefined
    const asked: Asked<Found> = (segment, model) => this.#read(segment, model)[number] as readonly Found[]
    this.#known.set(question.key, asked)
    return asked
  }

  #read(segment: Segment, model: LanguageModel): Findings {
    if (this.#reader?.model !== model) this.#reader = readerOf(this.#questions, model)
    const reader = this.#reader
    const { closeRead } = segment
    if (closeRead?.reader === reader)
      return closeRead.findings
      // Written once, here: a map from segments costs as much as reading them.
    ;(segment as { closeRead?: Segment['closeRead'] }).closeRead = readBy(reader, segment.text)
    return segment.closeRead!.findings
  }
}

/** What was found in one text, by question. */
type Findings = readonly (readonly unknown[])[]

/** Reads texts with one model for the questions of one rulebook. */
interface Reader extends PlaceSettings, QuestionSettings {
  readonly questions: readonly Question<unknown>[]
  /** One object for all segments without a finding. */
  readonly nothing: { readonly reader: object; readonly findings: Findings }
}

const places = new Places()

function readerOf(questions: readonly Question<unknown>[], model: LanguageModel): Reader {
  const findings = questions.map(() => [])
  const reader = {
    model,
    questions,
    doubts: questions.reduce((sum, one) => sum | one.doubts, 0),
    words: questions.find((one) => one.words !== undefined)?.words?.() ?? new PairBits(),
    sound: new SoundPairs(),
    nothing: { reader: model as object, findings },
  }
  reader.nothing.reader = reader
  return reader
}

function readBy(reader: Reader, text: string): NonNullable<Segment['closeRead']> {
  places.read(text, reader)
  const open = openDoubts(reader)
  if (open === 0) return reader.nothing
  const findings = reader.questions.map((one) => ((one.doubts & open) === 0 ? [] : one.find(places, reader)))
  return findings.every((found) => found.length === 0) ? reader.nothing : { reader, findings }
}

/** Leaves out the pairs that are known to be sound; returns the doubts that remain. */
function openDoubts({ sound }: Reader): number {
  const { pairs, doubts } = places
  let open = places.characterCount > 0 ? doubt.character : 0
  let count = 0
  for (let index = 0; index < places.pairCount; index++) {
    const at = pairs[index]!
    const left = doubts[index]! & ~sound.dispelled(places, at)
    if (left === 0) continue
    open |= left
    sound.hold(places, count)
    pairs[count] = at
    doubts[count++] = left
  }
  places.pairCount = count
  return open
}

const readings = new WeakMap<Rulebook, CloseReading>()

/** The one close reading of a rulebook's matchers. */
export function closeReadingOf(rulebook: Rulebook): CloseReading {
  const reading = readings.get(rulebook) ?? new CloseReading()
  readings.set(rulebook, reading)
  return reading
}
