import type { ExemptionReason, IsoDate, SegmentSpan } from '../../types.ts'

/**
 * Why an old name is right where it stands although the draft is younger than the change: it is called a former one,
 * its sentence tells of the change, it signs an order of its time, or its sentence is dated before the change.
 */
export function whyRight(text: string, span: SegmentSpan, changed: IsoDate): ExemptionReason | undefined {
  const head = text.slice(Math.max(0, span.start - REACH), span.start).replace(EARLIER_SENTENCES, '')
  const tail = text.slice(span.end, span.end + REACH).replace(LATER_SENTENCES, '')
  if (isFormer(head) || ORDER.test(tail) || FORMER_OFFICE.test(tail) || tellsOfChange(head, tail)) return 'allowed'
  return isDatedBefore(head, tail, changed) ? 'date' : undefined
}

/** Characters to each side that may explain a name; bounds the cost on text without sentence ends. */
const REACH = 160
const EARLIER_SENTENCES = /^[\s\S]*[。！？!?\n]/
const LATER_SENTENCES = /[。！？!?\n][\s\S]*$/

/** 原国家工商总局, 原眉县工商局, 原环境保护部、国土资源部: one 原 holds for the whole list. */
function isFormer(head: string): boolean {
  if (FORMERLY.test(head)) return true
  for (let at = head.lastIndexOf('原'); at >= 0; at = at === 0 ? -1 : head.lastIndexOf('原', at - 1)) {
    const between = head.slice(at + 1)
    if (between.length > 40 || /[，,；;：:。）)]/.test(between)) return false
    if (PLACE_WITH_PLAIN.test(head.slice(Math.max(0, at - 1), at)) || WORD_WITH_PLAIN.test(between)) continue
    if (between.length <= 14 || /[、和与及]/.test(between)) return true
  }
  return false
}

const FORMERLY =
  /(?:时任|曾任|历任|曾在|旧称|原名|原称|前身(?:是|为)?|(?:^|[^目以此日之年月会当事先跟眼提从空面])前)[“‘「（(\s]*(?:中华人民共和国|国家|省|市|县)?$/

/** 孟津县委原书记: who left office before the change or after it. */
const FORMER_OFFICE = /^(?:委|政府|纪委|人大|政协|[市县区]委)?原(?:党|副|书记|[省市县区局厅部]长|主任|主席|常委|专员)/

/** 太原市工商局, 中原区, 固原市; 原则上由…, 原因. */
const PLACE_WITH_PLAIN = /[太中固平三五高草还复莱武清荥屯]/
const WORD_WITH_PLAIN = /^[则因来料始本油材稿告审野籍理子阳平]/

/** The institution is the subject of the change itself, or of a life before it. */
function tellsOfChange(before: string, behind: string): boolean {
  const head = before.replace(ASIDE, '').replace(OTHERS_RENAMED, '')
  const tail = behind.replace(ASIDE, '')
  if (CHANGE.test(head) || CHANGE.test(tail) || ABOLISHED.test(tail)) return true
  return ABOLISHING.test(head) && !ACTS.test(tail)
}

/** What brackets add to another name: 王某（时任县长）、…; those right behind the institution's own name stay. */
const ASIDE = /(?<!^)（[^（）]{0,30}）/g

/** 县编办更名为县委编办后，: a clause that tells what another institution became. */
const OTHERS_RENAMED = /[^，。；：]{2,}(?:更名|改名|改称|变更)为[^，。；：]{2,20}[，；]/g

/** 组建 a department, not a task force; 合并 into something, not 合并办理. */
const CHANGE =
  /更名|改名|改称|改组|改为|变更为|组建[^，。；]{0,16}[部局委署厅会]|撤并|合并(?:为|成|组建|后|到|至|[，。；]|$)|并入|划入|划转|划归|不再保留|不再设立|取代|替代|前身|原名|曾用名|机构改革|挂牌(?!出[让租售]|督办|公[告示]|交易|上市|成交|转让|整治|保护|销售)|摘牌|撤[地县市区][设建改]|年(?:\d{1,2}月)?(?:被|已)?撤销(?=[，；后]|$)|转隶|职责整合|时任|曾任|历任|先后任|曾在|参加工作/
const ABOLISHED = /^(?:[、和及与][^，。；]{0,30})?(?:已|被|予以|相继|同时)?(?:撤销|裁撤)/
const ABOLISHING = /(?:撤销|裁撤|取消)[^，。；]{0,16}$/
/** 撤销县工商局作出的处罚决定: what is annulled is an act of the institution. */
const ACTS = /^(?:于|在|对|所|依法)?[^，。；]{0,12}(?:作出|做出|颁发|核发|下达|出具|的)/

/** 国家工商行政管理总局令第86号, 农业部公告第2349号, 环境保护部办公厅〔2016〕: named with the order that it signed. */
const ORDER = /^(?:办公厅|综合司)?\s?(?:[（(]\s?)?(?:令|公告|通告|第\s?\d|〔|［|\[)/

/** The nearest date before the name decides; without one, a date in brackets or of issue behind it. */
function isDatedBefore(head: string, tail: string, changed: IsoDate): boolean {
  if (DECADE.test(head) || DECADE.test(tail)) return true
  const before = [...head.matchAll(DATE)].at(-1)
  const behind = tail.match(ISSUED)
  if (before !== null && before !== undefined) return isEarlier(before, changed)
  return behind !== null && (behind[1] ?? behind[2] ?? '9999') < changed.slice(0, 4)
}

/** The twentieth century and what is told as long past; no change of the catalogs is older than 1988. */
const DECADE =
  /(?:上个?世纪|20世纪|二十世纪)(?:[一二三四五六七八九]十|[1-9]0)年代(?!以来|起|至今)|民国(?:时期|年间|\d|[一二三十])|解放前|建国初/

/** What an institution did in a year that stands behind it: …（2009年）, 于2009年联合发布. */
const ISSUED =
  /[〔（([［]\s?((?:19|20)\d{2})(?=\s?[〕）)\]］年])|((?:19|20)\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:联合|共同|首次)?(?:印发|发布|颁布|公布|出台|下发|制定|批准|命名|认定|授予|评为)/

const DATE =
  /((?:19|20)\d{2})\s?年(?:\s?(\d{1,2})\s?月)?|[〔（([［]((?:19|20)\d{2})[〕）)\]］]|([一二][一二三四五六七八九〇○零]{3})年/g

function isEarlier(date: RegExpMatchArray, changed: IsoDate): boolean {
  const year = date[1] ?? date[3] ?? digitsOf(date[4] ?? '')
  if (year !== changed.slice(0, 4)) return year < changed
  if (/^年?(?:底|初)?(?:以前|之前|前)/.test(date.input?.slice((date.index ?? 0) + date[0].length) ?? '')) return true
  return date[2] !== undefined && date[2].padStart(2, '0') <= changed.slice(5, 7)
}

function digitsOf(numerals: string): string {
  return [...numerals]
    .map((numeral) => '〇一二三四五六七八九'.indexOf(numeral))
    .map((digit) => (digit < 0 ? 0 : digit))
    .join('')
}
