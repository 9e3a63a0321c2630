const DIGITS = '零一二三四五六七八九'

/** The number that Chinese numerals below a hundred write: 二十一 is 21. 0 for anything else. */
export function numeral(written: string): number {
  const match = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(written)
  if (match === null || written === '') return 0
  const [, tens, ten, ones] = match
  return (
    (ten === undefined ? 0 : tens === undefined ? 10 : DIGITS.indexOf(tens) * 10) + (ones ? DIGITS.indexOf(ones) : 0)
  )
}

/** Chinese numerals of 1 to 99: 21 is 二十一, 10 is 十. */
export function ordinal(number: number): string {
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return `${tens > 1 ? DIGITS.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS.charAt(ones) : ''}`
}
