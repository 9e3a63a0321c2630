import type { Document } from '../../types.ts'

/** Whether a document says that it is an excerpt, where numbers are left out by right; asked only of what seems wrong. */
export function isExcerpt({ source }: Document): boolean {
  return /节选|摘录|摘要|摘编|选登|条款如下|[（(]略[）)]|…{2}/.test(source.text)
}
