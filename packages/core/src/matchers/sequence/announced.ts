import { smallNumber } from '../../text/chinese-number.ts'
import { gather, gatherAll } from '../../text/recall.ts'
import type { Document, Segment, SegmentSpan } from '../../types.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'
import { breaksOf } from './headings.ts'
import { type Marker, markersOf } from './markers.ts'

const NOUN = '方面|问题|要求|措施|工作|任务|内容|意见|建议|事项|情形|条件|原则|步骤|环节'
const FIGURE = '([二两三四五六七八九十]|\\d)\\s?(?:个|项|条|点|类|种|大|件)?'

/** 以下三个方面; or, right before a colon and its list, 重点推进四项任务： */
const ANNOUNCED = new RegExp(
  `(?:以下|下列|如下|下面)(?:几?)${FIGURE}(?:${NOUN})|(?:抓好|抓住|推进|做好|做到|落实|开展|突出|聚焦|实施|把握|提出|采取|存在|包括|分为|部署|讲|谈|强调|明确)了?(?:以下)?${FIGURE}[^，。；：、\\d]{0,4}?(?:${NOUN}|重点)(?=[：:](?:\\s*$|\\s?(?:一是|（一）|[(（]1[）)]|1[.．]|一要|第一，)))`,
  'g',
)

/** A promised number of items, and more or fewer listed: in the paragraph itself, or in the paragraphs behind its colon. */
export const announced: SequenceCheck = (document) => [
  ...gatherAll(document, ANNOUNCED, (segment) => (segment.scope === 'prose' ? within(segment) : [])),
  ...across(document),
]

function within(segment: Segment): SequenceFault[] {
  return promisesIn(segment).flatMap((promise) => {
    const listed = countIn(segment.text.slice(promise.span.end))
    return listed === undefined ? [] : faultOf(segment, promise, listed)
  })
}

interface Promise {
  readonly span: SegmentSpan
  readonly promised: number
}

/** One of these stands in every announcement. */
const HINT = /[下：:]/

function promisesIn({ text }: Segment): Promise[] {
  if (!HINT.test(text)) return []
  return [...text.matchAll(ANNOUNCED)].flatMap((match) => {
    const promised = smallNumber(match[1] ?? match[2] ?? '')
    return promised === undefined
      ? []
      : [{ promised, span: { start: match.index, end: match.index + match[0].length } }]
  })
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
  ]
  for (const pattern of series) {
    const values = [...text.matchAll(pattern)].map(([, numeral]) => smallNumber(numeral ?? ''))
    if (values[0] !== 1 || values.length < 2) continue
    const restart = values.indexOf(1, 1)
    const first = restart < 0 ? values : values.slice(0, restart)
    return first.every((value, index) => value === index + 1) ? first.length : undefined
  }
  return undefined
}

/** 主要有以下三个问题： at a paragraph's end, its items as paragraphs of one level behind it. */
function across(document: Document): SequenceFault[] {
  const ends = gather(document, across, lastPromise)
  if (ends.length === 0) return []
  const markers = markersOf(document)
  const leads = markers.filter((marker) => marker.leads)
  return ends.flatMap(({ segment, said: promise }) => {
    // A list that begins in the paragraph is counted there.
    if (markers.some((marker) => marker.segment === segment && marker.start > promise.span.end)) return []
    const listed = countBehind(document, leads, segment.index)
    return listed === undefined ? [] : faultOf(segment, promise, listed)
  })
}

function lastPromise(segment: Segment): Promise | undefined {
  if (segment.scope !== 'prose') return undefined
  const promise = promisesIn(segment).at(-1)
  return promise !== undefined && /^[：:]\s*$/.test(segment.text.slice(promise.span.end)) ? promise : undefined
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
