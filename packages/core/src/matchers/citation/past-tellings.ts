import type { IsoDate, SegmentSpan } from '../../types.ts'

const opening = '[《〈“]?$'
const closing = '^[》〉”]?(?:第[零〇一二三四五六七八九十百千\\d]+条)?'

/** Measured against another text: 与《…》相比, 在《…》的基础上, 平移了《…》. */
const comparedBefore = new RegExp(
  `(?:相较于?|相比于?|比起|区别于|不同于|脱胎于|源自|来源于|平移|承继|继承|沿袭|沿用|吸收|保留|上升|升级|改造)(?:了|自|于)?${opening}`,
)
const comparedAfter = new RegExp(
  `${closing}(?:的规定|的内容|的条文)?(?:相比|相较|比较起来|不同|有别|一脉相承|相衔接|的?基础上|的?(?:升级|发展|延续|继承|前身|诞生|问世))`,
)
/** The law as an event or a subject: its promulgation, its drafters, its teachers. */
const eventAfter = new RegExp(
  `${closing}的?(?:颁布|颁行|出台|公布|诞生|问世|起草|制定|制订|论证|教学|研究|讲授|授课|教研|教程|讲义|释义|时代|时期)`,
)
/** An act done when the law was in force: 依据《…》办理的登记继续有效. */
const ground = new RegExp(`(?:依据|依照|按照|根据|依|按)(?:当时的?)?${opening}`)
const actAfter = new RegExp(
  `${closing}(?:的?规定)?[，]?(?:已经?|所)?(?:办理|核发|签订|订立|取得|颁发|发放|登记|作出|设立|成立|批准|许可|缴纳|签发|领取|核准)(?:过|了)?的`,
)
const aftermath = /有效|继续|仍|换发|过渡|衔接|原规定|不变|效力|保留/
const early = /改革开放初|建国初|新中国成立初|解放初|建国后|民国/
/** Said in the title's own clause: 按过去的做法，依据《…》 cites the law all the same. */
const formerly = /(?:此前|先前|当年|早年|彼时|那时|昔日|旧时|过去|往年|往昔)[^，。；：]{0,24}$/

/** Whether a law is named as a thing of the past, a yardstick or an event, not as what holds now. */
export function isToldAsPast(text: string, span: SegmentSpan, sentence: string): boolean {
  const before = text.slice(Math.max(0, span.start - 14), span.start)
  const after = text.slice(span.end, span.end + 24)
  if (comparedBefore.test(before) || comparedAfter.test(after) || eventAfter.test(after)) return true
  if (ground.test(before) && actAfter.test(after) && aftermath.test(sentence)) return true
  return early.test(sentence) || formerly.test(text.slice(Math.max(0, span.start - 32), span.start))
}

const decade = /(?:(19|20|十九|二十|二十一)世纪)?([一二三四五六七八九]十|[1-9]0)年代/g
const popularisation = /[“‘「]?([一二三四五六七八九])五[”’」]?(?=普法|(?:法治|法制)宣传)/g
const plan = /[“‘「]?(十[一二三四五六]?|[一二三四五六七八九])五[”’」]?(?:规划)?(?=时期|期间|规划|计划)/g
const figures = '一二三四五六七八九十'

/** Whether the sentence speaks of a decade or a five-year plan that was over before `abolished`. */
export function isOfPastEra(sentence: string, abolished: IsoDate): boolean {
  return erasIn(sentence).some((end) => end < Number(abolished.slice(0, 4)))
}

/** The last years of the eras that a sentence names: 20世纪80年代 is 1989, “七五”普法 is 2020. */
function erasIn(sentence: string): number[] {
  const popular = [...sentence.matchAll(popularisation)].map(([, at]) => 1990 + 5 * figures.indexOf(at!))
  const decades = [...sentence.matchAll(decade)].map(([, century, written]) => {
    const start = /\d/.test(written!) ? Number(written) : (figures.indexOf(written![0]!) + 1) * 10
    return (century === '二十一' || (century === undefined && start < 30) ? 2000 : 1900) + start + 9
  })
  if (popular.length > 0) return [...popular, ...decades]
  const plans = [...sentence.matchAll(plan)].map(([, at]) => 1957 + 5 * (numberOf(at!) - 1))
  // The sixth plan began in 1981, after five years between plans.
  return [...decades, ...plans.map((end) => (end >= 1977 ? end + 3 : end))]
}

function numberOf(figure: string): number {
  if (figure.length === 1) return figures.indexOf(figure) + 1
  return 10 + figures.indexOf(figure[1]!) + 1
}
