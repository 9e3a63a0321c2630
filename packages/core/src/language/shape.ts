import { shapeGroups } from './shape-table.ts'

let neighbours: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** Whether two characters are taken for one another by the eye: 己 and 已, 社 and 杜. Read lazily from the table. */
export function looksAlike(a: string, b: string): boolean {
  return a !== b && shapeNeighbours(a).has(b)
}

/** The characters that look like `char`, in the table's order. */
export function shapeNeighbours(char: string): ReadonlySet<string> {
  neighbours ??= readGroups(shapeGroups)
  return neighbours.get(char) ?? nothing
}

const nothing: ReadonlySet<string> = new Set()

function readGroups(groups: string): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>()
  for (const group of groups.split(/\s+/)) {
    for (const char of group) {
      const known = table.get(char) ?? new Set<string>()
      for (const other of group) if (other !== char) known.add(other)
      table.set(char, known)
    }
  }
  return table
}
