import type { Segmenter } from '../../types.ts'
import { bytes } from './blocks.ts'
import type { CatalogIndex } from './catalog-index.ts'
import { contextOf } from './context.ts'
import { type Change, differences } from './difference.ts'
import {
  type Evidence,
  edgesVouched,
  hasStop,
  isSlip,
  isSure,
  isVouched,
  needsVouching,
  objectionTo,
  telling,
  wordsAgree,
} from './evidence.ts'
import type { Form } from './form.ts'
import { isUneven } from './items.ts'
import { Known } from './known.ts'
import type { Candidate } from './search.ts'
import { gapKinds, type Skeleton, stringOf, textSpan } from './skeleton.ts'
import { skeletonOfForm } from './spellings.ts'
import type { Suspect } from './suspects.ts'
import { breaksWord, leavesWordsWhole, wordingOf } from './wording.ts'

/** A stretch of text that is a broken form. */
export interface NearMiss {
  /** The form that was meant, and others that come as near. */
  readonly form: number
  readonly others: readonly number[]
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
  readonly changes: readonly Change[]
  /** The skeleton of the stretch. */
  readonly written: string
  /** Hardly anything else can have been meant; else a person must look. */
  readonly sure: boolean
  /** The hand or the eye slipped: what differs sounds or looks alike, is swapped, or leaves a word in pieces. */
  readonly slip: boolean
}

/** What decides besides the text itself. */
export interface Judgement {
  readonly segmenter: Segmenter
  /** A form that does not hold on the draft's day is neither demanded nor held against the text. */
  isInForce(form: Form): boolean
}

/** A candidate that nothing speaks against so far. Its form is not looked up before: mostly something does. */
interface Reading extends Omit<Candidate, 'form'>, Omit<Evidence, 'form'> {
  readonly form: Form
  readonly number: number
  readonly score: number
}

/** The broken forms of a text in reading order, and whether a stretch of its skeleton is right wording. */
export interface NearMisses {
  readonly misses: readonly NearMiss[]
  isKnown(start: number, end: number): boolean
}

/** The broken forms among what nearly is one in a text: the best reading of each place, none that is right wording or cuts a word. */
export function nearMisses(index: CatalogIndex, { skeleton, near, whole }: Suspect, judgement: Judgement): NearMisses {
  const known = new Known(index.known, skeleton, whole)
  const isKnown = (start: number, end: number) => known.covers(start, end)
  if (near.length === 0) return { misses: [], isKnown }
  const readings = near
    .flatMap((candidate) => read(candidate, { index, skeleton, known, judgement }))
    .sort((a, b) => b.score - a.score || a.start - b.start || a.number - b.number)
  const bySpan = new Map<number, Reading[]>()
  for (const reading of readings) bySpan.set(spanKey(reading), [...(bySpan.get(spanKey(reading)) ?? []), reading])
  const taken = bytes(skeleton.codes.length)
  const found: NearMiss[] = []
  for (const reading of readings) {
    if (taken.subarray(reading.start, reading.end).includes(1)) continue
    const others = bySpan.get(spanKey(reading))!.filter((other) => isRival(other, reading))
    if (others.length > mostRivals) continue
    const wording = wordingOf(reading, skeleton, judgement.segmenter)
    const breaks = () => breaksWord(reading.form.skeleton, reading.changes, judgement.segmenter)
    if (!wordsAgree(reading, { fluent: wording.fluent, cutsWords: wording.cutsWords, breaksWord: breaks })) continue
    taken.fill(1, reading.start, reading.end)
    const { changes, written } = reading
    const { start, end } = withMarks(textSpan(skeleton, reading.start, reading.end), skeleton.text, reading.form.text)
    found.push({
      form: reading.number,
      others: others.map(({ number }) => number),
      start,
      end,
      changes,
      written,
      sure: isSure(reading, wording.fluent),
      slip: changes.every((change) => isSlip(change) || (change.kind === 'dropped' && breaks())),
    })
  }
  return { misses: found.sort((a, b) => a.start - b.start), isKnown }
}

/** The stretch with the marks around it that the form begins or ends with, so that a suggestion does not double them. */
function withMarks(span: { start: number; end: number }, text: string, form: string): { start: number; end: number } {
  const lead = /^[^\p{L}\p{N}]*/u.exec(form)![0]
  const trail = /[^\p{L}\p{N}]*$/u.exec(form)![0]
  return {
    start: text.slice(0, span.start).endsWith(lead) ? span.start - lead.length : span.start,
    end: text.startsWith(trail, span.end) ? span.end + trail.length : span.end,
  }
}

function spanKey({ start, end }: Reading): number {
  return start * 0x100 + (end - start)
}

function read(
  candidate: Candidate,
  about: { index: CatalogIndex; skeleton: Skeleton; known: Known; judgement: Judgement },
): Reading[] {
  const { index, skeleton, known, judgement } = about
  const { start, end, headWhole, tailWhole } = candidate
  const { spellings } = index
  const whole = (): Form => index.forms[candidate.form]!
  const context = contextOf(spellings.vouched[candidate.form] === 1 ? whole() : withoutWords, skeleton, candidate)
  if (needsVouching(candidate, spellings)) {
    if (!isVouched(context) || !edgesVouched({ headWhole, tailWhole, context })) return []
  }
  const written = stringOf(skeleton.codes, start, end)
  if (hasStop(written)) return []
  const meant = skeletonOfForm(spellings, candidate.form)
  if (isPart(written, meant) && !edgesVouched({ ...wholeEdges(written, meant), context })) return []
  const all = differences(meant, written)
  if (addsAtEdge(all, meant.length)) return []
  const changes = telling(all)
  const uneven = isUneven({ changes, skeleton, start, end }, whole)
  const evidence = { form: { skeleton: meant }, written, changes, headWhole, tailWhole, context, uneven }
  if (changes.length === 0 || leavesWordsWhole(evidence, judgement.segmenter)) return []
  if (isRight({ start, end, changes }, { skeleton, known, form: whole }) || objectionTo(evidence) !== undefined)
    return []
  const form = whole()
  if (!judgement.isInForce(form)) return []
  const weight = changes.reduce((sum, change) => sum + change.weight, 0)
  const edges = Number(!headWhole) + Number(!tailWhole)
  const score = meant.length - 2 * (weight + edges)
  const { cost } = candidate
  // Named one by one: to spread two objects into a third takes microseconds.
  return [
    { start, end, cost, headWhole, tailWhole, written, changes, context, uneven, form, number: candidate.form, score },
  ]
}

const withoutWords = { before: [], after: [] }

/** Whether the stretch is a form without its first or its last characters, even if others between could be missing as well. */
function isPart(written: string, form: string): boolean {
  return written.length < form.length && (form.startsWith(written) || form.endsWith(written))
}

function wholeEdges(written: string, form: string): { headWhole: boolean; tailWhole: boolean } {
  return { headWhole: form.startsWith(written), tailWhole: form.endsWith(written) }
}

/** A character added before or after a form is none of it. */
function addsAtEdge(changes: readonly Change[], length: number): boolean {
  return changes.some(({ kind, form }) => kind === 'added' && (form.start === 0 || form.end === length))
}

/** Whether the changed places are right wording after all, or marks stand inside where the form has none. */
function isRight(
  { start, end, changes }: { start: number; end: number; changes: readonly Change[] },
  { skeleton, known, form }: { skeleton: Skeleton; known: Known; form(): Form },
): boolean {
  for (let i = start + 1; i < end; i++) {
    const gap = skeleton.gaps[i]!
    if (gap === gapKinds.bracket ? !form().text.includes('（') : gap >= gapKinds.list && !form().hasMarks) return true
  }
  return changes.every(({ text }) => {
    const from = start + text.start
    const to = start + text.end
    return from === to ? from > 0 && known.covers(from - 1, from + 1) : known.covers(from, to)
  })
}

/** How much worse another reading of the same stretch may be and still be offered. */
const rivalMargin = 0.5

/** A stretch that comes as near to more forms than this lacks just what tells them apart, and may mean none of them. */
const mostRivals = 4

function isRival(other: Reading, reading: Reading): boolean {
  return other.number !== reading.number && reading.score - other.score < rivalMargin
}
