import { isDigit, isLatin } from '../punctuation/characters.ts'
import { type Mark, markAt } from './marks.ts'

/** A mark at its place in a paragraph. */
export interface Token {
  readonly character: string
  readonly at: number
  readonly mark: Mark
}

/** The marks of a paragraph in order, without what only looks like one: apostrophes, list markers, emoticons. */
export function readTokens(text: string, marker: RegExp): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; at++) {
    const mark = markAt(text, at)
    if (mark === undefined || isApostrophe(text, at) || isEmoticon(text, at)) continue
    tokens.push({ character: text.charAt(at), at, mark })
  }
  return withoutListMarkers(text, tokens, marker)
}

/** The ’ of don’t, ’97年 and 90’s. */
function isApostrophe(text: string, at: number): boolean {
  if (text.charAt(at) !== '’') return false
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  return ((isLatin(before) || isDigit(before)) && isLatin(after)) || (!isLatin(before) && isDigit(after))
}

/** `:)` and `;-(`, but not the bracket of `附件:(1)` or `:(见下)`. */
function isEmoticon(text: string, at: number): boolean {
  const character = text.charAt(at)
  if (character !== ')' && character !== '(') return false
  const eyes = text.charAt(text.charAt(at - 1) === '-' ? at - 2 : at - 1)
  if (eyes !== ':' && eyes !== ';') return false
  return character === ')' || !/^[^\n]{0,80}\)/.test(text.slice(at + 1, at + 82))
}

/**
 * Leaves out the closing bracket of list markers (`1）`, `a)`, `三）`) as long as there are more closing than opening
 * round brackets: in `（1）` and `（甲、乙、3）` they balance.
 */
function withoutListMarkers(text: string, tokens: readonly Token[], marker: RegExp): Token[] {
  const round = tokens.filter(({ mark }) => mark.pair === 'round')
  let surplus = round.reduce((sum, { mark }) => sum + (mark.side === 'close' ? 1 : -1), 0)
  if (surplus <= 0) return [...tokens]
  return tokens.filter((token) => {
    if (surplus <= 0 || token.mark.pair !== 'round' || !closesListMarker(text, token, marker)) return true
    surplus--
    return false
  })
}

/** The end of an interval such as [0,1). */
const INTERVAL = /[[［][\d.,，\s%∞-]{1,30}$/

function closesListMarker(text: string, { at, mark }: Token, marker: RegExp): boolean {
  if (mark.side !== 'close' || INTERVAL.test(text.slice(Math.max(0, at - 32), at))) return false
  return marker.test(text.slice(Math.max(0, at - 6), at))
}

/** A digit stands before it: the ” of 19” is an inch mark, the ’ of 5’ a foot or a minute. */
export function isPrime(text: string, { at, character }: Token): boolean {
  return (character === '”' || character === '’') && isDigit(text.charAt(at - 1))
}
