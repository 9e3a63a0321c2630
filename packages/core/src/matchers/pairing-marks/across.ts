import { gather } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import { BODY_SCOPES } from '../punctuation/scopes.ts'
import { invertedFaults } from './inverted.ts'
import { listMarkerOf } from './numbering.ts'
import { type Pairing, pairMarks } from './pair.ts'
import { isPlainlySound } from './sound.ts'
import type { Token } from './tokens.ts'

/** A paragraph with its marks; `unclosed` and `unopened` are what no neighbour explains. */
export interface PairedParagraph extends Pairing {
  readonly segment: Segment
}

/** What of a document marks are paired in. */
type Body = Pick<Document, 'segments' | 'gathering'>

/** How many paragraphs on a quotation may end (a quoted article with its items), or a bracket in lines that run on. */
const QUOTE_REACH = 60
const BRACKET_REACH = 12

/**
 * Pairs the marks of each paragraph, then those that pair across paragraphs: a quotation of several paragraphs, each
 * opened anew and only the last one closed (GB/T 15834 4.8.3.5), and brackets in lines that run on. Only paragraphs of
 * which something is to be said.
 */
export function pairParagraphs(document: Body): PairedParagraph[] {
  // Marks are paired alike wherever list markers look alike, and then this is the same object.
  const marker = listMarkerOf(document)
  const paragraphs = gather(document, marker, (segment) => pairingOf(segment, marker)).map(
    ({ segment, said }) => new Paragraph(segment, said),
  )
  const bySegment = new Map(paragraphs.map((paragraph) => [paragraph.segment, paragraph]))
  for (const paragraph of paragraphs) {
    if (paragraph.unclosed.length === 0) continue
    paragraph.unclosed = paragraph.unclosed.filter(
      (token) => !isExplained(token, paragraph.segment, { document, bySegment }),
    )
  }
  return paragraphs.map(({ segment, pairing, unclosed, waiting }) => {
    if (waiting === NONE && unclosed === pairing.unclosed) return { ...pairing, segment }
    const left = new Set([...waiting.values()].flat())
    return { ...pairing, segment, unclosed, unopened: pairing.unopened.filter((token) => left.has(token)) }
  })
}

/** The pairing of a filled paragraph, unless it is sound. */
function pairingOf(segment: Segment, marker: RegExp): Pairing | undefined {
  if (!BODY_SCOPES.has(segment.scope) || !hasAny(segment, trait.paired)) return undefined
  if (isPlainlySound(segment.text)) return undefined
  const pairing = pairMarks(segment.text, marker)
  return isSound(pairing) && invertedFaults({ ...pairing, segment }).length === 0 ? undefined : pairing
}

/** Every mark has its partner of its own form, and no pair is inside one of its kind. */
function isSound({ pairs, unclosed, unopened, crossings }: Pairing): boolean {
  if (unclosed.length + unopened.length + crossings.length > 0) return false
  return pairs.every(({ open, close, nested }) => !nested && open.mark.partner === close.character)
}

/** Most paragraphs wait for nothing; this one stays empty. */
const NONE: Map<string, Token[]> = new Map()

class Paragraph {
  readonly segment: Segment
  readonly pairing: Pairing
  unclosed: readonly Token[]
  /** Marks without an opening one, by pair, the first one last. */
  readonly waiting: Map<string, Token[]>

  constructor(segment: Segment, pairing: Pairing) {
    this.segment = segment
    this.pairing = pairing
    this.unclosed = pairing.unclosed
    this.waiting = pairing.unopened.length === 0 ? NONE : new Map()
    for (const token of pairing.unopened.toReversed()) {
      const known = this.waiting.get(token.mark.pair)
      if (known === undefined) this.waiting.set(token.mark.pair, [token])
      else known.push(token)
    }
  }
}

/** A document's segments, and those of them that something is to be said of. */
interface Neighbours {
  readonly document: Body
  readonly bySegment: ReadonlyMap<Segment, Paragraph>
}

function isExplained(token: Token, here: Segment, { document, bySegment }: Neighbours): boolean {
  if (/(?:…|\.\.\.)\s*$/.test(here.text.slice(-8))) return true
  const isQuote = token.mark.family === 'quote'
  let ahead = isQuote ? QUOTE_REACH : BRACKET_REACH
  let before = here
  for (let index = here.index + 1; index < document.segments.length && ahead > 0; index++) {
    const next = document.segments[index]!
    if (!BODY_SCOPES.has(next.scope) || next.text.trim() === '') continue
    if (!isSameFlow(here, next) || (!isQuote && !runsOn(before))) return false
    if (isQuote && next.text.trimStart().startsWith(token.character)) return true
    if (bySegment.get(next)?.waiting.get(token.mark.pair)?.pop() !== undefined) return true
    before = next
    ahead--
  }
  return false
}

/** The text was cut off, or runs on into the next line. */
function runsOn({ text }: Segment): boolean {
  return !/[。！？；：.!?;:]\s*$/.test(text.slice(-8))
}

/** Two paragraphs of the running text, or of one cell. */
function isSameFlow(a: Segment, b: Segment): boolean {
  return a.cell?.table === b.cell?.table && a.cell?.row === b.cell?.row && a.cell?.column === b.cell?.column
}
