import { articleLimit } from '../../laws/look-up.ts'
import type { DraftDate } from '../../types.ts'
import type { LawMention } from './mentions.ts'
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
      facts: { title: law.title, article: text, last: String(limit.last) },
      ...(limit.sure || number > limit.last * unsureShare || number === 0 ? {} : { severity: 'warning' as const }),
    }))
}
