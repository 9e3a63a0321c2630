import { recall } from '../../text/recall.ts'
import type { Segment } from '../../types.ts'
import { listMarkerOf } from './numbering.ts'
import { type Pairing, pairMarks } from './pair.ts'
import type { Token } from './tokens.ts'

/** A paragraph with its marks; `unclosed` and `unopened` are what no neighbour explains. */
export interface PairedParagraph extends Pairing {
  readonly segment: Segment
}

/** How many paragraphs on a quotation may end (a quoted article with its items), or a bracket in lines that run on. */
const QUOTE_REACH = 60
const BRACKET_REACH = 12

/**
 * Pairs the marks of each paragraph, then those that pair across paragraphs: a quotation of several paragraphs, each
 * opened anew and only the last one closed (GB/T 15834 4.8.3.5), and brackets in lines that run on.
 */
export function pairParagraphs(segments: readonly Segment[]): PairedParagraph[] {
  const filled = segments.filter(({ text }) => text.trim() !== '')
  const marker = listMarkerOf(filled.map(({ text }) => text))
  const paragraphs = filled.map((segment) => new Paragraph(segment, marker))
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.unclosed.length === 0) return
    paragraph.unclosed = paragraph.unclosed.filter((token) => !isExplained(token, paragraphs, index))
  })
  return paragraphs.map(({ segment, pairing, unclosed, waiting }) => {
    if (waiting === NONE && unclosed === pairing.unclosed) return { ...pairing, segment }
    const left = new Set([...waiting.values()].flat())
    return { ...pairing, segment, unclosed, unopened: pairing.unopened.filter((token) => left.has(token)) }
  })
}

/** Most paragraphs wait for nothing; this one stays empty. */
const NONE: Map<string, Token[]> = new Map()

class Paragraph {
  readonly segment: Segment
  readonly pairing: Pairing
  unclosed: readonly Token[]
  /** Marks without an opening one, by pair, the first one last. */
  readonly waiting: Map<string, Token[]>

  constructor(segment: Segment, marker: RegExp) {
    this.segment = segment
    this.pairing = recall(segment, keyOf(marker), () => pairMarks(segment.text, marker))
    this.unclosed = this.pairing.unclosed
    this.waiting = this.pairing.unopened.length === 0 ? NONE : new Map()
    for (const token of this.pairing.unopened.toReversed()) {
      const known = this.waiting.get(token.mark.pair)
      if (known === undefined) this.waiting.set(token.mark.pair, [token])
      else known.push(token)
    }
  }

  /** The text was cut off, or runs on into the next line. */
  get runsOn(): boolean {
    return !/[。！？；：.!?;:]\s*$/.test(this.segment.text.slice(-8))
  }
}

/** Marks are paired alike wherever list markers look alike. */
const keys = new Map<string, object>()

function keyOf({ source }: RegExp): object {
  const key = keys.get(source) ?? {}
  keys.set(source, key)
  return key
}

function isExplained(token: Token, paragraphs: readonly Paragraph[], index: number): boolean {
  const here = paragraphs[index]!
  if (/(?:…|\.\.\.)\s*$/.test(here.segment.text.slice(-8))) return true
  const isQuote = token.mark.family === 'quote'
  const reach = isQuote ? QUOTE_REACH : BRACKET_REACH
  for (let ahead = 1; ahead <= reach; ahead++) {
    const before = paragraphs[index + ahead - 1]!
    const next = paragraphs[index + ahead]
    if (next === undefined || !isSameFlow(here.segment, next.segment) || (!isQuote && !before.runsOn)) return false
    if (isQuote && next.segment.text.trimStart().startsWith(token.character)) return true
    if (next.waiting.get(token.mark.pair)?.pop() !== undefined) return true
  }
  return false
}

/** Two paragraphs of the running text, or of one cell. */
function isSameFlow(a: Segment, b: Segment): boolean {
  return a.cell?.table === b.cell?.table && a.cell?.row === b.cell?.row && a.cell?.column === b.cell?.column
}
