import { smallNumber } from '../../text/chinese-number.ts'
import { hint } from '../../text/hints.ts'
import { gather, type Saying } from '../../text/recall.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Document, Segment, SegmentSpan } from '../../types.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'
import { breaksOf } from './headings.ts'
import { type Marker, markersOf } from './markers.ts'

const NOUN =
  '方面|问题|要求|措施|工作|任务|内容|意见|建议|事项|情形|条件|原则|步骤|环节|材料|证件|资料|手续|阶段|程序|类型|方式'
const FIGURE = '([二两三四五六七八九十]|\\d)\\s?(?:个|项|条|点|类|种|大|件)?'

/** 以下三个方面 */
const FOLLOWING = `(?:以下|下列|如下|下面)(?:几?)${FIGURE}(?:${NOUN})`
const ITS_LIST = '(?=[：:](?:\\s*$|\\s?(?:一是|①|（一）|[(（]1[）)]|1[.．]|一要|第一，)))'
/** Right before a colon and its list, 重点推进四项任务： or 主要做法有三点： */
const INTRODUCED = `(?:(?:研究|审议|听取|讨论|围绕|完成|安排|部署|归纳为|概括为|总结为|涉及|抓好|抓住|推进|做好|做到|落实|开展|突出|聚焦|实施|把握|提出|采取|存在|包括|分为|部署|讲|谈|强调|明确|发现|分|须|需|提交|提供|携带|经过)了?(?:以下)?${FIGURE}[^，。；：、\\d]{0,4}?(?:${NOUN}|重点)(?:进行|开展|推进|实施|组织实施)?|(?:做法|经验|原因|特点|体会|不足|问题)(?:主要)?[有是]${FIGURE}(?:方面)?)${ITS_LIST}`
const EITHER = new RegExp(`${FOLLOWING}|${INTRODUCED}`, 'g')
const FIRST_ONLY = new RegExp(FOLLOWING, 'g')

/** What stands in every announcement of the other way; seldom met, so quicker to look for. */
const HINT_OF_INTRODUCED =
  /[二两三四五六七八九十\d][^，。；：、\d]{0,14}[：:](?:\s*$|\s?(?:一是|①|（一）|[(（]1[）)]|1[.．]|一要|第一，))/

/** A promised number of items, and more or fewer listed: in the paragraph itself, or in the paragraphs behind its colon. */
export const announced: SequenceCheck = (document) => {
  const announcements = gather(document, promisesIn, promisesIn)
  return [...announcements.flatMap(({ segment, said }) => within(segment, said)), ...across(document, announcements)]
}

function within(segment: Segment, promises: readonly Promise[]): SequenceFault[] {
  return promises.flatMap((promise) => {
    const listed = countIn(segment.text.slice(promise.span.end))
    return listed === undefined ? [] : faultOf(segment, promise, listed)
  })
}

interface Promise {
  readonly span: SegmentSpan
  readonly promised: number
}

function promisesIn(segment: Segment): readonly Promise[] | undefined {
  const { scope, text } = segment
  if (scope !== 'prose' || !hasAny(segment, trait.numeral | trait.digit)) return undefined
  const isIntroduced = hasAny(segment, trait.colon) && HINT_OF_INTRODUCED.test(text)
  const pattern = isIntroduced ? EITHER : hasHint(segment, hint.following) ? FIRST_ONLY : undefined
  if (pattern === undefined) return undefined
  const promises = [...text.matchAll(pattern)].flatMap((match) => {
    const promised = smallNumber(match[1] ?? match[2] ?? match[3] ?? '')
    return promised === undefined
      ? []
      : [{ promised, span: { start: match.index, end: match.index + match[0].length } }]
  })
  return promises.length === 0 ? undefined : promises
}

function faultOf(segment: Segment, { span, promised }: Promise, listed: number): SequenceFault[] {
  if (listed === promised) return []
  return [{ segment, span, facts: { promised: String(promised), listed: String(listed) } }]
}

/** How many items a list in the text has: the last number of the first series that runs from 1 without a gap. */
function countIn(text: string): number | undefined {
  const series = [
    /(?<=^|[。；;：:，,、\s])([一二三四五六七八九十]{1,2})(?:是|要)/g,
    /[（(]([一二三四五六七八九十]{1,2}|\d{1,2})[）)]/g,
    /(?<=[。；;：:\s])(\d{1,2})[.．](?!\d)/g,
    /(?<=^|[。；;：:\s])第([一二三四五六七八九十]{1,2})，/g,
    /(?<=[；;：:，,、\s])[①-⑳]/g,
  ]
  for (const pattern of series) {
    const values = [...text.matchAll(pattern)].map(([mark, numeral]) => smallNumber(numeral ?? '') ?? circled(mark))
    if (values[0] !== 1 || values.length < 2) continue
    const restart = values.indexOf(1, 1)
    const first = restart < 0 ? values : values.slice(0, restart)
    return first.every((value, index) => value === index + 1) ? first.length : undefined
  }
  return undefined
}

/** ① counts as 1. */
function circled(mark: string): number {
  return mark.charCodeAt(0) - 0x245f
}

/** 主要有以下三个问题： at a paragraph's end, its items as paragraphs of one level behind it. */
function across(document: Document, announcements: readonly Saying<readonly Promise[]>[]): SequenceFault[] {
  const ends = announcements.flatMap(({ segment, said }) => {
    const promise = lastPromise(segment, said)
    return promise === undefined ? [] : [{ segment, promise }]
  })
  if (ends.length === 0) return []
  const markers = markersOf(document)
  const leads = markers.filter((marker) => marker.leads)
  return ends.flatMap(({ segment, promise }) => {
    // A list that begins in the paragraph is counted there.
    if (markers.some((marker) => marker.segment === segment && marker.start > promise.span.end)) return []
    const listed = countBehind(document, leads, segment.index)
    return listed === undefined ? [] : faultOf(segment, promise, listed)
  })
}

function lastPromise({ text }: Segment, promises: readonly Promise[]): Promise | undefined {
  const promise = promises.at(-1)
  return promise !== undefined && /^[：:]\s*$/.test(text.slice(promise.span.end)) ? promise : undefined
}

/** How far the list counts whose 1 is the next paragraph; undefined where it is none, or has a gap. */
function countBehind(document: Document, leads: readonly Marker[], index: number): number | undefined {
  const at = leads.findIndex((marker) => marker.segment.index > index)
  const first = leads[at]
  if (first === undefined || first.value !== 1 || first.segment.index > index + 1) return undefined
  const stop = breaksOf(document).find((at) => at > index)
  let count = 1
  for (const { level, value, segment } of leads.slice(at + 1)) {
    if (segment.index >= (stop ?? Number.POSITIVE_INFINITY) || level < first.level) break
    if (level > first.level) continue
    if (value === 1) break
    if (value !== count + 1) return undefined
    count = value
  }
  return count < 2 ? undefined : count
}
