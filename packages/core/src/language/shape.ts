import { shapeGroups } from './shape-table.ts'

/** Whether two characters are taken for one another by the eye: 己 and 已, 社 and 杜. Read lazily from the table. */
export function looksAlike(a: string, b: string): boolean {
  return a !== b && shapeNeighbours(a).has(b)
}

/** The characters that look like `char`, in the table's order. */
export function shapeNeighbours(char: string): ReadonlySet<string> {
  const known = neighbours.get(char)
  if (known !== undefined) return known
  const found = readNeighbours(char)
  neighbours.set(char, found)
  return found
}

/** Grows to the characters that were asked for; to read the whole table takes longer than to check a page. */
const neighbours = new Map<string, ReadonlySet<string>>()

const blank = /\s/

/** The others of every group that has the character: groups are runs without blanks. */
function readNeighbours(char: string): ReadonlySet<string> {
  const found = new Set<string>()
  if (blank.test(char)) return found
  for (let at = shapeGroups.indexOf(char); at >= 0; at = shapeGroups.indexOf(char, at + 1)) {
    let start = at
    while (start > 0 && !blank.test(shapeGroups[start - 1]!)) start--
    for (const other of shapeGroups.slice(start).split(blank, 1)[0]!) if (other !== char) found.add(other)
  }
  return found
}
