import type { MappedText } from '../../text/offset-map.ts'
import type { DocumentSpan } from '../../types.ts'
import { type Collection, type SegmentDetails, trimmed } from '../collection.ts'
import { Wording } from '../wording.ts'
import { BareAddresses } from './bare-addresses.ts'
import type { PlainBlock } from './divide.ts'
import type { PlainTable } from './plain-table.ts'
import { haveNoMarks, takeWords } from './plain-words.ts'

/** What the readers of a source share: where its wording goes, and the numbers of its tables. */
export interface Gathering {
  readonly collection: Collection
  readonly tables: { next(): number }
}

/** Gathers the wording of blocks in which a parser would find nothing but strong words, links and cells. */
export class PlainBlocks {
  readonly #source: string
  readonly #gathering: Gathering
  readonly #addresses: BareAddresses

  constructor(source: string, gathering: Gathering) {
    this.#source = source
    this.#gathering = gathering
    this.#addresses = new BareAddresses(gathering.collection)
  }

  read({ lines, mark, table }: PlainBlock): void {
    if (table === undefined) this.#add(lines, detailsOf(mark))
    else this.#readTable(table)
  }

  #readTable(rows: PlainTable): void {
    const table = this.#gathering.tables.next()
    for (const [row, cells] of rows.entries()) {
      for (const [column, span] of cells.entries()) this.#add([span], { scope: 'cell', cell: { table, row, column } })
    }
  }

  #add(lines: readonly DocumentSpan[], details: SegmentDetails): void {
    const mapped = this.#wordingOf(lines)
    if (mapped === undefined) return
    this.#gathering.collection.segment(mapped, details)
    this.#addresses.add(mapped)
  }

  #wordingOf(lines: readonly DocumentSpan[]): MappedText | undefined {
    const [first, ...rest] = lines
    if (first === undefined) return undefined
    if (rest.length === 0 && haveNoMarks(this.#source.slice(first.start, first.end))) {
      return trimmed(this.#source, first.start, first.end)
    }
    const wording = new Wording(this.#source)
    const taker = {
      source: this.#source,
      collection: this.#gathering.collection,
      addresses: this.#addresses,
      wording,
    }
    let end = first.start
    for (const line of lines) {
      if (line !== first) wording.blank({ start: end, end: line.start, breaksLine: true })
      takeWords(line, taker)
      end = line.end
    }
    return wording.finish()
  }
}

function detailsOf(mark: string): SegmentDetails {
  if (mark.startsWith('#')) return { scope: 'heading', level: mark.length }
  return mark === '' ? { scope: 'prose' } : { scope: 'prose', marker: mark }
}
