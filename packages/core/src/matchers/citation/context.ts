import type { IsoDate, SegmentSpan } from '../../types.ts'
import { isOfPastEra, isToldAsPast } from './past-tellings.ts'

const sentenceEnd = /[。！？；\n]/
const history =
  /废止|失效|停止执行|停止施行|不再适用|取代|代替|替代|更名为|改名为|修改为|修订为|改为|并入|纳入|整合|施行前|实施前|施行之前|实施以前|施行以前|现已|曾|沿革|历史|课程|教材|专著|删去|删除|不再引用|编纂|仍然?有效|尚未废止/
/** The titles before one in a list: 原来的《…》《…》 speaks of both. */
const listAhead = /(?:《[^《》]{2,40}》[、和及与]?)+《$/
const formerBefore =
  /(?:原|原有的?|原来的?|原先的?|旧|旧的|老|已废止的|已经废止的|失效的|当时的?|历史上的?|前)[《〈“]?$/
/** Said of a law before it is in force, wherever in the sentence. */
const makingLaw = /施行|实施之日|生效|公布|颁布|发布|出台|草案|制定|修订|立法|即将|拟|筹备|宣传/
/** Said of the law only when next to its title: a meeting may 通过 and a unit 起草 other things. */
const makingBefore = /(?:通过|起草|审议|学习|解读|培训)[^，。；]{0,6}[《〈“]?$/
const makingAfter = /^[》〉”]?(?:[^，。；]{0,6})(?:通过|起草|审议|学习|解读|培训)/
const basis = /(?:根据|依据|依照|按照|遵照|违反|适用|严格执行|严格落实|严格遵守)[^，。；]{0,12}[《〈“]?$/
const held = /(?:根据|依据|依照|按照|违反|适用|遵守|符合|执行|落实|贯彻|实施|学习|宣传|依|按)[^，。；]{0,12}[《〈“]?$/
const carryingOut = /(?:贯彻落实|贯彻执行|贯彻|落实|执行)[^，。；]{0,12}[《〈“]?$/

/** The stretch of `text` between the sentence ends around `span`. */
export function sentenceAround(text: string, span: SegmentSpan): string {
  let start = span.start
  while (start > 0 && span.start - start < 300 && !sentenceEnd.test(text[start - 1]!)) start--
  let end = span.end
  while (end < text.length && end - span.end < 300 && !sentenceEnd.test(text[end]!)) end++
  return text.slice(start, end)
}

/** Whether the text speaks of the past: 原《…》, a repeal clause, a year before the law was abolished. */
export function isHistory(text: string, span: SegmentSpan, abolished: IsoDate): boolean {
  const lead = text.slice(Math.max(0, span.start - 120), span.start).replace(listAhead, '')
  if (formerBefore.test(lead.slice(-8))) return true
  const sentence = sentenceAround(text, span)
  if (history.test(sentence) || isToldAsPast(text, span, sentence) || isOfPastEra(sentence, abolished)) return true
  const year = Number(abolished.slice(0, 4))
  return [...sentence.matchAll(/(?:19|20)\d{2}(?=年|－|-|—|\.)/g)].some(([found]) => Number(found) < year)
}

/** Whether the sentence also names the law that took its place, and this one is not what it builds on. */
export function isBeside(text: string, span: SegmentSpan, successor: string): boolean {
  const lead = before(text, span)
  if (held.test(lead) || isListed(text, span)) return false
  return sentenceAround(text, span).replaceAll(text.slice(span.start, span.end), '').includes(successor)
}

/** One of several titles that are named for the same: 《…》《…》, 《…》、《…》. */
function isListed(text: string, { start, end }: SegmentSpan): boolean {
  return /[》〉][、和及]?[《〈]$/.test(text.slice(0, start)) || /^[》〉][、和及]?[《〈]/.test(text.slice(end, end + 3))
}

/** Whether a law is cited as the ground of something, not told of as a law in the making. */
export function isCitedAsGround(text: string, span: SegmentSpan): boolean {
  return basis.test(before(text, span)) && !isInTheMaking(text, span)
}

/** Whether a law is told to be carried out, which may prepare for its first day, but not before it is promulgated. */
export function isCarriedOut(text: string, span: SegmentSpan): boolean {
  return carryingOut.test(before(text, span)) && !isInTheMaking(text, span)
}

function isInTheMaking(text: string, span: SegmentSpan): boolean {
  if (makingLaw.test(sentenceAround(text, span).replace(/的?规定/g, ''))) return true
  return makingBefore.test(before(text, span)) || makingAfter.test(text.slice(span.end, span.end + 12))
}

function before(text: string, { start }: SegmentSpan): string {
  return text.slice(Math.max(0, start - 20), start)
}

/** Whether the title is that of a law yet to be made: 起草《…》, 《…》草案, 《…》立法. */
export function isDrafting(text: string, span: SegmentSpan): boolean {
  const after = text.slice(span.end, span.end + 8)
  return (
    /(?:制定|起草|草拟|拟定|研究|推动|推进|加快)[^，。；]{0,6}[《〈]?$/.test(before(text, span)) ||
    /^[》〉]?(?:（草案|草案|立法|的?起草|征求意见)/.test(after)
  )
}

const unmade =
  /立法|草案|起草|制定|出台|议案|提案|建议|呼吁|征求意见|审议|列入|尚未|尚无|没有|未来|将来|拟|误写|误作|不存在/

/** Whether a law that nobody knows may be one that is wished for: 建议出台《…》, 《…》立法. */
export function isUnmade(text: string, span: SegmentSpan): boolean {
  return isDrafting(text, span) || unmade.test(sentenceAround(text, span).replace(text.slice(span.start, span.end), ''))
}
