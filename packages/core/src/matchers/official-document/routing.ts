import { recall } from '../../text/recall.ts'
import { datesIn, dayNumber, exists } from '../calendar/dates.ts'
import type { EndingCheck, FormCheck } from './checks.ts'

/** 批转 and 转发 pass a document on by notice: 关于转发…的报告 is of the wrong kind. */
export const passedOnKind: FormCheck = ({ title, kind }) => {
  const passing = /(?:批转|转发)(?=.{2,80}的[^的]{1,4}$)/.exec(title.text.trimEnd())
  if (passing === null || ['通知', '函', '决定'].includes(kind)) return []
  return [{ segment: title, span: spanOf(passing), facts: { kind, asked: '通知' } }]
}

/** A report that asks: 恳请批准, 请予拨付 in a 报告. */
export const askingReport: FormCheck = ({ body, kind }) => {
  if (kind !== '报告') return []
  return body.flatMap((segment) => {
    const asks = recall(segment, askingReport, () =>
      /(?:恳请|特请|敬请|请求|请予以?|请(?:区|县|市|省|州)[委政][^。；，]{0,10}?)[^。；，]{0,16}?(?:批准|审批|批示|批复|拨付|划拨|解决|追加|支持)(?=[。；，！]|[^。；]{0,12}[。；])/.exec(
        segment.text,
      ),
    )
    // An assembly is asked to examine and approve the report itself.
    return asks === null || /审[查议]/.test(asks[0]) ? [] : [{ segment, span: spanOf(asks), facts: { kind } }]
  })
}

/** A document to the bodies above that is addressed to a person: 王局长：, 尊敬的李县长： */
export const addressedPerson: FormCheck = ({ kind, recipient }) => {
  if (recipient === undefined || !['请示', '报告', '意见'].includes(kind)) return []
  const person =
    /[\u4e00-\u9fff]{1,3}(?:副?(?:书记|省长|市长|区长|县长|州长|镇长|乡长|局长|厅长|部长|处长|科长|主席|主任))(?=同志|[：:、，]|\s*$)/.exec(
      recipient.text,
    )
  return person === null ? [] : [{ segment: recipient, span: spanOf(person) }]
}

/** The line 抄送： ends with a full stop. */
export const copiesMark: EndingCheck = ({ body }) =>
  body.flatMap((segment) => {
    const line = /^\s*抄\s*送\s*[：:]\s*\S.{2,200}$/.exec(segment.text)
    const end = segment.text.trimEnd().length
    const last = segment.text.charAt(end - 1)
    if (line === null || last === '。' || /[，、；：]$/.test(last)) return []
    return [{ segment, span: { start: end - 1, end }, right: [`${last}。`], facts: { mark: '。' } }]
  })

/** The date of printing without leading zeros: 2024年07月04日印发. */
export const printedDate: EndingCheck = ({ body }) =>
  body.flatMap((segment) => {
    const padded = recall(segment, printedDate, () =>
      /(?<year>\d{4})年(?:0(?<month>\d)|(?<month2>\d{1,2}))月(?:0(?<day>\d)|(?<day2>\d{1,2}))日(?=\s*印发\s*$)/.exec(
        segment.text,
      ),
    )
    if (padded?.groups === undefined || !/年0|月0/.test(padded[0])) return []
    const { year, month, month2, day, day2 } = padded.groups
    return [
      {
        segment,
        span: spanOf(padded),
        right: [`${year}年${month ?? month2}月${day ?? day2}日`],
        facts: { fault: '月、日编了虚位' },
      },
    ]
  })

const HAPPENED = /^[^。；！？\n]{0,30}?(?:召开了|举行了|印发了|发布了|完成了|开展了|启动了|下发了|收到了|作出了|举办了)/

/** Something that has happened, on a day after the one the document was signed. */
export const afterSigning: FormCheck = ({ body, signed }) => {
  const [own] = signed === undefined ? [] : datesIn(signed)
  if (signed === undefined || own?.year === undefined || !exists(own)) return []
  const signedOn = dayNumber(own.year, own.month, own.day)
  return body.flatMap((segment) =>
    segment === signed || !/了/.test(segment.text)
      ? []
      : recall(segment, datesIn, () => datesIn(segment)).flatMap((date) => {
          if (date.year === undefined || !exists(date) || dayNumber(date.year, date.month, date.day) <= signedOn)
            return []
          const rest = HAPPENED.exec(segment.text.slice(date.end))?.[0]
          if (rest === undefined || /将|拟|前|至|起|计划|预计|如/.test(rest)) return []
          const said = segment.text.slice(date.start, date.end)
          return [{ segment, span: date, facts: { date: said, own: signed.text.trim() } }]
        }),
  )
}

function spanOf(match: RegExpExecArray): { start: number; end: number } {
  return { start: match.index, end: match.index + match[0].trimEnd().length }
}
