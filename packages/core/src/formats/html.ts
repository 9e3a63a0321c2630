import type { Extraction, Format } from '../types.ts'
import { Collection } from './collection.ts'
import { readHtml } from './html/reader.ts'

/** Web pages, whole or in part. */
export const html: Format = { name: 'html', extensions: ['html', 'htm', 'xhtml', 'shtml'], extract }

function extract(text: string): Extraction {
  const collection = new Collection()
  let tables = 0
  const end = readHtml(text, { start: 0, end: text.length }, { collection, tables: { next: () => tables++ } })
  if (text.indexOf('<', end) !== -1) {
    const span = { start: text.indexOf('<', end), end: text.length }
    collection.problem({ message: '文件停在没有写完的标签里，从这里起的文字没有检查', effect: 'partial', span })
  }
  return collection.finish()
}
