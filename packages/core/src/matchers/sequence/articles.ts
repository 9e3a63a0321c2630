import { hint } from '../../text/hints.ts'
import { gatherAll } from '../../text/recall.ts'
import { hasHint } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import { numeralClass, readNumeral } from '../citation/numeral.ts'
import { isExcerpt } from './excerpt.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'
import { mayBegin } from './leads.ts'

/**
 * Articles (第…条) of one rule or law of which one is left out or said twice. Told only where the run before and the run
 * behind agree, or at the end of a text that counts from 第一条, so that excerpts, amendments and two laws on one page stay silent; 第三条之一 counts for nothing.
 */
export const articles: SequenceCheck = (document) => {
  const found = articlesOf(document)
  return found.flatMap((article, index) => {
    const [first, before, after] = [found[index - 2], found[index - 1], found[index + 1]]
    if (before === undefined || first?.value !== before.value - 1) return []
    const kind = kindOf(before.value, article.value)
    if (kind === undefined || (after !== undefined && !goesOn(article, after, kind))) return []
    if (after === undefined && kind === '跳号' && (!countsFromOne(found.slice(0, index)) || isExcerpt(document)))
      return []
    return [faultOf(before, article, kind)]
  })
}

/** Whether the articles behind the last 第一条 count on without a gap: a whole text, no excerpt. */
function countsFromOne(found: readonly Article[]): boolean {
  const run = found.slice(found.findLastIndex(({ value }) => value === 1))
  return run[0]?.value === 1 && run.every(({ value }, index) => value === index + 1)
}

interface Article {
  readonly value: number
  readonly segment: Segment
  readonly start: number
  readonly end: number
}

const HEAD = new RegExp(`^\\s*第([${numeralClass}]{1,8})条(?=[\\s　（(【：:]|[^之的规款项和至、，中所第]|$)`)

/** What HEAD begins with. */
const FIRST: ReadonlySet<number> = new Set(['第'.charCodeAt(0)])

/** The articles that begin a paragraph of their own; one that a colon introduces is quoted. */
function articlesOf(document: Document): Article[] {
  if (!mayBegin(document, FIRST)) return []
  return gatherAll(document, HEAD, articleIn).filter(({ segment }) => !isQuoted(segment, document))
}

function articleIn(segment: Segment): readonly Article[] {
  const head = isBody(segment) && hasHint(segment, hint.article) ? HEAD.exec(segment.text) : null
  const value = readNumeral(head?.[1] ?? '')
  if (head === null || value === undefined) return NONE
  return [{ value, segment, start: head[0].search(/\S/), end: head[0].length }]
}

const NONE: readonly Article[] = []

function isQuoted({ index }: Segment, { segments }: Document): boolean {
  let before = index - 1
  while (before >= 0 && !isBody(segments[before]!)) before--
  return /[：:]\s*$/.test(segments[before]?.text ?? '')
}

function isBody({ scope }: Segment): boolean {
  return scope === 'prose' || scope === 'heading'
}

/** One number left out, or the same one again; a larger gap is another text. */
function kindOf(before: number, value: number): string | undefined {
  if (value === before) return '重复'
  return value === before + 2 ? '跳号' : undefined
}

/** The run behind agrees: it counts on, from the right number or the wrong one, or says again what was taken from it. */
function goesOn({ value }: Article, after: Article, kind: string): boolean {
  return after.value === value + 1 || after.value === (kind === '跳号' ? value : value + 2)
}

function faultOf(before: Article, article: Article, kind: string): SequenceFault {
  const nameOf = ({ segment, start, end }: Article) => segment.text.slice(start, end)
  return {
    segment: article.segment,
    span: { start: article.start, end: article.end },
    facts: { kind, mark: nameOf(article), before: nameOf(before), expected: `第${before.value + 1}条` },
    related: [{ segment: before.segment, span: { start: before.start, end: before.end }, message: '前一条' }],
  }
}
