import { smallNumber } from '../../text/chinese-number.ts'
import { recall } from '../../text/recall.ts'
import type { Segment, SegmentSpan } from '../../types.ts'
import { attachmentListIn } from '../sequence/attachment-list.ts'
import type { Ending } from './ending.ts'
import type { Kind, OfficialDocument } from './recognise.ts'

/** A fault of form: where, what to write, and the words that a rule's message takes. */
export interface FormFault {
  readonly segment: Segment
  readonly span: SegmentSpan
  readonly right?: readonly string[]
  readonly facts?: Readonly<Record<string, string>>
}

/** Looks at one official document. */
export type FormCheck = (document: OfficialDocument) => FormFault[]

/** Looks at what the end of a document shows. */
export type EndingCheck = (document: Ending) => FormFault[]

/** 办公室印发…的通知: a title that says no 关于. */
export const titleAbout: FormCheck = ({ title }) => {
  const at = title.text.search(/印发(?!.*关于)/)
  if (title.text.includes('关于') || at < 0) return []
  return [{ segment: title, span: { start: at, end: at + 2 }, right: ['关于印发'] }]
}

/** 附件：1、名单: the numbers of attachments take a point. */
export const attachmentOrdinals: EndingCheck = ({ body }) => {
  const list = attachmentListIn(body)
  if (list === undefined || !list.numbered) return []
  return [...new Set([...list.items.values()].map(({ segment }) => segment))].flatMap((segment) =>
    [...segment.text.matchAll(/(?<=(?:^|[\s：:])\d{1,2})、/g)].slice(0, 1).map(({ index }) => ({
      segment,
      span: { start: index, end: index + 1 },
      right: ['.'],
    })),
  )
}

/** …的通知的通知 outside book-title marks; 关于关于 and 的的 are wrong in any text and have rules of their own. */
export const doubledTitle: FormCheck = ({ title }) =>
  [
    ...title.text
      .replace(/《[^》]*》/g, (marked) => '〇'.repeat(marked.length))
      .matchAll(/的(通知|意见|函|报告|决定|通报|公告|批复)的\1/g),
  ].map((match) => ({
    segment: title,
    span: { start: match.index, end: match.index + match[0].length },
    right: [`的${match[1]}`],
    facts: { doubled: match[0] },
  }))

/** 请示报告 as one kind; a 报告 or 通知 that asks for approval in its title. */
export const titleKind: FormCheck = ({ title, kind }) => {
  const both = /请示报告\s*$|请示的报告\s*$|报告的请示\s*$/.exec(title.text)
  if (both !== null) return [{ segment: title, span: spanOf(both), facts: { kind, asked: '请示' } }]
  const asks = /(?:请求|恳请|申请)(?=.{2,60}的(?:报告|通知|意见|通报)\s*$)/.exec(title.text)
  return asks === null ? [] : [{ segment: title, span: spanOf(asks), facts: { kind, asked: '请示' } }]
}

/** The date of signing in Arabic numerals, in full, without leading zeros. */
export const signingDate: EndingCheck = ({ signed }) => {
  if (signed === undefined) return []
  const text = signed.text.trim()
  const start = signed.text.indexOf(text)
  const span = { start, end: start + text.length }
  const arabic = /^(\d{2,4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日$/.exec(text)
  if (arabic === null) return [{ segment: signed, span, right: [inFigures(text)], facts: { fault: '用了汉字数字' } }]
  const [, year = '', month = '', day = ''] = arabic
  if (year.length < 4) return [{ segment: signed, span, facts: { fault: '年份不全' } }]
  if (!/^0/.test(month) && !/^0/.test(day)) return []
  return [
    {
      segment: signed,
      span,
      right: [`${year}年${Number(month)}月${Number(day)}日`],
      facts: { fault: '月、日编了虚位' },
    },
  ]
}

/** Names of attachments take no closing mark; the first that does. */
export const attachmentNames: EndingCheck = ({ body }) => {
  const items = attachmentListIn(body)?.items.values() ?? []
  for (const { segment } of items) {
    const end = segment.text.trimEnd().length
    const mark = segment.text.charAt(end - 1)
    if (/[。；;，,]/.test(mark)) return [{ segment, span: { start: end - 1, end }, right: [''], facts: { mark } }]
  }
  return []
}

/** Names of attachments stand without book-title marks. */
export const attachmentTitles: EndingCheck = ({ body }) =>
  [...(attachmentListIn(body)?.items.values() ?? [])].flatMap(({ name, segment }) => {
    if (!/^《[^《》]+》[；;。]?$/.test(name)) return []
    const start = segment.text.lastIndexOf('《')
    const end = segment.text.lastIndexOf('》') + 1
    return [{ segment, span: { start, end }, right: [segment.text.slice(start + 1, end - 1)] }]
  })

const CLOSINGS: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [/特此通知[。！]?\s*$/, ['通知']],
  [/特此通报[。！]?\s*$/, ['通报']],
  [/特此公告[。！]?\s*$/, ['公告']],
  [/特此通告[。！]?\s*$/, ['通告']],
  [/特此报告[。！]?\s*$/, ['报告']],
  [/(?:特此批复|此复)[。！]?\s*$/, ['批复', '函']],
  [/(?:特此函[告达复询]|特此函复|请予函复|盼复|专此函达)[。！]?\s*$/, ['函']],
  [/(?:妥否|当否|可否|是否妥当)[，,]?\s?请(?:予)?(?:批示|批复|审批|审示|指示|审定)[。！]?\s*$/, ['请示']],
  [
    /(?:^|[，。])\s?(?:现|特此|以上)?(?:请示|报告|汇报)?[，,]?请(?:予以?)?(?:批示|批复|审批)[。！]?\s*$/,
    ['请示', '函', '意见'],
  ],
]

/** A closing phrase that belongs to another kind: 特此报告 under a notice, 妥否，请批示 under a report. */
export const closing: FormCheck = ({ body, kind }) =>
  body.flatMap((segment) => {
    const found = recall(segment, CLOSINGS, () => closingsIn(segment.text)).find(({ kinds }) => !kinds.includes(kind))
    if (found === undefined) return []
    const words = found.match[0].trimEnd()
    const span = { start: found.match.index, end: found.match.index + words.length }
    return [{ segment, span, facts: { kind, closing: words, fits: found.kinds.join('、') } }]
  })

function closingsIn(text: string): { readonly match: RegExpExecArray; readonly kinds: readonly Kind[] }[] {
  return CLOSINGS.flatMap(([pattern, kinds]) => {
    const match = pattern.exec(text)
    return match === null ? [] : [{ match, kinds }]
  })
}

/** A request may have one main recipient only. */
export const recipients: FormCheck = ({ kind, title, recipient }) => {
  if (
    (kind !== '请示' && !/请示报告\s*$/.test(title.text)) ||
    recipient === undefined ||
    !/[、，,]/.test(recipient.text)
  )
    return []
  return [{ segment: recipient, span: { start: 0, end: recipient.text.trimEnd().length } }]
}

/** What a line of names does not hold. */
const SENTENCE = /[。；;].*[。；;]|要|应|须|请|将|已|了|到|是|为/

/** The line of main recipients ends with a full-width colon. */
export const recipientMark: FormCheck = ({ body, number }) => {
  const line = body[0] === number ? body[1] : body[0]
  const match =
    /(?:单位|部门|政府|厅|办事处|机构|公司|委员会|委|局|办|社区|学校|医院|企业|科室|处室|中心|街道)([；;，,。、:]?)\s*$/.exec(
      line?.text ?? '',
    )
  if (line === undefined || match === null || line.text.length > 80 || SENTENCE.test(line.text)) return []
  if (!/^\s*(?:各|[^，。]{1,14}(?:政府|委员会|局|办公室|厅|[县市区镇]委)\s*[；;，,。、:]?\s*$)/.test(line.text))
    return []
  const end = line.text.trimEnd().length
  const mark = match[1] ?? ''
  return [
    {
      segment: line,
      span: { start: end - Math.max(1, mark.length), end },
      right: [mark === '' ? `${line.text.charAt(end - 1)}：` : '：'],
    },
  ]
}

function spanOf(match: RegExpExecArray): SegmentSpan {
  return { start: match.index, end: match.index + match[0].trimEnd().length }
}

function inFigures(text: string): string {
  const digits = '〇一二三四五六七八九'
  const year = [...text.slice(0, 4)].map((numeral) => Math.max(0, digits.indexOf(numeral))).join('')
  const [month = '', day = ''] = text.slice(5).replace('日', '').split('月')
  return `${year}年${smallNumber(month) ?? month}月${smallNumber(day) ?? day}日`
}
