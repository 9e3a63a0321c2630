import { calendarDay } from '../../text/calendar-day.ts'
import type { MappedText } from '../../text/offset-map.ts'
import type { DocumentSpan } from '../../types.ts'
import type { Collection } from '../collection.ts'
import { Wording } from '../wording.ts'
import type { Tag } from './tokens.ts'

const READABLE = ['alt', 'title', 'placeholder', 'aria-label', 'aria-description', 'label', 'summary']
const META_WORDING =
  /^(?:description|keywords|title|author|subject|abstract|(?:article|column|site|content|channel)\w*|og:\w+|dc\w*\.\w+)$/i
const META_DATE =
  /^(?:pub_?date|publish_?(?:date|time)|publish(?:ed)?|article:published_time|og:(?:published_time|release_date)|dc(?:terms)?\.date(?:\.\w+)?|dc(?:terms)?\.(?:created|issued)|date_?published|release_?date|first_?published_?time|createdate|date)$/i
const HAN = /\p{Script=Han}/u

/** Reads the attributes that carry wording (alt, title, placeholder …; meta content) and the document's date. */
export function readAttributes(source: string, tag: Tag, collection: Collection): void {
  const scope = isHiddenElement(source, tag) ? 'hidden' : 'attribute'
  for (const name of READABLE) {
    const span = tag.attributes.get(name)
    if (span !== undefined) collection.segment(attributeWording(source, span), { scope })
  }
  if (tag.name === 'meta') readMeta(source, tag, collection)
  const value = tag.name === 'input' ? tag.attributes.get('value') : undefined
  if (value !== undefined) {
    const isHidden = valueText(source, tag, 'type').toLowerCase() === 'hidden'
    collection.segment(attributeWording(source, value), { scope: isHidden ? 'hidden' : scope })
  }
}

/** Where a tag leads to or what it loads: its attribute's name and the address, read. */
export function addressOf(
  source: string,
  tag: Tag,
): { readonly wording: MappedText | undefined; readonly span: DocumentSpan } | undefined {
  const name = tag.name === 'a' || tag.name === 'area' ? 'href' : 'src'
  const span = tag.attributes.get(name)
  if (span === undefined || !['a', 'area', 'img', 'iframe', 'video', 'audio', 'source', 'embed'].includes(tag.name))
    return undefined
  return { wording: attributeWording(source, span), span }
}

/** Whether the element says of itself that it is not shown. */
export function isHiddenElement(source: string, tag: Tag): boolean {
  if (tag.attributes.has('hidden')) return true
  return (
    tag.attributes.has('style') && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(valueText(source, tag, 'style'))
  )
}

/** An attribute's value as it stands in the source; empty when it has none. */
export function valueText(source: string, tag: Tag, name: string): string {
  const span = tag.attributes.get(name)
  return span === undefined ? '' : source.slice(span.start, span.end)
}

function readMeta(source: string, tag: Tag, collection: Collection): void {
  const content = tag.attributes.get('content')
  if (content === undefined) return
  const name =
    (['name', 'property', 'itemprop'] as const).map((key) => valueText(source, tag, key).trim()).find(Boolean) ?? ''
  if (META_DATE.test(name)) collection.date(calendarDay(source.slice(content.start, content.end)))
  const wording = attributeWording(source, content)
  if (META_WORDING.test(name) || HAN.test(wording?.text ?? '')) collection.segment(wording, { scope: 'metadata' })
}

function attributeWording(source: string, span: DocumentSpan): MappedText | undefined {
  const wording = new Wording(source)
  wording.flowingEntities(span.start, span.end, 'attribute')
  return wording.finish()
}
