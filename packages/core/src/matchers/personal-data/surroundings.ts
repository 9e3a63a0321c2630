import type { SegmentSpan } from '../../types.ts'
import { type Label, type LabelKind, labelsIn } from './labels.ts'
import type { Page } from './page.ts'
import { hasNameBeside } from './person-name.ts'
import { tellsOfPrivatePerson } from './private-person.ts'
import type { Roster } from './tables.ts'

/** What stands around a number, as far as it tells whose it is. */
export interface Surroundings {
  /** What the nearest label says: before the number, left of its cell, or at the head of its column. */
  readonly label: LabelKind | undefined
  /** A passport or permit named earlier in the sentence: 普通护照，证件号…. */
  readonly document: 'passport' | 'permit' | undefined
  /** An office gives this number to the public: 联系电话, 咨询电话, a table of posts. */
  readonly office: boolean
  /** A person's name stands beside it or in its row. */
  readonly named: boolean
  /** The same sentence or row speaks of a private person: identity number, sex, age, home. */
  readonly identity: boolean
  readonly roster: Roster
}

const SENTENCE_ENDS = new Set('。！？!?\n')
/** A sentence longer than this is read no further, which keeps the work linear. */
const LONGEST_SENTENCE = 300

/** Reads the surroundings of a stretch of a page's segment. */
export function surroundingsAt(page: Page, span: SegmentSpan): Surroundings {
  const sentence = sentenceAround(page.ascii, span)
  const labels = labelsBetween(page.labels(), sentence)
  const before = labels.filter(({ end }) => end <= span.start)
  const label = before.at(-1)?.kind ?? labelOutside(page, sentence)
  const identity =
    labels.some((found) => found.kind === 'identity' && hasValue(page.ascii, found)) ||
    tellsOfPrivatePerson(page.ascii.slice(sentence.start, span.start))
  const named = hasNameBeside(page.ascii, span.start, span.end)
  const { table } = page
  const document = before.map(({ kind }) => kind).findLast((kind) => kind === 'passport' || kind === 'permit')
  if (table === undefined) {
    const office = before.some(({ kind }) => kind === 'office') || isContactBlock(page.linesBefore)
    return { label, document, office, named, identity, roster: undefined }
  }
  return {
    label,
    document,
    office: table.roster === 'offices' || (label === 'office' && table.roster === undefined),
    named: named || table.hasName(page.segment),
    identity: identity || table.roster === 'people',
    roster: table.roster,
  }
}

/** 身份证号330106…, not 请携带身份证. */
function hasValue(text: string, { end }: Label): boolean {
  return /^\p{Script=Han}{0,4}[\s:：]{0,2}[\d*]/u.test(text.slice(end, end + 8))
}

/** What the table's heads say, or the line before: `身份证号：` alone, its number below. */
function labelOutside(page: Page, sentence: SegmentSpan): LabelKind | undefined {
  if (page.table !== undefined) {
    return page.table.heads(page.segment).flatMap((head) => labelsIn(head).slice(-1))[0]?.kind
  }
  const line = page.linesBefore[0]
  if (line === undefined || sentence.start > 0) return undefined
  const label = labelsIn(line).at(-1)
  return label !== undefined && /^[\s\u3000:：]*$/.test(line.slice(label.end)) ? label.kind : undefined
}

/** The lines right above are labelled ones, and an office's: 联系人：… / 地址和邮箱：… / 手机：… */
function isContactBlock(lines: readonly string[]): boolean {
  for (const line of lines) {
    const kinds = labelsIn(line).map(({ kind }) => kind)
    if (kinds.includes('identity')) return false
    if (kinds.includes('office')) return true
    if (!/^[^:：]{1,10}[:：]/.test(line)) return false
  }
  return false
}

function sentenceAround(text: string, span: SegmentSpan): SegmentSpan {
  let start = span.start
  while (start > 0 && span.start - start < LONGEST_SENTENCE && !SENTENCE_ENDS.has(text[start - 1]!)) start--
  let end = span.end
  while (end < text.length && end - span.end < LONGEST_SENTENCE && !SENTENCE_ENDS.has(text[end]!)) end++
  return { start, end }
}

/** The labels that begin in a stretch; `labels` is in reading order. */
function labelsBetween(labels: readonly Label[], { start, end }: SegmentSpan): Label[] {
  let low = 0
  let high = labels.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (labels[middle]!.start < start) low = middle + 1
    else high = middle
  }
  const between: Label[] = []
  for (let i = low; i < labels.length && labels[i]!.start < end; i++) between.push(labels[i]!)
  return between
}
