import { enclosure, QUOTATION_MARKS, TITLE_MARKS } from '../text/enclosure.ts'
import { sentenceAround } from '../text/sentence.ts'
import type { Allowance, Match } from '../types.ts'

/** Whether one of the rule's allowances makes the match right where it stands. */
export function isAllowed(match: Match): boolean {
  return match.rule.allow.some((allowance) => holds(allowance, match))
}

function holds(allowance: Allowance, match: Match): boolean {
  if (typeof allowance === 'string') return CONTEXTS[allowance](match)
  const { text } = match.segment
  const { start, end } = match.span
  if ('before' in allowance) {
    const before = text.slice(Math.max(0, start - 24), start).replace(OPENING, '')
    return allowance.before.some((phrase) => before.endsWith(phrase))
  }
  if ('after' in allowance) {
    const after = text.slice(end, end + 24).replace(CLOSING, '')
    return allowance.after.some((phrase) => after.startsWith(phrase) || text.startsWith(phrase, end))
  }
  if ('within' in allowance) return allowance.within.some((phrase) => isWithin(phrase, match))
  const sentence = sentenceAround(text, match.span)
  const words = text.slice(sentence.start, sentence.end)
  return allowance.sentence.some((phrase) => words.includes(phrase))
}

/** Marks and blanks that may stand between a neighbour and the match: 原“国家工商总局”. */
const OPENING = /[“‘「『《〈（(\s"]+$/
const CLOSING = /^[”’」』》〉）)\s"]+/

function isWithin(phrase: string, { segment, span }: Match): boolean {
  const from = Math.max(0, span.end - phrase.length)
  for (
    let at = segment.text.indexOf(phrase, from);
    at >= 0 && at <= span.start;
    at = segment.text.indexOf(phrase, at + 1)
  ) {
    if (at + phrase.length >= span.end) return true
  }
  return false
}

const CONTEXTS: Record<Extract<Allowance, string>, (match: Match) => boolean> = {
  quotation: ({ segment, span }) => enclosure(segment.text, span, QUOTATION_MARKS) !== undefined,
  'book-title': ({ segment, span }) => enclosure(segment.text, span, TITLE_MARKS) !== undefined,
  'document-number': ({ segment, span }) => DOCUMENT_NUMBER.test(segment.text.slice(span.end, span.end + 20)),
  history: isHistory,
}

/** The rest of a document number after an institution's name: 办字〔2016〕, 令（第5号）, 公告2017年第3号. */
const DOCUMENT_NUMBER =
  /^[\u4e00-\u9fff]{0,6}(?:[〔［[（(【]\s?(?:19|20)\d{2}\s?[〕］\]）)】]|(?:令|公告)\s?(?:[（(]?(?:19|20)\d{2}年)?第)/

const FORMERLY = /(?:原|前|时任|曾任|旧称|原名|原称|前身(?:是|为)?|历任|由|从|撤销|不再保留|取消)[“‘「『《（(\s]*$/
const RENAMING =
  /更名|改名|改称|改组|组建|重新组建|撤销|不再保留|整合|合并|并入|划入|划转|职责|前身|曾用名|机构改革|原称|原名|挂牌|摘牌|以前称|历史/

function isHistory({ segment, span }: Match): boolean {
  if (FORMERLY.test(segment.text.slice(Math.max(0, span.start - 12), span.start))) return true
  const sentence = sentenceAround(segment.text, span)
  return RENAMING.test(segment.text.slice(sentence.start, sentence.end))
}
