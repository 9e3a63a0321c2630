import type { LanguageModel } from '../model/language-model.ts'
import { PerDocument } from '../text/per-document.ts'
import { gatherAll } from '../text/recall.ts'
import type { Document, Rulebook, Segment } from '../types.ts'
import type { Located, Question } from './close-reading/question.ts'
import { type Findings, type ReadDocument, type Reader, readBy, readerOf, readThrough } from './close-reading/reader.ts'

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

const readings = new WeakMap<Rulebook, CloseReading>()

/** The one close reading of a rulebook's matchers. */
export function closeReadingOf(rulebook: Rulebook): CloseReading {
  const reading = readings.get(rulebook) ?? new CloseReading()
  readings.set(rulebook, reading)
  return reading
}
