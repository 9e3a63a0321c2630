import { enclosureIn, QUOTATION_MARKS, TITLE_MARKS } from '../text/enclosure.ts'
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
  quotation: ({ segment, span }) => enclosureIn(segment, span, QUOTATION_MARKS) !== undefined,
  'book-title': ({ segment, span }) => enclosureIn(segment, span, TITLE_MARKS) !== undefined,
  'document-number': ({ segment, span }) => DOCUMENT_NUMBER.test(segment.text.slice(span.end, span.end + 20)),
  history: isHistory,
}

/** The rest of a document number after an institution's name: 办字〔2016〕, 令（第5号）, 公告2017年第3号. */
const DOCUMENT_NUMBER =
  /^[\u4e00-\u9fff]{0,6}(?:[〔［[（(【]\s?(?:19|20)\d{2}\s?[〕］\]）)】]|(?:令|公告)\s?(?:[（(]?(?:19|20)\d{2}年)?第)/

const FORMERLY = /(?:原|前|时任|曾任|旧称|原名|原称|前身(?:是|为)?|历任|撤销|不再保留|取消)[“‘「『《（(\s]*$/
/** What tells of a change of names, not what only shares its words: 明确职责, 历史使命, 整合资源. */
const CHANGE =
  /更名|改名|改称|旧称|原称|原名|曾用名|以前称|前身|改组[为成]|组建[^，。；]{0,16}[部局委署厅会]|不再(?:保留|使用|设立)|撤销|并入|划[入归转]|转隶|机构改革|职责(?:整合|划|并)|(?:整合|合并)(?:为|成|组建|后)|[挂摘]牌|(?:改|调整|修改|变更)为|历史(?:上|沿革|文件|资料|档案)/

/** Characters to each side, within the sentence, that may tell of the change. */
const REACH = 40

function isHistory({ segment: { text }, span }: Match): boolean {
  if (FORMERLY.test(text.slice(Math.max(0, span.start - 12), span.start))) return true
  const sentence = sentenceAround(text, span)
  const from = Math.max(sentence.start, span.start - REACH)
  return CHANGE.test(text.slice(from, Math.min(sentence.end, span.end + REACH)))
}
