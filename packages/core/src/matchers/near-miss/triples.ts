/** A growing list of rows of three numbers, filled anew for one text after the other: no object for each. */
export class Triples {
  /** Row n is `values[3n]`, `values[3n + 1]`, `values[3n + 2]`. */
  values: Int32Array = new Int32Array(3 * 1024)
  count = 0
  /** What was read ahead; without a use the reads would be optimised away. */
  readSum = 0

  clear(): this {
    this.count = 0
    return this
  }

  /** The values, with room for so many rows, to be written by hand; `count` is then set. Clears the list. */
  room(rows: number): Int32Array {
    if (this.values.length < 3 * rows) this.values = new Int32Array(6 * rows)
    return this.clear().values
  }

  push(first: number, second: number, third: number): void {
    if (3 * this.count + 3 > this.values.length) this.#grow()
    const row = 3 * this.count++
    this.values[row] = first
    this.values[row + 1] = second
    this.values[row + 2] = third
  }

  /**
   * Reads the rows of a table, of so many numbers each, that the first numbers name, so that they come near the processor.
   * One by one, with work between, each read of a large table would wait for memory; here they wait together.
   */
  readAhead(table: Int32Array | Uint16Array, size: number): void {
    const { values, count } = this
    let sum = 0
    for (let row = 0; row < 3 * count; row += 3) sum += table[values[row]! * size]!
    this.readSum = sum
  }

  /** Puts in the place of the first numbers what a table has for them: all of them wait for memory together. */
  replaceFirst(table: Int32Array): void {
    const { values, count } = this
    for (let row = 0; row < 3 * count; row += 3) values[row] = table[values[row]!]!
  }

  #grow(): void {
    const values = new Int32Array(2 * this.values.length)
    values.set(this.values)
    this.values = values
  }
}
