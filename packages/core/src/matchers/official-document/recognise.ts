import { closingUnit } from '../../text/blank.ts'
import type { Document, Segment } from '../../types.ts'

/** The statutory kinds of official documents (党政机关公文处理工作条例 第八条). */
export const KINDS = [
  '决议',
  '决定',
  '命令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const

/** The kind of an official document. */
export type Kind = (typeof KINDS)[number]

/** A draft that is an official document, and what showed it. */
export interface OfficialDocument {
  readonly kind: Kind
  readonly title: Segment
  /** 发文字号: a line of its own at the top. */
  readonly number?: Segment
  /** The paragraphs from the title to the end of the text proper: attachments are left out. */
  readonly body: readonly Segment[]
  readonly recipient?: Segment
  /** 成文日期: a paragraph that is a date, behind the text. */
  readonly signed?: Segment
  /** For people: why this was taken for an official document. */
  readonly evidence: string
}

const TITLE = new RegExp(`关于.{2,80}的?(${KINDS.join('|')})\\s*$`)
/** 某某办公室印发…的通知: a title that leaves 关于 out; a headline reads like it, so recipients must follow. */
const BARE_TITLE = /^\s*[^，。；《》关]{2,30}(?:政府|办公室|委员会|局|厅|办)印发(?!.*关于)[^，。；《]{4,60}的通知\s*$/
/** A title that ends in a mark, as a sentence does; recipients must follow. */
const MARKED_TITLE = new RegExp(`^\\s*[^，。；]{0,40}关于[^。；]{2,80}的?(${KINDS.join('|')})[。；，]\\s*$`)
const NUMBER = /^[^，。]{0,20}〔\d{4}〕\s?第?\s?\d+\s?号\s*$/
const RECIPIENT = /^\s*[^。；]{2,120}[：:]\s*$/
/** Recipients right below the title, whatever mark they end in. */
const ADDRESSED =
  /^\s*(?:各[^。；]{2,80}|[^，。；：]{1,14}(?:政府|委员会|局|办公室|厅|[县市区镇]委))[：:；;，,]\s*$|^\s*[^，。；：、]{1,14}(?:政府|委员会|局|办公室|厅|[县市区镇]委)。\s*$/
/** A paragraph that is a date of signing. */
export const SIGNED: RegExp =
  /^\s*(?:\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[二一][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|\d{2}年\d{1,2}月\d{1,2}日)\s*$/
/** A closing phrase at a paragraph's end. */
export const CLOSING: RegExp =
  /(?:特此(?:通知|通报|通告|公告|报告|批复|请示|函[告达复询])|[妥当可]否[，,]?\s?请(?:予)?(?:批示|批复|审批|指示)|请予?函复|盼复|请予?批复|此复)[。！]?\s*$/
/** What goes out to everybody has no recipients, and closes with its own kind. */
const OPEN_CLOSINGS: ReadonlyMap<Kind, RegExp> = new Map([
  ['公告', /^\s*特此公告[。！]?\s*$/],
  ['通告', /^\s*特此通告[。！]?\s*$/],
])
const ATTACHMENT = /^\s*附\s*件\s*[一二三四五六七八九十\d]*\s*[:：]?\s*$/

/** A title stands among the first lines; of so many segments there are enough lines in nearly every draft. */
const HEAD_LINES = 40
const HEAD_SEGMENTS = 80

/** Whether a segment is a line of the text, no cell or attribute. */
export function isLine({ scope }: Segment): boolean {
  return scope === 'prose' || scope === 'heading'
}

function isTitle({ text }: Segment): boolean {
  return text.length <= 120 && LAST_OF_KINDS.has(closingUnit(text)) && TITLE.test(text) && !/[。；]/.test(text)
}

/** What the kinds end in. */
const LAST_OF_KINDS: ReadonlySet<number> = new Set(KINDS.map((kind) => kind.charCodeAt(kind.length - 1)))

/**
 * Tells official documents from other drafts: a title 关于…的〈文种〉 and at least two of a document number, a line of
 * recipients, a date of signing and, below recipients, a closing phrase; recipients right below the title count twice.
 * Web pages and articles that speak of a notice have the title at most.
 */
export function recognise({ segments }: Pick<Document, 'segments'>): OfficialDocument | undefined {
  const head = headOf(segments)
  const at = titleAmong(head)
  const title = head[at]
  if (title === undefined) return undefined
  const lines = segments.filter(isLine)
  const kind = KINDS.find((one) => one === (TITLE.exec(title.text) ?? MARKED_TITLE.exec(title.text))?.[1]) ?? '通知'

  const end = lines.findIndex(({ text }, index) => index > at && ATTACHMENT.test(text))
  const body = lines.slice(at + 1, end < 0 ? undefined : end)
  const number = lines.slice(0, at + 4).find(({ text }) => NUMBER.test(text))
  const recipient = body.slice(0, 3).find(({ text }) => RECIPIENT.test(text))
  const signed = body.findLast(({ text }) => text.trimEnd().endsWith('日') && SIGNED.test(text))
  const closing = body.find(({ text }) => (recipient === undefined ? OPEN_CLOSINGS.get(kind) : CLOSING)?.test(text))
  const isAddressed = ADDRESSED.test(body[0]?.text ?? '')
  const signs = [
    ...(number === undefined ? [] : [`发文字号“${number.text.trim()}”`]),
    ...(isAddressed ? ['紧接标题的主送机关'] : recipient === undefined ? [] : ['主送机关']),
    ...(signed === undefined ? [] : [`成文日期“${signed.text.trim()}”`]),
    ...(closing === undefined ? [] : [`结语“${CLOSING.exec(closing.text)?.[0].trim()}”`]),
  ]
  if (signs.length + (isAddressed ? 1 : 0) < 2) return undefined
  return {
    kind,
    title,
    body,
    ...(number === undefined ? {} : { number }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(signed === undefined ? {} : { signed }),
    evidence: `标题以“${kind}”结尾，有${signs.join('、')}`,
  }
}

/** The first lines of a text. */
function headOf(segments: readonly Segment[]): readonly Segment[] {
  const head = segments.slice(0, HEAD_SEGMENTS).filter(isLine)
  const isWhole = head.length >= HEAD_LINES || segments.length <= HEAD_SEGMENTS
  return (isWhole ? head : segments.filter(isLine)).slice(0, HEAD_LINES)
}

function titleAmong(lines: readonly Segment[]): number {
  const at = lines.findIndex(isTitle)
  if (at >= 0) return at
  return lines.findIndex(
    ({ text }, index) =>
      text.length <= 124 &&
      (text.includes('关于') || text.includes('印发')) &&
      ADDRESSED.test(lines[index + 1]?.text ?? '') &&
      (BARE_TITLE.test(text) || MARKED_TITLE.test(text)),
  )
}
