import { smallNumber } from '../../text/chinese-number.ts'
import { BLANKS, hint } from '../../text/hints.ts'
import { gatherAll } from '../../text/recall.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Segment } from '../../types.ts'
import { isPersonName } from '../personal-data/person-name.ts'
import type { SequenceCheck, SequenceFault } from './fault.ts'

/** What an item of each list ends in; people are told by their names. */
const NOUNS = '村|社区|镇|乡|街道|县|区|市|省|局|学校|医院|公司|合作社|水库|公园|小区|中心|车站'
/** Tried only where 等 stands. */
const AND_SO_ON = new RegExp(
  `等\\s?(?<count>\\d{1,2}|[二两三四五六七八九十]{1,3})\\s?(?:(?<people>人|名|位)|(?:个|家|所|座|处)?(?<noun>${NOUNS})(?![区市镇乡村级]))`,
  'y',
)
/** What a list of names begins behind. */
const BREAK: ReadonlySet<number> = new Set(
  Array.from(`，,。；;：:！？（）()《》“”等${BLANKS}`, (unit) => unit.charCodeAt(0)),
)
/** How far before 等 its list may begin, in UTF-16 units. */
const LONGEST_LIST = 80

/** 三个到位; a single character needs marks: “三难”, “四个一”. */
const NAMED =
  /(?:(?<count>[二两三四五六七八九十])个(?<each>[\u4e00-\u9fff]{2,4})[”"]?|[“"](?<few>[二两三四五六七八九十])个?(?<one>[\u4e00-\u9fff])[”"][\u4e00-\u9fff]{0,4})[，,]?(?:(?:即|就是|分别是|分别为|指的是)[：:，,]?|(?<=[”"])[：:])[“"]?(?<items>[^。；;，,！？等]{4,60})/g

/** 下设五个股室：办公室、业务股、财务股。 */
const NAMED_ALL =
  /(?:下设|内设|设立|设有|分为|划分为|包括|共有|下辖)了?(?<count>\d{1,2}|[二两三四五六七八九十]{1,3})(?:个|类|种|项|大)[^，。；：、\d（）()]{1,6}[：:](?<items>[^。；;，,：:！？\n（）()《》“”等]{4,90})(?=[。；;]|\s*$)/g

/** 分三个阶段进行：动员阶段、实施阶段、总结阶段。 Each item ends in what is counted. */
const DIVIDED =
  /分(?<count>[二两三四五六七八九十])个(?<noun>阶段|步骤|环节|批次|片区|小组)(?:进行|开展|推进|实施)?[：:](?<items>[^。；;，,：:！？\n（）()《》“”等]{4,90})(?=[。；;]|\s*$)/g

/** 评选出5家示范店，分别是：甲、乙、丙。 Nothing but names to the end of the sentence. */
const EACH_NAMED =
  /(?<![\d.,第零一二三四五六七八九十百千几])(?<count>\d{1,2}|[二两三四五六七八九十])(?:家|名|所|个|座)[^，。；：、\d（）()]{1,16}[，,](?:分别是|分别为)[：:]?(?<items>[^。；;，,：:！？\n（）()《》“”等\d]{4,120})(?=。|\s*$)/g

/** One of these stands before every such list. */
const BESIDE = /即|就是|分别|指的是|[”"][：:]/

/** More names than 等3人 counts, and “三个到位”，即 with four of them: a list that its own number contradicts. */
export const listed: SequenceCheck = (document) =>
  gatherAll(document, listed, (segment) => {
    if (segment.scope !== 'prose') return NONE
    const isBeyond = hasHint(segment, hint.countedEtc)
    const isBeside = hasHint(segment, hint.several)
    const isSet = hasHint(segment, hint.divided) && hasAny(segment, trait.colon)
    const isEach = hasHint(segment, hint.among) && segment.text.includes('，分别')
    if (!(isBeyond || isBeside || isSet || isEach) || !segment.text.includes('、')) return NONE
    const isCountBehind = isBeside && (segment.text.includes('的“') || segment.text.includes('的"'))
    const isDivided = isBeside && hasAny(segment, trait.colon) && segment.text.includes('分')
    let faults = NONE
    if (isBeyond) faults = [...faults, ...beyondCount(segment)]
    if (isBeside && BESIDE.test(segment.text)) faults = [...faults, ...besideCount(segment)]
    if (isCountBehind) faults = [...faults, ...countBehind(segment)]
    if (isSet) faults = [...faults, ...allNamed(segment, NAMED_ALL)]
    if (isDivided) faults = [...faults, ...allNamed(segment, DIVIDED)]
    if (isEach) faults = [...faults, ...allNamed(segment, EACH_NAMED)]
    return faults
  })

const NONE: readonly SequenceFault[] = []

/** Where the list begins that ends at `end`. */
function listBefore(text: string, end: number): number {
  let start = end
  while (start > 0 && end - start < LONGEST_LIST && !BREAK.has(text.charCodeAt(start - 1))) start--
  return start
}

function beyondCount(segment: Segment): SequenceFault[] {
  const { text } = segment
  const faults: SequenceFault[] = []
  for (let at = text.indexOf('等'); at >= 0; at = text.indexOf('等', at + 1)) {
    AND_SO_ON.lastIndex = at
    const match = AND_SO_ON.exec(text)
    if (match === null) continue
    const { count = '', noun } = match.groups ?? {}
    const promised = smallNumber(count) ?? 0
    if (promised < 2) continue
    const list = text.slice(listBefore(text, at), at)
    const items = list.split(/、|以?及|和(?=[^、]{2,12}$)/)
    if (items.length <= promised || !areAlike(items, noun)) continue
    faults.push(faultOf(segment, { start: at, end: at + match[0].length, promised, listed: items.length }))
  }
  return faults
}

/** All but the first are nothing but a name, or a place of that kind; before the first the sentence may go on. */
function areAlike([first = '', ...others]: readonly string[], noun: string | undefined): boolean {
  if (noun !== undefined) return [first, ...others].every((item) => item.endsWith(noun) && item.length > noun.length)
  return others.every(isPersonName) && [2, 3].some((length) => isPersonName(first.slice(-length)))
}

function besideCount(segment: Segment): SequenceFault[] {
  return [...segment.text.matchAll(NAMED)].flatMap((match) => {
    const { items: list = '', count, few = '', each: words, one = '' } = match.groups ?? {}
    const each = words ?? one
    const promised = smallNumber(count ?? few) ?? 0
    const items = list.replace(/[”"、]+$/, '').split(/、|和(?=[^、]{2,12}$)/)
    const isOf = (item: string) => item.endsWith(each) || item.startsWith(each)
    if (promised < 2 || items.length < 2 || items.length === promised || !items.every(isOf)) return []
    const start = match.index + match[0].search(/[^“"]/)
    const end = match.index + match[0].indexOf(each, 1) + each.length
    return [faultOf(segment, { start, end, promised, listed: items.length })]
  })
}

/** 统一标识、统一价签、统一收费的“四统一”: each item begins with the word that is counted. */
const COUNT_BEHIND = /的[“"](?<few>[二两三四五六七八九十])个?(?<one>[\u4e00-\u9fff]{1,2})(?=[”"])/g

function countBehind(segment: Segment): SequenceFault[] {
  const { text } = segment
  return [...text.matchAll(COUNT_BEHIND)].flatMap((match) => {
    const { few = '', one = '' } = match.groups ?? {}
    const promised = smallNumber(few) ?? 0
    const [first = '', ...others] = text.slice(listBefore(text, match.index), match.index).split(/、|和/)
    const isOfOne = others.length > 1 && first.includes(one) && others.every((item) => item.startsWith(one))
    if (!isOfOne || others.length + 1 === promised) return []
    const end = match.index + match[0].length
    return [faultOf(segment, { start: match.index + 2, end, promised, listed: others.length + 1 })]
  })
}

function allNamed(segment: Segment, pattern: RegExp): SequenceFault[] {
  return [...segment.text.matchAll(pattern)].flatMap((match) => {
    const { items: list = '', count = '', noun = '' } = match.groups ?? {}
    const promised = smallNumber(count) ?? 0
    const items = list.split(/、|以?及|和(?=[^、]{2,12}$)/)
    if (!items.every((item) => item.endsWith(noun))) return []
    // A list in two stages, 和 within an item, is counted otherwise.
    if (promised < 2 || items.length < 3 || items.length === promised || /[和与及]/.test(items.slice(0, -1).join('')))
      return []
    const end = match.index + match[0].search(/[：:，,]/)
    return [faultOf(segment, { start: match.index, end, promised, listed: items.length })]
  })
}

function faultOf(
  segment: Segment,
  { start, end, promised, listed: count }: { start: number; end: number; promised: number; listed: number },
): SequenceFault {
  return { segment, span: { start, end }, facts: { promised: String(promised), listed: String(count) } }
}
