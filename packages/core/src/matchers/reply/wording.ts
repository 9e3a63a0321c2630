import type { Segment } from '../../types.ts'
import { type FaultTest, type ReplyFault, since } from './fault.ts'
import type { Reply } from './reply.ts'

/** An article that remedy clauses used to cite, and the one that says so now. */
export interface MovedArticle {
  readonly law: string
  readonly old: string
  readonly now: string
  readonly from: string
  /** What the sentence must speak of; remedies where it is not given. */
  readonly about?: string
}

const LONGEST_SENTENCE = 200
/** 行政复议法 of 2023 speaks of 行政行为 throughout. */
const ACT_SINCE = '2024-01-01'
/** 政府信息公开条例 as revised in 2019: twenty working days. */
const TWENTY_DAYS_SINCE = '2019-05-15'

/** Terms, articles and periods that the law has left behind. */
export function wordingFaults(articles: readonly MovedArticle[]): FaultTest {
  return (reply) => [
    ...oldTerms(reply),
    ...movedArticles(reply, articles),
    ...answerPeriod(reply),
    ...wrongStart(reply),
  ]
}

function oldTerms(reply: Reply): ReplyFault[] {
  return reply.segments.flatMap((segment) =>
    [...segment.text.matchAll(/具体行政行为/g)]
      .filter(({ index }) => !isQuoted(segment.text, index))
      .map(({ index }) =>
        since(ACT_SINCE, reply, {
          fault: 'old-term',
          segment,
          span: { start: index, end: index + 6 },
          right: ['行政行为'],
        }),
      ),
  )
}

function isQuoted(text: string, at: number): boolean {
  return (
    text.lastIndexOf('“', at) > text.lastIndexOf('”', at) || text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
  )
}

/** Only sentences that speak of reconsideration, a suit or a complaint cite an article for it. */
function movedArticles(reply: Reply, articles: readonly MovedArticle[]): ReplyFault[] {
  return reply.segments
    .filter(({ text }) => text.includes('》'))
    .flatMap((segment) => articles.flatMap((article) => movedIn(segment, article, reply)))
}

function movedIn(
  segment: Segment,
  { law, old, now, from, about = '复议|诉讼|举报' }: MovedArticle,
  reply: Reply,
): ReplyFault[] {
  const subject = new RegExp(about)
  if (!subject.test(segment.text)) return []
  const item = now.includes('项') ? '(?:第.{1,3}款)?(?:第?[（(]?[一二三四五六七\\d][)）]?项)?' : ''
  const pattern = new RegExp(
    `《(?:中华人民共和国)?${law}》(?:（[^）]*）)?(?:的)?(${old}${item})(?:第.{1,3}款)?(?:的)?(?:规定)?`,
    'g',
  )
  return [...segment.text.matchAll(pattern)].flatMap((found) => {
    if (!subject.test(restOfSentence(segment.text, found.index + found[0].length))) return []
    const start = found.index + found[0].indexOf(old)
    const span = { start, end: start + (found[1] ?? old).length }
    return [since(from, reply, { fault: 'moved-article', segment, span, right: [now], facts: { law, now } })]
  })
}

function restOfSentence(text: string, from: number): string {
  const rest = text.slice(from, from + LONGEST_SENTENCE)
  return rest.slice(0, rest.search(/。|$/))
}

function answerPeriod(reply: Reply): ReplyFault[] {
  if (reply.kind !== 'disclosure' && !/信息公开/.test(reply.title.text)) return []
  return reply.segments.flatMap((segment) =>
    [...segment.text.matchAll(/(?:15|１５|十五) ?个工作日/g)].flatMap((found) => {
      const sentence = sentenceOf(segment.text, found.index)
      if (!/答复|公开申请|提供/.test(sentence) || /第三方|征求|意见|补正|复议|诉讼/.test(sentence)) return []
      const right = found[0].replace(/15|１５/, '20').replace('十五', '二十')
      const span = { start: found.index, end: found.index + found[0].length }
      return [since(TWENTY_DAYS_SINCE, reply, { fault: 'answer-period', segment, span, right: [right] })]
    }),
  )
}

function sentenceOf(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_SENTENCE), at)
  return before.slice(before.lastIndexOf('。') + 1) + restOfSentence(text, at)
}

/** From the day it was made or issued, before anybody knew of it. */
function wrongStart({ remedies }: Reply): ReplyFault[] {
  return remedies.flatMap(({ start, segment, after }) => {
    if (start === undefined || after) return []
    if (!/作出|发出|发文|印发|落款|签发|制作|下发/.test(start.text) || /知道|收到|接到|送达/.test(start.text)) return []
    return [{ fault: 'start', segment, span: start, facts: { found: start.text } }]
  })
}
