import type { DocumentSpan } from '../types.ts'

const WEB_ADDRESS = /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi

/** The web addresses that stand in `[start, end)` of a text; Chinese characters and closing punctuation end one. */
export function urlsIn(source: string, start: number, end: number): readonly DocumentSpan[] {
  const spans: DocumentSpan[] = []
  const text = source.slice(start, end)
  if (!mayHaveUrls(text)) return spans
  for (const match of text.matchAll(WEB_ADDRESS)) {
    const from = start + match.index
    spans.push({ start: from, end: from + withoutTail(match[0]).length })
  }
  return spans
}

/** Whether there is what each address has some of. */
export function mayHaveUrls(text: string): boolean {
  return text.includes('://') || (text.includes('.') && /[wW]{3}\./.test(text))
}

function withoutTail(url: string): string {
  const tail = url.includes('(') ? /[.,;:!?'*]/ : /[.,;:!?'*)]/
  let end = url.length
  while (tail.test(url[end - 1]!)) end--
  return url.slice(0, end)
}
