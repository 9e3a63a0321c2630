/** One slip of the pen: what was written (`from`) where the right text has `to`, at an offset of the written text. */
export interface Slip {
  readonly kind: 'substitution' | 'omission' | 'insertion' | 'transposition'
  readonly at: number
  readonly from: string
  readonly to: string
}

/**
 * The fewest slips that turn `right` into `written`, at most `limit` of them; undefined when more are needed.
 * Two neighbours exchanged count once.
 */
export function slipsBetween(written: string, right: string, limit: number): Slip[] | undefined {
  if (Math.abs(written.length - right.length) > limit) return undefined
  let start = 0
  while (start < written.length && written[start] === right[start]) start++
  let tail = 0
  const room = Math.min(written.length, right.length) - start
  while (tail < room && written[written.length - 1 - tail] === right[right.length - 1 - tail]) tail++
  const a = written.slice(start, written.length - tail)
  const b = right.slice(start, right.length - tail)
  const table = distances(a, b, limit)
  if (table.at(-1)! > limit) return undefined
  return trace(table, a, b).map((slip) => ({ ...slip, at: slip.at + start }))
}

/** Only cells within `limit` of the diagonal are filled; the others stand for “too many”. */
function distances(a: string, b: string, limit: number): Uint8Array {
  const width = b.length + 1
  const table = new Uint8Array((a.length + 1) * width).fill(limit + 1)
  for (let i = 0; i <= Math.min(a.length, limit); i++) table[i * width] = i
  for (let j = 0; j <= Math.min(b.length, limit); j++) table[j] = j
  for (let i = 1; i <= a.length; i++) {
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const here = i * width + j
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(table[here - width]! + 1, table[here - 1]! + 1, table[here - width - 1]! + (same ? 0 : 1))
      if (isExchanged(a, i, b, j)) best = Math.min(best, table[here - 2 * (width + 1)]! + 1)
      table[here] = best
    }
  }
  return table
}

function isExchanged(a: string, i: number, b: string, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && a[i - 1] !== a[i - 2]
}

function trace(table: Uint8Array, a: string, b: string): Slip[] {
  const width = b.length + 1
  const cell = (i: number, j: number) => table[i * width + j]!
  const slips: Slip[] = []
  let i = a.length
  let j = b.length
  while (i > 0 || j > 0) {
    const here = cell(i, j)
    if (i > 0 && j > 0 && a[i - 1] === b[j - 1] && cell(i - 1, j - 1) === here) {
      i--
      j--
    } else if (isExchanged(a, i, b, j) && cell(i - 2, j - 2) + 1 === here) {
      slips.push({ kind: 'transposition', at: i - 2, from: a.slice(i - 2, i), to: b.slice(j - 2, j) })
      i -= 2
      j -= 2
    } else if (i > 0 && j > 0 && cell(i - 1, j - 1) + 1 === here) {
      slips.push({ kind: 'substitution', at: i - 1, from: a[i - 1]!, to: b[j - 1]! })
      i--
      j--
    } else if (j > 0 && cell(i, j - 1) + 1 === here) {
      slips.push({ kind: 'omission', at: i, from: '', to: b[j - 1]! })
      j--
    } else {
      slips.push({ kind: 'insertion', at: i - 1, from: a[i - 1]!, to: '' })
      i--
    }
  }
  return slips.reverse()
}
