import { chineseNumber, smallNumber } from '../../text/chinese-number.ts'
import { hint } from '../../text/hints.ts'
import { gatherAll } from '../../text/recall.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Segment } from '../../types.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'
import { bracketedIn } from './ordinal-brackets.ts'
import { overParagraphs } from './ordinal-paragraphs.ts'
import { wordedIn } from './ordinal-words.ts'

/** 一是…, 二要…: a mark begins a clause, which is asked behind its first character. */
const BY_VERB =
  /([一二三四五六七八九十](?<=(?:^|[。；;：:，,、！\s]).)[一二三四五六七八九十]?)(是|要|抓|看)(?![一二三四五六七八九十])/g
/** 第一，…, 其二、… */
const BY_ORDINAL = /[第其](?<=(?:^|[。；;：:！\s]).)([一二三四五六七八九十]{1,2})(，|,|、)/g

/** 第一步，…；第二步，…；第四步，… in one paragraph. */
const BY_STEP = /第(?<=(?:^|[。；;：:！\s]).)([一二三四五六七八九十]{1,2})(步)[，：]/g

/** ①…；②…；④ in one paragraph. A mark behind a full stop may point to a note. */
const CIRCLED = /(?<=(?:^|[；;：:，,、\s]))[①-⑳](?=[\u4e00-\u9fff“《]{2})/g

/** 一是…；二是…；第三…: counted in one way, and then in another. */
const OTHER_WAY =
  /(?<=[；;。])第([二三四五六七八九])(?![一二三四五六七八九十批次条款项届季产方轮期代个名位类阶、年套等])(?:是|要|，)?/g

/** 一是…二是…四是, 第一，…第三，…, （1）…（3）, 首先…第三: a number left out or said twice, in a paragraph or over several. */
export const ordinals: SequenceCheck = (document) => [
  ...gatherAll(document, BY_VERB, (segment) => (segment.scope === 'prose' ? inParagraph(segment) : NONE)),
  ...overParagraphs(document),
]

const NONE: readonly SequenceFault[] = []

const LOOKS = [countedIn, circledIn, bracketedIn, wordedIn] as const

function inParagraph(segment: Segment): readonly SequenceFault[] {
  let faults = NONE
  for (const look of LOOKS) {
    const found = look(segment)
    if (found.length > 0) faults = [...faults, ...found]
  }
  return faults
}

/** A series is counted from its first mark on, so that without that there is nothing to count. */
const FIRST_BY_VERB = /一[是要抓看]/

function countedIn(segment: Segment): readonly SequenceFault[] {
  const { text } = segment
  let faults = NONE
  const add = (found: readonly SequenceFault[]): void => {
    if (found.length > 0) faults = [...faults, ...found]
  }
  const isByVerb = hasHint(segment, hint.countedVerb)
  if (isByVerb && FIRST_BY_VERB.test(text)) add(faultsIn(segment, BY_VERB))
  const isByOrdinal = hasHint(segment, hint.numeralMark) || hasHint(segment, hint.ordinalStop)
  if (isByOrdinal && (text.includes('第一') || text.includes('其一'))) add(faultsIn(segment, BY_ORDINAL))
  if (hasAny(segment, trait.ordinal) && text.includes('第一步')) add(faultsIn(segment, BY_STEP))
  if (isByVerb) add(otherWayIn(segment))
  return faults
}

function circledIn(segment: Segment): readonly SequenceFault[] {
  if (!segment.text.includes('①')) return NONE
  const marks = [...segment.text.matchAll(CIRCLED)]
  return marks.slice(1).flatMap((match, index) => {
    const before = marks[index]!
    const expected = before[0].charCodeAt(0) + 1
    const value = match[0].charCodeAt(0)
    if (value === expected || match[0] === '①' || marks[0]![0] !== '①') return []
    const kind = value === expected - 1 ? '重复' : value > expected ? '跳号' : '颠倒'
    const facts = { kind, mark: match[0], before: before[0], expected: String.fromCharCode(expected) }
    const span = { start: match.index, end: match.index + 1 }
    const earlier = { start: before.index, end: before.index + 1 }
    return [{ segment, span, facts, related: [{ segment, span: earlier, message: '前一个序号' }] }]
  })
}

function otherWayIn(segment: Segment): readonly SequenceFault[] {
  const { text } = segment
  if (!hasAny(segment, trait.ordinal)) return NONE
  if (text.includes('第一，') && text.includes('第二，')) return backWayIn(segment)
  if (!text.includes('一是')) return NONE
  return [...text.matchAll(OTHER_WAY)].flatMap((match) => {
    const value = smallNumber(match[1] ?? '') ?? 0
    const [before, expected] = [`${chineseNumber(value - 1)}是`, `${chineseNumber(value)}是`]
    const at = text.lastIndexOf(before, match.index)
    if (at < 0 || text.includes(expected)) return []
    const span = { start: match.index, end: match.index + match[0].length }
    return [{ segment, span, facts: { kind: '写法不一', mark: match[0], before, expected } }]
  })
}

/** 第一，…；第二，…；三是… */
function backWayIn(segment: Segment): SequenceFault[] {
  const { text } = segment
  if (text.includes('一是') || text.includes('二是')) return []
  return [...text.matchAll(/(?<=[；。])([三四五六])(?:是|要)/g)].slice(0, 1).flatMap((match) => {
    const seconds = text.match(/第[一二三四五六]，/g) ?? []
    const before = seconds.at(-1) ?? ''
    const expected = `第${chineseNumber(seconds.length + 1)}，`
    if (before === '' || text.lastIndexOf(before) > match.index) return []
    const span = { start: match.index, end: match.index + match[0].length }
    return [{ segment, span, facts: { kind: '写法不一', mark: match[0], before, expected } }]
  })
}

function faultsIn(segment: Segment, pattern: RegExp): SequenceFault[] {
  const faults: SequenceFault[] = []
  const last = new Map<string, { readonly value: number; readonly start: number; readonly end: number }>()
  pattern.lastIndex = 0
  for (let match = pattern.exec(segment.text); match !== null; match = pattern.exec(segment.text)) {
    const [words, numeral = '', tail = ''] = match
    const value = smallNumber(numeral)
    if (value === undefined) continue
    const kind = pattern === BY_VERB ? tail : words.charAt(0)
    const unit = pattern === BY_STEP ? tail : ''
    const before = last.get(kind)
    const span = { start: match.index, end: match.index + words.length - (kind === tail ? 0 : 1) }
    if (before !== undefined && value !== 1 && value !== before.value + 1) {
      const expected = chineseNumber(before.value + 1)
      faults.push({
        segment,
        span,
        facts: {
          kind: value === before.value ? '重复' : value > before.value ? '跳号' : '颠倒',
          mark: segment.text.slice(span.start, span.end),
          before: segment.text.slice(before.start, before.end),
          expected: kind === tail ? `${expected}${kind}` : `${kind}${expected}${unit}`,
        },
        related: [{ segment, span: { start: before.start, end: before.end }, message: '前一个序号' }],
      })
    }
    if (before !== undefined || value === 1) last.set(kind, { value, ...span })
  }
  return faults
}
