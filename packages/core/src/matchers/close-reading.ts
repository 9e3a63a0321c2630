import type { LanguageModel } from '../model/language-model.ts'
import { PerDocument } from '../text/per-document.ts'
import { gatherAll } from '../text/recall.ts'
import type { Document, Rulebook, Segment } from '../types.ts'
import { type Passage, passagesOf } from './close-reading/passage.ts'
import { doubt, type PlaceSettings, Places } from './close-reading/places.ts'
import { SoundPairs } from './close-reading/sound-pairs.ts'
import { PairBits } from './pair-bits.ts'

/** What one matcher asks the language model of the places of a text that want a closer look. */
export interface Question<Found extends Located> {
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

/** Something found: where it begins, in the text of the places or in a segment. */
export interface Located {
  readonly at: number
}

/** A question that was added. */
export interface Asked<Found extends Located> {
  /** What is found in one segment, which is read once for all questions. */
  in(segment: Segment, model: LanguageModel): readonly Found[]
  /** What is found in all segments of a document, which is read once; but each question goes through it by itself. */
  throughout(document: Document, model: LanguageModel): readonly FoundInSegment<Found>[]
}

/** Something found in a segment. */
export interface FoundInSegment<Found extends Located> {
  readonly segment: Segment
  readonly found: Found
}

/**
 * What all matchers ask the language model. Where two of them ask about the same place, it is looked at once: a segment
 * by itself with all questions, as a draft is edited; else a document, question by question, since what one question
 * looks up fills the processor's near memory.
 */
export class CloseReading {
  readonly #questions: Question<Located>[] = []
  readonly #known = new Map<string, Asked<Located>>()
  readonly #read = new PerDocument<ReadDocument>()
  #reader: Reader | undefined

  /** Adds a question; the one that was added before under its key stands for it. */
  add<Found extends Located>(question: Question<Found>): Asked<Found> {
    const known = this.#known.get(question.key)
    if (known !== undefined) return known as Asked<Found>
    const number = this.#questions.push(question) - 1
    this.#reader = undefined
    const asked: Asked<Found> = {
      in: (segment, model) => this.#readSegment(segment, model)[number] as readonly Found[],
      throughout: (document, model) => this.#ask(question, document, model),
    }
    this.#known.set(question.key, asked)
    return asked
  }

  #ask<Found extends Located>(question: Question<Found>, document: Document, model: LanguageModel) {
    const reader = this.#readerFor(model)
    const known = this.#read.get(document)
    const read = known?.reader === reader ? known : readThrough(document, reader)
    if (read !== known) this.#read.set(document, read)
    const all: FoundInSegment<Found>[] = []
    for (const { passage, places, open } of read.passages) {
      if ((question.doubts & open) === 0) continue
      for (const one of question.find(places, reader)) {
        const { segment, at } = passage.whereIs(one.at)
        all.push({ segment, found: { ...one, at } })
      }
    }
    return all
  }

  #readSegment(segment: Segment, model: LanguageModel): Findings {
    const reader = this.#readerFor(model)
    const { closeRead } = segment
    if (closeRead?.reader === reader)
      return closeRead.findings
      // Written once, here: a map from segments costs as much as reading them.
    ;(segment as { closeRead?: Segment['closeRead'] }).closeRead = readBy(reader, segment.text)
    return segment.closeRead!.findings
  }

  #readerFor(model: LanguageModel): Reader {
    if (this.#reader?.model !== model) this.#reader = readerOf(this.#questions, model)
    return this.#reader
  }
}

/**
 * What `tell` says of everything that a question finds in a document. While a draft is edited it is kept from check to
 * check, by `asker`.
 */
export function tellAll<Found extends Located, Told>(
  asked: Asked<Found>,
  { document, model, asker }: { readonly document: Document; readonly model: LanguageModel; readonly asker: object },
  tell: (one: FoundInSegment<Found>) => readonly Told[],
): Told[] {
  if (document.gathering === undefined) return asked.throughout(document, model).flatMap(tell)
  return gatherAll(document, asker, (segment) => asked.in(segment, model).flatMap((found) => tell({ segment, found })))
}

/** What a question finds in some segments of a document, or in all. */
export function askAbout<Found extends Located>(
  asked: Asked<Found>,
  segments: readonly Segment[],
  { document, model }: { readonly document: Document; readonly model: LanguageModel },
): readonly FoundInSegment<Found>[] {
  if (document.gathering === undefined && segments === document.segments) return asked.throughout(document, model)
  return segments.flatMap((segment) => asked.in(segment, model).map((found) => ({ segment, found })))
}

/** A document as one reader has read it. */
interface ReadDocument {
  readonly reader: Reader
  readonly passages: readonly ReadPassage[]
}

interface ReadPassage {
  readonly passage: Passage
  readonly places: Places
  /** The doubts that remain. */
  readonly open: number
}

function readThrough({ segments }: Document, reader: Reader): ReadDocument {
  const passages = passagesOf(segments).map((passage): ReadPassage => {
    places.read(passage.text, reader, passage)
    const open = openDoubts(reader)
    return { passage, places: places.copied(), open }
  })
  return { reader, passages }
}

/** What was found in one text, by question. */
type Findings = readonly (readonly unknown[])[]

/** Reads texts with one model for the questions of one rulebook. */
interface Reader extends PlaceSettings, QuestionSettings {
  readonly questions: readonly Question<Located>[]
  /** One object for all segments without a finding. */
  readonly nothing: { readonly reader: object; readonly findings: Findings }
}

const places = new Places()

function readerOf(questions: readonly Question<Located>[], model: LanguageModel): Reader {
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
