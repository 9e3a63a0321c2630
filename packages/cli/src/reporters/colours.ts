/** Ways to set words off on a terminal. */
export type Colours = Readonly<Record<keyof typeof CODES, (text: string) => string>>

/** The codes that turn each on and off, by ECMA-48. */
const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
} as const

/** For a terminal. */
export const coloured: Colours = coloursBy(
  ([on, off]) =>
    (text) =>
      `\u001b[${on}m${text}\u001b[${off}m`,
)

/** For whatever else takes the text: as it is. */
export const uncoloured: Colours = coloursBy(() => (text) => text)

function coloursBy(paint: (codes: readonly [on: number, off: number]) => (text: string) => string): Colours {
  return Object.fromEntries(Object.entries(CODES).map(([name, codes]) => [name, paint(codes)])) as Colours
}
