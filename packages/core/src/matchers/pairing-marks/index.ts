import type { MatcherKind, Reading } from '../../types.ts'
import { isChineseSegment } from '../punctuation/characters.ts'
import { type Fault, faultKind } from '../punctuation/fault.ts'
import { type PairedParagraph, pairParagraphs } from './across.ts'
import { invertedFaults } from './inverted.ts'
import { straightQuoteFaults } from './straight.ts'
import type { Token } from './tokens.ts'

/** Brackets, quotation marks and book-title marks that lack their partner, cross, or nest wrongly. */
export const pairingMarks: MatcherKind = faultKind({
  kind: 'pairing-marks',
  faults: [
    'bracket-unclosed',
    'bracket-unopened',
    'bracket-widths',
    'bracket-nested',
    'title-unclosed',
    'title-unopened',
    'title-nested',
    'title-inverted',
    'quote-unclosed',
    'quote-unopened',
    'quote-reversed',
    'quote-nested',
    'quote-inverted',
    'straight-quote-unpaired',
    'crossed',
  ],
  survey,
})

function survey({ document }: Reading): Fault[] {
  const paragraphs = pairParagraphs(document).filter(({ segment }) => isChineseSegment(segment))
  const straight = straightQuoteFaults(document).filter(({ segment }) => isChineseSegment(segment))
  return [...paragraphs.flatMap(faultsOf), ...paragraphs.flatMap(invertedFaults), ...straight]
}

function faultsOf(paragraph: PairedParagraph): Fault[] {
  const reversed = reversedQuotes(paragraph)
  const lone = (token: Token) => !reversed.some(({ tokens }) => tokens.includes(token))
  return [
    ...paragraph.unclosed.filter(lone).map((token) => loneFault(paragraph, token)),
    ...paragraph.unopened.filter(lone).map((token) => loneFault(paragraph, token)),
    ...reversed.map(({ fault }) => fault),
    ...paragraph.crossings.map(
      ({ early, over }): Fault => ({
        ...at(paragraph, early),
        fault: 'crossed',
        facts: { over: over.character, mark: early.character },
      }),
    ),
    ...pairFaults(paragraph),
  ]
}

function at({ segment }: PairedParagraph, { at: start, character }: Token): Pick<Fault, 'segment' | 'span'> {
  return { segment, span: { start, end: start + character.length } }
}

function loneFault(paragraph: PairedParagraph, token: Token): Fault {
  const { family, side, partner } = token.mark
  const fault = `${family}-${side === 'open' ? 'unclosed' : 'unopened'}`
  return { ...at(paragraph, token), fault, facts: { mark: token.character, partner } }
}

/** Two marks of one side around a few words: “甲“ for “甲”, and ”甲” for “甲”. */
function reversedQuotes(paragraph: PairedParagraph): { readonly tokens: readonly Token[]; readonly fault: Fault }[] {
  return [paragraph.unclosed, paragraph.unopened].flatMap((tokens) => {
    const [first, second, third] = tokens.filter(({ mark }) => mark.pair === 'double')
    if (first === undefined || second === undefined || third !== undefined) return []
    if (!/^[^。！？\n]{1,60}$/.test(paragraph.segment.text.slice(first.at + 1, second.at))) return []
    const wrong = first.mark.side === 'open' ? second : first
    const fault = {
      ...at(paragraph, wrong),
      fault: 'quote-reversed',
      right: [wrong.mark.partner],
      facts: { mark: wrong.character },
    }
    return [{ tokens: [first, second], fault }]
  })
}

function pairFaults(paragraph: PairedParagraph): Fault[] {
  const firstLone = new Map<string, number>()
  for (const { mark, at: place } of paragraph.unclosed.toReversed()) firstLone.set(mark.pair, place)
  return paragraph.pairs.flatMap(({ open, close, nested }) => {
    const faults = open.mark.partner === close.character ? [] : [widthFault(paragraph, open, close)]
    // A lone mark of the same kind before it would count as an enclosing pair that is none.
    const isInner = nested && (firstLone.get(open.mark.pair) ?? open.at) >= open.at
    return isInner ? [...faults, ...nestedFault(paragraph, open, close)] : faults
  })
}

/** （…) and (…）: the half-width one is wrong. */
function widthFault(paragraph: PairedParagraph, open: Token, close: Token): Fault {
  const half = '([)]'.includes(open.character) ? open : close
  const right = half === open ? close.mark.partner : open.mark.partner
  return { ...at(paragraph, half), fault: 'bracket-widths', right: [right], facts: { mark: half.character } }
}

const INNER: Readonly<Record<string, readonly [fault: string, open: string, close: string]>> = {
  title: ['title-nested', '〈', '〉'],
  double: ['quote-nested', '‘', '’'],
}

/** The longest inner title or quotation that a suggestion rewrites. */
const REWRITTEN = 100

function nestedFault(paragraph: PairedParagraph, open: Token, close: Token): Fault[] {
  if (open.mark.pair === 'round') return [{ ...at(paragraph, open), fault: 'bracket-nested' }]
  const [fault, left, right] = INNER[open.mark.pair] ?? []
  if (fault === undefined || close.at - open.at > REWRITTEN) return []
  const { segment } = paragraph
  const inner = segment.text.slice(open.at + 1, close.at)
  return [{ fault, segment, span: { start: open.at, end: close.at + 1 }, right: [`${left}${inner}${right}`] }]
}
