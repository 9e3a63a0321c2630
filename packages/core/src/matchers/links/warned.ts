import type { Segment, SegmentSpan } from '../../types.ts'

const WARNING = /警惕|提防|谨防|当心|识别|辨别|仿冒|假冒|冒充|冒用|山寨|伪造|虚假|钓鱼|诈骗|骗局|假网站|非法网站/
const LONGEST_SENTENCE = 120

/** Whether the sentence warns of the address it shows: 警惕“…”等仿冒网站. */
export function isWarnedOf({ text }: Segment, { start, end }: SegmentSpan): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_SENTENCE), start)
  const after = text.slice(end, end + LONGEST_SENTENCE)
  return WARNING.test(before.slice(before.search(/[^。！？\n]*$/)) + after.slice(0, after.search(/[。！？\n]|$/)))
}
