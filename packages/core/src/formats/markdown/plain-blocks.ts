import type { MappedText } from '../../text/offset-map.ts'
import type { DocumentSpan } from '../../types.ts'
import { type Collection, type SegmentDetails, trimmed } from '../collection.ts'
import { Wording } from '../wording.ts'
import { BareAddresses } from './bare-addresses.ts'
import type { PlainBlock } from './divide.ts'

/** Gathers the wording of blocks in which nothing is markup. */
export function readPlainBlocks(source: string, blocks: readonly PlainBlock[], collection: Collection): void {
  const addresses = new BareAddresses(collection)
  for (const block of blocks) {
    const mapped = wordingOf(source, block)
    if (mapped === undefined) continue
    collection.segment(mapped, detailsOf(block))
    addresses.add(mapped)
  }
}

function detailsOf({ mark }: PlainBlock): SegmentDetails {
  if (mark.startsWith('#')) return { scope: 'heading', level: mark.length }
  return mark === '' ? { scope: 'prose' } : { scope: 'prose', marker: mark }
}

function wordingOf(source: string, { lines }: PlainBlock): MappedText | undefined {
  const [first, ...rest] = lines
  if (first === undefined) return undefined
  if (rest.length === 0 && !source.slice(first.start, first.end).includes(STRONG)) {
    return trimmed(source, first.start, first.end)
  }
  const wording = new Wording(source)
  let end = first.start
  for (const line of lines) {
    if (line !== first) wording.blank({ start: end, end: line.start, breaksLine: true })
    addLine(wording, source, line)
    end = line.end
  }
  return wording.finish()
}

const STRONG = '**'

function addLine(wording: Wording, source: string, { start, end }: DocumentSpan): void {
  let from = start
  for (const words of source.slice(start, end).split(STRONG)) {
    wording.verbatim(from, from + words.length)
    from += words.length + STRONG.length
  }
}
