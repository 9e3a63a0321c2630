/** `\d`, or a class of two characters and more: a bracket by itself is a bracket. */
const CLASS = /\\d|\[(?:[^[\]]|\\d){2,}\]/

const DIGITS = '0123456789'

/**
 * The literals that an anchor stands for: `\d` is any ASCII digit, `[…]` any of its characters. The more an anchor says,
 * the seldomer it is met, and the seldomer an expression is tried in vain.
 */
export function literalsOf(anchor: string): string[] {
  const found = CLASS.exec(anchor)
  if (found === null) return [anchor]
  const before = anchor.slice(0, found.index)
  const members = found[0] === '\\d' ? DIGITS : found[0].slice(1, -1).replace('\\d', DIGITS)
  const behind = literalsOf(anchor.slice(found.index + found[0].length))
  return [...members].flatMap((member) => behind.map((rest) => before + member + rest))
}
