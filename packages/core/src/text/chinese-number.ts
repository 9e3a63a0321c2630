const DIGITS = '零一二三四五六七八九'

/** 1–99 in Chinese or Arabic numerals: 三, 十二, 二十, 两, 7; undefined when the text is no such number. */
export function smallNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  if (text === '两') return 2
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (parts === null || text === '') return undefined
  const [, high, ten, low] = parts
  if (ten === undefined) return low === undefined && high !== undefined ? DIGITS.indexOf(high) : undefined
  return (high === undefined ? 1 : DIGITS.indexOf(high)) * 10 + (low === undefined ? 0 : DIGITS.indexOf(low))
}

/** 1–99 in Chinese numerals. */
export function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const high = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return high + (ones === 0 ? '' : DIGITS[ones])
}
