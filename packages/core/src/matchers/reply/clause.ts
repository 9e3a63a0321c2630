import { asciiForm } from '../../privacy/ascii.ts'
import type { Segment, SegmentSpan } from '../../types.ts'
import { PERIOD_PATTERN, type Period, periodOf } from './period.ts'

/** A stretch of a segment and its text. */
export interface Stretch extends SegmentSpan {
  readonly text: string
}

/** One way to seek remedy that a clause offers. */
export interface Remedy {
  readonly route: 'reconsideration' | 'suit'
  /** A suit against the decision on reconsideration, not against the act itself. */
  readonly after: boolean
  readonly segment: Segment
  /** The words of the route: 申请行政复议, 提起行政诉讼. */
  readonly words: Stretch
  readonly period?: Period
  /** It has no period of its own; the one before, of another route, seems to serve both. */
  readonly shared: boolean
  /** From when: what stands between 自 and 之日起. */
  readonly start?: Stretch
  /** To whom: what stands between 向 and the route. */
  readonly body?: Stretch
}

const TOKEN = new RegExp(
  [
    `(?<period>${PERIOD_PATTERN})`,
    '(?<reconsideration>(?:申请|提出|提起)(?:行政)?复议|提出行政复议申请)',
    '(?<suit>(?:提起|提出)(?:行政)?诉讼|起诉)',
    '(?<after>复议决定|复议期满|复议期限届满)',
    '(?<start>(?:自|从|在|于)(?<begin>[^，。；,;自从]{2,40}?)之日(?:起|后))',
    '(?<body>向(?<name>[^，。；,;]{2,60}?)(?=(?:依法|直接|书面|再|先)*(?:申请|提出|提起|起诉)))',
    '(?<end>[。!?\\n])',
  ].join('|'),
  'g',
)

/** 逾期不申请行政复议…, 复议、诉讼期间不停止执行: consequences, not routes. */
const CONSEQUENCE = /不停止|逾期|期间|强制执行|加处罚款|期限届满后/
/** Words that offer a route; 申请人向本机关申请行政复议 tells of one that was taken. */
const OFFER = /可|请|有权|应当?|须|如.{0,16}(?:不服|异议)|不服本/
const LONGEST_SENTENCE = 200
const DENIED = /(?:不|未|没有|已|曾)(?:依法|再)?$/
/** 不得未经行政复议直接起诉; 未经复议直接起诉的，人民法院不予受理. */
const FORBIDDEN_BEFORE =
  /(?:不得|不能|不可以?|不应|不宜|无权)[^,，。；;]{0,40}$|(?:不得|不能|不可以?|不应)(?:未经|不经|越过|绕过|跳过)[^。；;]{0,60}$/
const FORBIDDEN_AFTER = /^(?:的)?[,，]?[^,，。；;]{0,12}(?:不予受理|不予立案|不予登记立案|裁定驳回|驳回起诉)/

/** The remedies that a segment offers, in reading order. */
export function remediesIn(segment: Segment): Remedy[] {
  if (!/复议|诉讼|起诉/.test(segment.text)) return []
  const text = withoutBrackets(asciiForm(segment.text))
  const remedies: Remedy[] = []
  let seen: Seen = {}
  for (const found of text.matchAll(TOKEN)) {
    const groups = found.groups ?? {}
    if (groups['end'] !== undefined) seen = {}
    else if (groups['period'] !== undefined) seen.period = periodOf(found as RegExpExecArray, found.index)
    else if (groups['after'] !== undefined) seen.after = true
    else if (groups['start'] !== undefined) {
      seen.start = stretchOf(text, groups['begin'] ?? '', found.index)
      if (/复议(?:决定|期)/.test(found[0])) seen.after = true
    } else if (groups['body'] !== undefined) seen.body = stretchOf(text, groups['name'] ?? '', found.index)
    else if (isRoute(text, found.index)) {
      const route = groups['suit'] === undefined ? 'reconsideration' : 'suit'
      const remedy = remedyOf({ segment, text }, { route, words: stretchOf(text, found[0], found.index), seen })
      remedies.push(remedy)
      seen = remedy.period === undefined ? {} : { earlier: remedy }
    }
  }
  return remedies
}

/** What was read since the last route. */
interface Seen {
  period?: Period | undefined
  after?: boolean
  start?: Stretch
  body?: Stretch
  /** The route before, in the same sentence. */
  earlier?: Remedy
}

function remedyOf(
  { segment, text }: { readonly segment: Segment; readonly text: string },
  { route, words, seen }: { readonly route: Remedy['route']; readonly words: Stretch; readonly seen: Seen },
): Remedy {
  const { period, start, body, earlier } = seen
  const after = route === 'suit' && seen.after === true
  const between = earlier === undefined ? '' : text.slice(earlier.words.end, words.start)
  return {
    route,
    after,
    segment,
    words,
    shared: period === undefined && !after && earlier?.route !== route && JOINED.test(between),
    ...(period === undefined ? {} : { period }),
    ...(start === undefined ? {} : { start }),
    ...(body === undefined ? {} : { body }),
  }
}

const ROUTE_WORDS = /^(?:申请|提起|提出)?(?:行政)?(?:复议|诉讼|起诉)(?:申请)?/

/** `申请行政复议或者向…提起行政诉讼`: one period would serve both. */
const JOINED = /^ ?,?(?:或者?|和|、|及|以及)(?!可以?|也)[^,;。]{0,40}$/

function isRoute(text: string, at: number): boolean {
  if (DENIED.test(text.slice(Math.max(0, at - 5), at))) return false
  const before = text.slice(Math.max(0, at - LONGEST_SENTENCE), at)
  const after = text.slice(at, at + LONGEST_SENTENCE)
  if (FORBIDDEN_BEFORE.test(before) || FORBIDDEN_AFTER.test(after.replace(ROUTE_WORDS, ''))) return false
  const sentence = before.slice(before.search(/[^。；;]*$/)) + after.slice(0, after.search(/[。；;]|$/))
  if (!OFFER.test(sentence)) return false
  return !CONSEQUENCE.test(sentence) || /不服|可以?[自在于向依先]/.test(sentence)
}

function stretchOf(text: string, part: string, near: number): Stretch {
  const start = Math.max(near, text.indexOf(part, near))
  return { text: part, start, end: start + part.length }
}

/** Addresses and telephone numbers in brackets would cut a body from its route; offsets stay. */
function withoutBrackets(text: string): string {
  return text.replace(/[（(][^（()）]*[）)]/g, (inside) => ' '.repeat(inside.length))
}
