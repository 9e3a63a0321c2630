/** The text up to the bracket of a list marker that has only a closing one: `1）`, `a)`, `三）`, `ii)`. */
export const LIST_MARKER: RegExp = markerPattern({ digits: '\\d{1,3}|', han: '[一二三四五六七八九十]{1,3}|' })

/** What list markers may look like in a document: where it writes （一）, a lone 一） has lost its bracket. */
export function listMarkerOf(paragraphs: readonly string[]): RegExp {
  const digits = bracketsAlways(paragraphs, '\\d{1,3}') ? '' : '\\d{1,3}|'
  const han = bracketsAlways(paragraphs, '[一二三四五六七八九十]{1,3}') ? '' : '[一二三四五六七八九十]{1,3}|'
  return markerPattern({ digits, han })
}

function markerPattern({ digits, han }: { readonly digits: string; readonly han: string }): RegExp {
  return new RegExp(`(?:^|[\\s，。；：、！？,;:“])(?:${digits}${han}[a-zA-Z]|[ivxIVX]{1,4}|[①-⑳Ⅰ-Ⅻⅰ-ⅻ])$`)
}

/** Some paragraph begins with a bracketed number, and at most one with a number that only has the closing bracket. */
function bracketsAlways(paragraphs: readonly string[], number: string): boolean {
  const bracketed = new RegExp(`^\\s*[（(]${number}[）)]`)
  if (!paragraphs.some((text) => bracketed.test(text))) return false
  const lone = new RegExp(`^\\s*${number}[）)]`)
  return paragraphs.filter((text) => lone.test(text)).length <= 1
}
