const STARS = new Set('＊﹡∗✱✲⁎•●')
const HYPHENS = new Set('‐‑‒–—―－﹣−')
const BLANKS = new Set('\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t')
const INVISIBLE = new Set('\u00ad\u200b\u200c\u200d\u2060\ufeff')

/** Stands for a character that nobody sees (zero-width blanks, soft hyphens) in `asciiForm`'s answer. */
export const INVISIBLE_MARK = '\u200b'

/** All that may stand for something else; Han characters and most marks never do. */
const WIDE = /[^\x00-\x08\x0a-\x7f\u3001-\u9fff“”‘’…·]/g

/**
 * `text` with full-width letters and digits, stars, hyphens and blanks as ASCII, unit by unit:
 * the answer has the same length, so an offset in it is an offset in `text`.
 */
export function asciiForm(text: string): string {
  return text.replace(WIDE, asciiUnit)
}

function asciiUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (STARS.has(unit)) return '*'
  if (HYPHENS.has(unit)) return '-'
  if (BLANKS.has(unit)) return ' '
  return INVISIBLE.has(unit) ? INVISIBLE_MARK : unit
}
