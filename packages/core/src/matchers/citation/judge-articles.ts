import type { ArticleClauses, ClauseIndex } from '../../laws/clauses.ts'
import type { Law } from '../../laws/law.ts'
import { type ArticleLimit, articleLimit } from '../../laws/look-up.ts'
import type { DraftDate } from '../../types.ts'
import type { CitedClause } from './articles.ts'
import type { LawMention } from './mention.ts'
import type { Verdict } from './verdict.ts'

/** Articles beyond this share of the last one are wrong even where the text of that day is not known. */
const unsureShare = 1.3

/** Judges the numbers of the articles cited after a title. */
export function judgeArticles(mention: LawMention, date: DraftDate): Verdict[] {
  const law = mention.resolution?.law
  const limit = law === undefined ? undefined : articleLimit(law, date)
  if (law === undefined || limit === undefined) return []
  return mention.articles
    .filter(({ number }) => number > limit.last || number === 0)
    .map(({ number, text, span }) => ({
      check: 'article',
      segment: mention.segment,
      span,
      right: [],
      facts: { title: law.title, article: text, last: lastOf(limit, law) },
      ...(limit.sure || number > limit.last * unsureShare || number === 0 ? {} : { severity: 'warning' as const }),
    }))
}

/** Of a draft older than the newest text only that text, or the longest that is known, can be spoken of. */
function lastOf({ last, newest }: ArticleLimit, law: Law): string {
  if (newest) return `最后一条是第${last}条`
  return last === law.articles ? `现行文本最后一条是第${last}条` : `已知各文本最多到第${last}条`
}

/** Judges the paragraphs and items cited with an article; only where the draft's day has the newest text. */
export function judgeClauses(mention: LawMention, date: DraftDate, clauses: ClauseIndex): Verdict[] {
  const law = mention.resolution?.law
  const newest = law?.effective ?? law?.revised
  if (law === undefined || newest === undefined || date === 'unknown' || date < newest) return []
  return mention.articles.flatMap((article) => {
    const known = clauses.find(law.title, article.number)
    if (known === undefined || known.length === 0) return []
    return article.clauses
      .filter((clause) => !exists(clause, known))
      .map(({ text, span }) => ({
        check: 'clause' as const,
        segment: mention.segment,
        span,
        right: [],
        facts: { title: law.title, article: article.text, clause: text, has: describe(known) },
      }))
  })
}

function exists({ paragraph, item }: CitedClause, known: ArticleClauses): boolean {
  if (paragraph !== undefined && paragraph > known.length) return false
  if (item === undefined) return true
  const most = paragraph === undefined ? Math.max(...known) : known[paragraph - 1]!
  return item <= most
}

function describe(known: ArticleClauses): string {
  const items = known.flatMap((count, at) => (count === 0 ? [] : [`第${at + 1}款${count}项`]))
  return `共${known.length}款${items.length === 0 ? '，没有分项' : `（${items.join('，')}）`}`
}
