import { leadingUnit } from '../../text/blank.ts'
import { chineseNumber, smallNumber } from '../../text/chinese-number.ts'
import { hint } from '../../text/hints.ts'
import { PerDocument } from '../../text/per-document.ts'
import { gatherAll } from '../../text/recall.ts'
import { hasHint } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'

/** A level of official numbering: 一、 （一） 1. （1） count from 1; a deeper level restarts below each higher one. */
export type Level = 1 | 2 | 3 | 4

/** A numbering mark at the head of a paragraph, or inside one where a list runs on. */
export interface Marker {
  readonly level: Level
  readonly value: number
  readonly segment: Segment
  readonly start: number
  readonly end: number
  /** Whether it begins its paragraph. */
  readonly leads: boolean
}

const LEVEL_1 = /^\s*([一二三四五六七八九十]{1,3})、/
const LEVEL_2 = /^\s*[（(]([一二三四五六七八九十]{1,3})[）)](?!项|款|条|目|至|和|、)/
const LEVEL_3 = /^\s*(\d{1,2})(?:[.．](?![\d.])|[.．](?=(?:19|20)\d{2}\s?年)|、(?!\d))/
const LEVEL_4 = /^\s*[（(](\d{1,2})[）)](?!项|款|条|目|至|和|、)/

/** By what a paragraph begins with, the mark that it may begin with; a bracket may be that of two. */
const HEADS = new Map<number, readonly (readonly [Level, RegExp])[]>()
for (const unit of unitsOf('一二三四五六七八九十')) HEADS.set(unit, [[1, LEVEL_1]])
for (const unit of unitsOf('0123456789')) HEADS.set(unit, [[3, LEVEL_3]])
const BRACKETED: readonly (readonly [Level, RegExp])[] = [
  [2, LEVEL_2],
  [4, LEVEL_4],
]
for (const unit of unitsOf('（(')) HEADS.set(unit, BRACKETED)

function unitsOf(characters: string): number[] {
  return Array.from(characters, (character) => character.charCodeAt(0))
}

/** With the hints of a mark. What must stand before is asked behind the first character, which is seldom met. */
const INSIDE: readonly (readonly [Level, RegExp, ...needs: [number, number]])[] = [
  [
    2,
    /[（(](?<=[。；;：:，,].)([一二三四五六七八九十]{1,3})[）)](?!项|款|条|目|至|和|、)/g,
    hint.itemBracket,
    hint.bracketNumeral,
  ],
  [3, /(\d(?<=[。；;：:\s].)\d?)[.．](?![\d.])/g, hint.itemDigit, hint.numberPoint],
  [4, /[（(](?<=[。；;：:，,].)(\d{1,2})[）)](?!项|款|条|目|至|和|、)/g, hint.itemBracket, hint.bracketDigit],
]

/** The numbering marks of a document's paragraphs and headings, in order. */
export function markersOf(document: Document): readonly Marker[] {
  const markers = known.get(document) ?? gatherAll(document, markersIn, marksIn)
  known.set(document, markers)
  return markers
}

const known = new PerDocument<readonly Marker[]>()

function marksIn(segment: Segment): readonly Marker[] {
  return segment.scope === 'prose' || segment.scope === 'heading' ? markersIn(segment) : NONE
}

/** How a mark of that level is written. */
export function markText(level: Level, value: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(value)}、`
    case 2:
      return `（${chineseNumber(value)}）`
    case 3:
      return `${value}.`
    default:
      return `（${value}）`
  }
}

function markersIn(segment: Segment): readonly Marker[] {
  const { text } = segment
  const head = headOf(segment)
  let found: Marker[] | undefined = head === undefined ? undefined : [head]
  for (const [level, pattern, first, second] of INSIDE) {
    if (!hasHint(segment, first) || !hasHint(segment, second)) continue
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const value = smallNumber(match[1] ?? '')
      if (value === undefined || (head !== undefined && match.index < head.end)) continue
      found ??= []
      found.push({ level, value, segment, start: match.index, end: match.index + match[0].length, leads: false })
    }
  }
  if (found === undefined) return NONE
  return found.length === 1 ? found : found.sort((a, b) => a.start - b.start)
}

const NONE: readonly Marker[] = []

function headOf(segment: Segment): Marker | undefined {
  for (const [level, pattern] of HEADS.get(leadingUnit(segment.text)) ?? NO_HEADS) {
    const head = pattern.exec(segment.text)
    const value = smallNumber(head?.[1] ?? '')
    if (head === null || value === undefined) continue
    return { level, value, segment, start: head[0].search(/\S/), end: head[0].length, leads: true }
  }
  return undefined
}

const NO_HEADS: readonly (readonly [Level, RegExp])[] = []
