const DIGITS = '零一二三四五六七八九'

/** 1–99 in Chinese or Arabic numerals: 三, 十二, 二十, 两, 7; undefined when the text is no such number. */
export function smallNumber(text: string): number | undefined {
  const first = text.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return /^\d{1,2}$/.test(text) ? Number(text) : undefined
  if (text === '两') return 2
  const ten = text.indexOf('十')
  if (ten < 0) return text.length === 1 ? figureOf(text, 0) : undefined
  const high = ten === 0 ? 1 : ten === 1 ? figureOf(text, 0) : undefined
  const low = text.length === ten + 1 ? 0 : text.length === ten + 2 ? figureOf(text, ten + 1) : undefined
  return high === undefined || low === undefined ? undefined : high * 10 + low
}

/** The figure 1 to 9 that stands there. */
function figureOf(text: string, at: number): number | undefined {
  const figure = DIGITS.indexOf(text.charAt(at))
  return figure > 0 ? figure : undefined
}

/** 1–99 in Chinese numerals. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const high = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return high + (ones === 0 ? '' : DIGITS[ones])
}
