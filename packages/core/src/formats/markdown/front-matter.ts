import { calendarDay } from '../../text/calendar-day.ts'
import type { DocumentSpan } from '../../types.ts'
import { type Collection, trimmed } from '../collection.ts'
import { Wording } from '../wording.ts'

const DATE_KEY = /^(?:date|pub_?date|publish(?:ed|_?date)?|publish-date|日期|发布日期|发布时间|成文日期)$/i
const WORDING_KEY = /^(?:title|subtitle|description|summary|abstract|keywords|tags|author|source|标题|摘要|关键词)$/i

/** One `key: value` line; the key may be missing (a list item, a line of a longer value). */
interface Entry {
  readonly key: string
  readonly value: DocumentSpan
}

/** Reads the lines between the fences of YAML or TOML front matter: title, other wording, and the draft's date. */
export function readFrontMatter(source: string, span: DocumentSpan, collection: Collection): void {
  let key = ''
  let folded: Wording | undefined
  for (const line of linesWithin(source, span)) {
    const entry = entryOf(source, line)
    const isIndented = /^[ \t]/.test(source.slice(line.start, line.end)) || entry.key === ''
    if (isIndented && folded !== undefined) {
      addLine(source, folded, line)
      continue
    }
    addWording(key, folded, collection)
    folded = undefined
    if (!isIndented || entry.key !== '') key = entry.key
    if (/^[>|][+-]?\d?$/.test(source.slice(entry.value.start, entry.value.end))) folded = new Wording(source)
    else addValue(source, { key, value: entry.value }, collection)
  }
  addWording(key, folded, collection)
}

function addLine(source: string, folded: Wording, line: DocumentSpan): void {
  const text = source.slice(line.start, line.end)
  const indent = text.length - text.trimStart().length
  folded.verbatim(line.start + indent, line.start + text.trimEnd().length)
  folded.blank({ start: line.end, end: line.end + 1, breaksLine: true })
}

function addValue(source: string, { key, value }: Entry, collection: Collection): void {
  const text = source.slice(value.start, value.end)
  if (DATE_KEY.test(key)) collection.date(calendarDay(text))
  const wording = new Wording(source)
  wording.verbatim(value.start, value.end)
  addWording(key, wording, collection)
}

function addWording(key: string, wording: Wording | undefined, collection: Collection): void {
  const mapped = wording?.finish()
  // Written here, the expression is made where there is front matter: the characters of a script are looked up for long.
  if (mapped === undefined || !(WORDING_KEY.test(key) || /\p{Script=Han}/u.test(mapped.text))) return
  collection.segment(mapped, { scope: /^(?:title|标题)$/i.test(key) ? 'title' : 'metadata' })
}

function linesWithin(source: string, span: DocumentSpan): readonly DocumentSpan[] {
  const lines: DocumentSpan[] = []
  let start = span.start
  for (const line of source.slice(span.start, span.end).split(/(?<=\r\n|\n|\r(?!\n))/)) {
    lines.push({ start, end: start + line.replace(/[\r\n]+$/, '').length })
    start += line.length
  }
  return lines.slice(1, -1)
}

function entryOf(source: string, line: DocumentSpan): Entry {
  const text = source.slice(line.start, line.end)
  const indent = /^[ \t]*(?:-[ \t]+)?/.exec(text)![0].length
  const rest = text.slice(indent)
  const colon = /^[\w\p{Script=Han}-]{1,60}[ \t]*(?::(?=[ \t]|$)|=)/u.exec(rest)
  const from = indent + (colon === null ? 0 : colon[0].length)
  const value = trimmed(source, line.start + from, line.end)?.map.toDocument({ start: 0, end: Number.MAX_SAFE_INTEGER })
  const key = colon === null ? '' : colon[0].replace(/[ \t]*[:=]$/, '')
  return { key, value: value === undefined ? { start: line.end, end: line.end } : unquoted(source, value) }
}

/** Without its quotation marks, and without a comment after it. */
function unquoted(source: string, { start, end }: DocumentSpan): DocumentSpan {
  const text = source.slice(start, end)
  const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(text)
  if (quoted !== null) return { start: start + 1, end: start + 1 + quoted[2]!.length }
  const comment = text.search(/\s#/)
  return { start, end: comment === -1 ? end : start + comment }
}

/** Where the front matter ends; 0 when there is none, undefined when it begins and does not end. */
export function frontMatterEnd(text: string): number | undefined {
  if (!/^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n/.test(text)) return 0
  return /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n\1[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length
}
