import type { Extraction, Format } from '../types.ts'
import { Collection } from './collection.ts'
import { readHtml } from './html/reader.ts'
import { tellUnread } from './html/unread.ts'

/** Web pages, whole or in part. */
export const html: Format = { name: 'html', extensions: ['html', 'htm', 'xhtml', 'shtml'], extract }

function extract(text: string): Extraction {
  const collection = new Collection()
  let tables = 0
  const end = readHtml(text, { start: 0, end: text.length }, { collection, tables: { next: () => tables++ } })
  tellUnread(text, end, collection)
  return collection.finish()
}
