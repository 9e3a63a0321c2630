import { enclosureIn, QUOTATION_MARKS, TITLE_MARKS } from '../text/enclosure.ts'
import { PerDocument } from '../text/per-document.ts'
import { sentenceAround } from '../text/sentence.ts'
import type { Document, Match, Segment } from '../types.ts'

/**
 * Whether the text talks about the error instead of making it: 将“习近平总书记”错写为“习总书记”. The match then stands
 * in quotation marks next to words of correction, or directly beside them, or in a table's column of errors, which its
 * `head` tells.
 */
export function isMention(match: Match, head: string | undefined): boolean {
  const { text } = match.segment
  const { start, end } = match.span
  if (WRITTEN_AS.test(text.slice(Math.max(0, start - 8), start))) return true
  if (SHOULD_BE.test(text.slice(end, end + 8))) return true
  const quoted = enclosureIn(match.segment, match.span, QUOTATION_MARKS)
  if (quoted !== undefined && speaksOfErrors(text, quoted, match)) return true
  const titled = enclosureIn(match.segment, match.span, TITLE_MARKS)
  if (titled !== undefined && ERROR_WORDS.test(sentenceOf(match))) return true
  return head !== undefined && head.length <= 12 && ERROR_COLUMN.test(head)
}

const WRITTEN_AS = /(?:错|误)(?:写|作|称|为|记|印|打|排|简称|表述)(?:为|成|作)?[“‘「『《"]?$/
const SHOULD_BE =
  /^[”’」』》"]?(?:应为|应改为|应写作|应写为|应作|应是|应当为|改为|改成|更正为|修改为|系.{0,4}之误|的错误)/

const BEFORE =
  /(?:写|误|错|称|述|简化|省略)(?:为|成|作)|误写|错写|错误|误用|不得|不能|不应|不要|不可|禁止|禁用|避免|慎用|不宜|不用|不使用|不再使用|停用|规范|错别字|错敏|例如|诸如|将|把/
const AFTER =
  /写成|写作|写为|误写|错写|错误|误为|应为|应改|应写|应当|改为|改成|更正|修改|规范为|不规范|有误|混用|等(?:严重)?(?:错误|不规范|错敏|问题|表述)|的(?:错误|提法|说法|表述|写法|简称)/

/** 依照《…》应当…, 修改《…》 are said of laws every day: around title marks the sentence must name an error. */
const ERROR_WORDS = /错写|误写|写成|写为|写作|错误|误用|误称|错称|误作|错别字|错敏|应改为|有误/

function sentenceOf({ segment, span }: Match): string {
  const { start, end } = sentenceAround(segment.text, span)
  return segment.text.slice(start, end)
}

function speaksOfErrors(text: string, quoted: { start: number; end: number }, match: Match): boolean {
  const sentence = sentenceAround(text, match.span)
  const before = text.slice(Math.max(sentence.start, quoted.start - 40), quoted.start - 1)
  const after = text.slice(quoted.end + 1, Math.min(sentence.end, quoted.end + 16))
  return AFTER.test(after) || (BEFORE.test(before) && CORRECTION.test(text.slice(sentence.start, sentence.end)))
}

/** At least one word of the sentence must be about wording itself. */
const CORRECTION =
  /错写|误写|写成|写为|写作|错误|误用|误称|错称|误作|表述|提法|说法|简称|称呼|用语|错别字|错敏|应为|应改|改为|规范|禁用|不使用/

const ERROR_COLUMN = /错误|错情|有误|误写|错词|错敏|原文|疑似|不规范|问题词|问题内容|禁用/

/** What stands at the head of a cell's column; undefined for heads themselves, and outside tables. */
export function columnHead({ cell }: Segment, document: Document): string | undefined {
  if (cell === undefined || cell.row === 0) return undefined
  const heads = known.get(document) ?? headsOf(document)
  known.set(document, heads)
  return heads.get(`${cell.table} ${cell.column}`)
}

/** The heads of all tables, read when the first match in a cell asks. */
const known = new PerDocument<ReadonlyMap<string, string>>()

function headsOf({ segments }: Document): ReadonlyMap<string, string> {
  const heads = new Map<string, string>()
  for (const { cell, text } of segments) {
    if (cell?.row !== 0) continue
    const key = `${cell.table} ${cell.column}`
    if (!heads.has(key)) heads.set(key, text)
  }
  return heads
}
