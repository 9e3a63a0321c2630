import type { DocumentSpan } from '../../types.ts'
import { isClosed } from './closed.ts'
import { frontMatterEnd } from './front-matter.ts'
import { arePlain, lineAt, type MarkdownLine } from './plain-lines.ts'
import { type PlainTable, plainTableOf } from './plain-table.ts'

/** A paragraph, heading, list item of one paragraph or table in which nothing but strong words and links is marked. */
export interface PlainBlock {
  /** Its lines without their ends, without the mark before a heading's or item's words. */
  readonly lines: readonly DocumentSpan[]
  /** `##`, `-`, `12.`; empty for a paragraph that is no item. */
  readonly mark: string
  /** Its cells when it is a table. */
  readonly table?: PlainTable
}

/** A source in two: what can be read as it stands, and the stretches that must be parsed. Each in reading order. */
export interface DividedMarkdown {
  readonly plain: readonly PlainBlock[]
  readonly marked: readonly DocumentSpan[]
}

/** The source in one, to be parsed as a whole. */
export function undivided(text: string): DividedMarkdown {
  return { plain: [], marked: [{ start: 0, end: text.length }] }
}

/**
 * Parsing takes a hundred times as long as looking whether there is anything to parse. Blank lines part a source into
 * blocks; a block of words only is what it is whatever stands around it, unless a fence, a comment or the like is open
 * there (from the first that is, all is parsed), or it is a list and what follows is indented. A source with
 * definitions, which hold for the whole of it, is parsed whole.
 */
export function divide(text: string): DividedMarkdown {
  const head = frontMatterEnd(text)
  if (head === undefined || FAR_REACHING.test(text)) return undivided(text)
  const plain: PlainBlock[] = []
  const marked: { start: number; end: number }[] = head > 0 ? [{ start: 0, end: head }] : []
  let isAfterMarked = head > 0
  const blocks = [...blocksOf(text, head)]
  for (const [at, block] of blocks.entries()) {
    const last = isAfterMarked ? marked.at(-1) : undefined
    const table = plainTableOf(text, block)
    isAfterMarked =
      table === undefined &&
      (!arePlain(block, blocks[at - 1]) || (block.at(-1)!.kind === 'item' && isIndented(text, blocks[at + 1])))
    const [start, end] = [block[0]!.start, block.at(-1)!.end]
    if (table !== undefined) plain.push({ lines: block, mark: '', table })
    else if (isAfterMarked && last !== undefined) last.end = end
    else if (isAfterMarked) marked.push({ start, end })
    else plain.push(...plainBlocksOf(block))
  }
  return closed(text, { plain, marked })
}

/** Definitions of links and footnotes; a byte order mark that is none, for it is not at the beginning. */
const FAR_REACHING = /\]:|(?!^)\uFEFF/

function isIndented(text: string, block: readonly MarkdownLine[] | undefined): boolean {
  return block !== undefined && /[ \t]/.test(text[block[0]!.start]!)
}

/** The lines of each block: between blank lines, from the offset on. */
function* blocksOf(text: string, from: number): Generator<readonly MarkdownLine[]> {
  let block: MarkdownLine[] = []
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const next = newline < 0 ? text.length : newline + 1
    const line = text.slice(start, newline < 0 ? next : newline).replace(/\r$/, '')
    if (!/^[ \t]*$/.test(line)) block.push(lineAt(text, { start, end: start + line.length }))
    else if (block.length > 0) {
      yield block
      block = []
    }
    start = next
  }
  if (block.length > 0) yield block
}

/** Lines of words that follow one another are one paragraph. */
function plainBlocksOf(lines: readonly MarkdownLine[]): PlainBlock[] {
  const blocks: { lines: DocumentSpan[]; mark: string }[] = []
  let paragraph: DocumentSpan[] | undefined
  for (const { start, end, kind, mark } of lines) {
    const words = { start: kind === 'text' ? start : start + mark.length + 1, end }
    if (kind === 'text' && paragraph !== undefined) paragraph.push(words)
    else blocks.push({ lines: [words], mark })
    paragraph = kind === 'text' ? blocks.at(-1)!.lines : undefined
  }
  return blocks
}

/** From the first stretch that leaves something open, all is one stretch. */
function closed(text: string, { plain, marked }: DividedMarkdown): DividedMarkdown {
  const open = marked.findIndex(({ start, end }) => !isClosed(text.slice(start, end)))
  if (open < 0) return { plain, marked }
  const { start } = marked[open]!
  return {
    plain: plain.filter(({ lines }) => lines[0]!.start < start),
    marked: [...marked.slice(0, open), { start, end: text.length }],
  }
}
