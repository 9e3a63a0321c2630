import type { Document, IsoDate, Segment } from '../../types.ts'
import { type AgencyKind, agencyKind, isAgencyName } from './agency.ts'
import { type Remedy, remediesIn } from './clause.ts'
import { type ReplyKind, replyTitle } from './recognise.ts'

/** What a disclosure reply decides. `unclear` where its words do not say. */
export type Outcome = 'refused' | 'partial' | 'absent' | 'unhandled' | 'disclosed' | 'unclear'

/** A reply or decision, read. */
export interface Reply {
  readonly kind: ReplyKind
  readonly title: Segment
  readonly segments: readonly Segment[]
  /** All of its text, a line a segment. */
  readonly text: string
  readonly remedies: readonly Remedy[]
  readonly outcome: Outcome
  /** The answering unit's name, from the signature or the title. */
  readonly agency?: string
  readonly agencyKind?: AgencyKind
  /** The day it is signed, else the draft's; `unknown` when neither is given. */
  readonly day: IsoDate | 'unknown'
  readonly signed: boolean
}

const SIGNATURE_SEGMENTS = 8
const OUTCOMES: readonly (readonly [Outcome, RegExp])[] = [
  ['partial', /部分(?:内容)?(?:予以|不予)?公开|区分处理|部分内容不予|遮挡|其余(?:部分|内容)?不予公开/],
  ['refused', /不予公开|不宜公开|不能公开|不属于.{0,8}公开(?:的)?范围|不予提供/],
  ['absent', /信息不存在|不掌握|未制作|未获取|未检索到|没有检索到|不属于本(?:机关|单位|局|办).{0,8}(?:负责|公开|职责)/],
  ['unhandled', /不予(?:重复)?处理|重复申请|信访事项|咨询事项|不再(?:重复)?(?:答复|处理)/],
  ['disclosed', /予以公开|主动公开|现(?:将|提供|予)|提供如下|随(?:函|信|本答复)|查阅|查询|下载|获取方式/],
]

/** Reads a document as a reply or decision; nothing when it is another kind of text. */
export function replyOf(document: Document): Reply | undefined {
  const title = replyTitle(document)
  if (title === undefined) return undefined
  const { segments } = document
  const text = segments.map((segment) => segment.text).join('\n')
  const agency = agencyOf(title.segment, segments)
  const signed = signatureDay(segments)
  return {
    kind: title.kind,
    title: title.segment,
    segments,
    text,
    remedies: segments.flatMap(remediesIn),
    outcome: outcomeOf(segments),
    ...(agency === undefined ? {} : { agency, agencyKind: agencyKind(agency) }),
    day: signed ?? document.date,
    signed: signed !== undefined,
  }
}

/** The remedy clause may name 不予公开 too; only the decision itself counts. */
function outcomeOf(segments: readonly Segment[]): Outcome {
  const decision = segments.filter(({ text }) => !/复议|诉讼/.test(text)).map(({ text }) => text)
  return OUTCOMES.find(([, words]) => decision.some((text) => words.test(text)))?.[0] ?? 'unclear'
}

/** Everything before the kind of paper, up to its last 局, 委员会 …. */
const NAMED_IN_TITLE =
  /^(.{2,28}(?:局|委员会|人民政府|办公[厅室]|厅|(?:发改|卫健|住建|经信|国资)委))(?=[^局厅]{0,20}(?:书|函|复|知)(?:[（(].*)?$)/

function agencyOf(title: Segment, segments: readonly Segment[]): string | undefined {
  const below = segments.slice(Math.max(title.index + 1, segments.length - SIGNATURE_SEGMENTS))
  for (const { text } of [...below].reverse()) {
    const line = text.replace(/[\s（(]?[（(]?(?:盖章|印章|公章)[）)]?|\s/g, '')
    const name = line.replace(/(?:19|20)\d{2}年.*$/, '')
    if (isAgencyName(name)) return name
  }
  const heading = title.text.replace(/\s/g, '')
  const before = segments[title.index - 1]?.text.replace(/\s/g, '') ?? ''
  const named = NAMED_IN_TITLE.exec(heading)?.[1]
  return named ?? (isAgencyName(before) ? before : undefined)
}

const DAY = /(\d{4})年(\d{1,2})月(\d{1,2})日/
const HAN_DAY =
  /([二一][〇○零Ｏ0-9一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/

/** The date that stands alone, or behind the unit's name, among the last lines. */
function signatureDay(segments: readonly Segment[]): IsoDate | undefined {
  for (const { text } of segments.slice(-SIGNATURE_SEGMENTS).reverse()) {
    const line = text
      .replace(/\s/g, '')
      .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    if (line.length > 45 || /[，。；：]/.test(line)) continue
    const [, year, month, day] = DAY.exec(line) ?? []
    if (year !== undefined) return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
    const han = HAN_DAY.exec(line)
    if (han !== null) return hanDay(han)
  }
  return undefined
}

const HAN_DIGITS = '〇一二三四五六七八九'

function hanDay([, year = '', month = '', day = '']: readonly string[]): IsoDate {
  const digits = [...year.replace(/[○零Ｏ0]/g, '〇')].map((digit) => HAN_DIGITS.indexOf(digit)).join('')
  return `${digits}-${hanNumber(month)}-${hanNumber(day)}`
}

function hanNumber(text: string): string {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const high = text.includes('十') ? (tens === '' ? 1 : HAN_DIGITS.indexOf(tens ?? '')) : 0
  return String(high * 10 + Math.max(0, HAN_DIGITS.indexOf(ones || '〇'))).padStart(2, '0')
}
