import { cellsOf, gather } from '../../text/recall.ts'
import type { Document, Segment, SegmentSpan } from '../../types.ts'

const listTitle =
  /(?:废止|失效|清理|修改|保留|继续有效|停止执行)[^。，；]{0,24}(?:目录|清单|名单|一览表|汇总表|文件|规章|办法|规定)(?:[（(][^（）()]*[）)])?[：:]?$/
const listLead =
  /(?:下列|以下)[^。，；]{0,20}(?:文件|规章|办法|规定)[^。，；]{0,8}(?:废止|失效|继续有效|修改|保留)[：:]?$/
const verdict =
  /^(?:拟|建议|予以|宣布|已)?(?:废止|失效|修改|修订|保留|继续有效|有效|停止执行|停止施行)(?:（[^（）]*）)?$/
const listItem = /^\s*(?:[（(]?[\d一二三四五六七八九十百]+[）)]?\s*[.．、，）)]?|[-•·*])\s*\S/
const documentNumber = /[〔［[（(【]\s?(?:19|20)\d{2}\s?[〕］\]）)】]/
const documentKind = /(?:通知|意见|办法|规定|细则|批复|函|决定|公告|解释|方案|规则|制度|通告|条例)/

/** Segments that list documents to be repealed, amended or kept: items under such a title, rows with such a verdict. */
export function readCleanUps(document: Document): ReadonlySet<Segment> {
  const listed = new Set<Segment>()
  let read = -1
  for (const { segment } of gather(document, listTitle, (one) => (isLead(one) ? true : undefined))) {
    if (segment.index <= read) continue
    read = addItems(document.segments, segment.index + 1, listed)
  }
  const rows = new Set(gather(document, verdict, rowOfVerdict).map(({ segment }) => rowOf(segment)))
  if (rows.size === 0) return listed
  for (const segment of cellsOf(document)) if (rows.has(rowOf(segment))) listed.add(segment)
  return listed
}

/** Adds the items from `from` on, leads among them passed over; gives where the list ends. */
function addItems(segments: readonly Segment[], from: number, listed: Set<Segment>): number {
  for (let index = from; index < segments.length; index++) {
    const segment = segments[index]!
    if (isLead(segment)) continue
    if (isItem(segment)) listed.add(segment)
    else if (segment.text.trim() !== '') return index
  }
  return segments.length
}

function isLead(segment: Segment): boolean {
  const text = segment.text.trim()
  return text.length <= 60 && (listTitle.test(text) || listLead.test(text)) && !isDocumentItem(text)
}

function isItem(segment: Segment): boolean {
  const text = segment.text.trim()
  return segment.cell !== undefined || (listItem.test(text) && (!text.includes('。') || documentNumber.test(text)))
}

function rowOfVerdict({ cell, text }: Segment): true | undefined {
  return cell !== undefined && verdict.test(text.trim()) ? true : undefined
}

function isDocumentItem(text: string): boolean {
  return listItem.test(text) && documentNumber.test(text)
}

function rowOf({ cell }: Segment): string | undefined {
  return cell === undefined ? undefined : `${cell.table}/${cell.row}`
}

const aboutBefore = /关于[^，。；：《》]{0,24}[《〈]$/
const numbered =
  /^[》〉][^，。；：《》]{0,30}?(?:通知|意见|办法|规定|细则|批复|函|决定|公告|解释|方案)[》〉]?\s*[（(][^（）()]*[〔［[]\d{4}/

/**
 * Whether a title stands inside the name of a document written without its own marks:
 * 关于贯彻《…》有关问题的通知（…〔2006〕5号）, a cell that holds 某县《…》实施细则.
 */
export function isInDocumentName({ text, cell }: Segment, span: SegmentSpan): boolean {
  const after = text.slice(span.end, span.end + 80)
  if (aboutBefore.test(text.slice(Math.max(0, span.start - 30), span.start)) && numbered.test(after)) return true
  if (/^[》〉][^，。；：《》]{0,20}(?:细则|办法|规定)\s*[（(][^（）()]*[〔［[]\d{4}/.test(after)) return true
  return cell !== undefined && documentKind.test(after) && !/[。，；]/.test(text)
}
