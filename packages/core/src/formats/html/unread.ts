import type { Collection } from '../collection.ts'

/** Tells of a tag that is not complete when the source ends; `told` is where the part that could be read ends. */
export function tellUnread(source: string, told: number, collection: Collection): void {
  const start = source.indexOf('<', told)
  if (start === -1) return
  const span = { start, end: source.length }
  collection.problem({ message: '文件停在没有写完的标签里，从这里起的文字没有检查', effect: 'partial', span })
}
