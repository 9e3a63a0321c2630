/** What a number may be written with: Chinese figures, Arabic ones of either width. */
export const numeralClass = '零〇○一二两三四五六七八九十百千\\d０-９'

const figures = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The number that `text` writes (三十六, 36, ３６, 一千二百四十二, 一二四二); undefined when it writes none. */
export function readNumeral(text: string): number | undefined {
  if (text === '') return undefined
  let isArabic = true
  let hasArabic = false
  let hasPlaces = false
  let plain = ''
  for (const char of text) {
    const usual = usualFigure(char)
    const isDigit = usual >= '0' && usual <= '9'
    isArabic &&= isDigit
    hasArabic ||= isDigit
    hasPlaces ||= usual in units
    plain += usual
  }
  if (isArabic) return Number(plain)
  if (hasArabic) return undefined
  if (!hasPlaces) return Number([...plain].map((char) => figures.indexOf(char)).join(''))
  return readPlaces(plain)
}

/** ３ is 3, 〇 is 零, 两 is 二. */
function usualFigure(char: string): string {
  if (char >= '０' && char <= '９') return String.fromCharCode(char.charCodeAt(0) - 0xfee0)
  if (char === '〇' || char === '○') return '零'
  return char === '两' ? '二' : char
}

function readPlaces(plain: string): number | undefined {
  let total = 0
  let figure: number | undefined
  for (const char of plain) {
    const unit = units[char]
    if (unit === undefined) {
      figure = figures.indexOf(char)
      if (figure < 0) return undefined
      continue
    }
    total += (figure ?? 1) * unit
    figure = undefined
  }
  return total + (figure ?? 0)
}
