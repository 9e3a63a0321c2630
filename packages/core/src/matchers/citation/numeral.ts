/** What a number may be written with: Chinese figures, Arabic ones of either width. */
export const numeralClass = '零〇○一二两三四五六七八九十百千\\d０-９'

const figures = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The number that `text` writes (三十六, 36, ３６, 一千二百四十二, 一二四二); undefined when it writes none. */
export function readNumeral(text: string): number | undefined {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[〇○]/g, '零')
    .replace(/两/g, '二')
  if (/^\d+$/.test(plain)) return Number(plain)
  if (/\d/.test(plain) || plain === '') return undefined
  if (!/[十百千]/.test(plain)) return Number([...plain].map((char) => figures.indexOf(char)).join(''))
  return readPlaces(plain)
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
