import { isAlike, substitutionWeight } from '../language/similarity.ts'
import type { Span } from '../types.ts'
import { type Slip, slipsBetween } from './edits.ts'
import { nationalPrefix } from './law.ts'
import { bodyOf } from './title-key.ts'

/** A catalogued key that a miswritten one may stand for. */
export interface NearTitle {
  /** The right key, in the written form: with 中华人民共和国 where the writing has it, well or badly. */
  readonly key: string
  /** Offset of the entry in the list the index was built from. */
  readonly entry: number
  /** Offsets count in the whole writing. */
  readonly slips: readonly Slip[]
  /** The slips' weight: less for characters that sound or look alike. */
  readonly weight: number
}

/** Finds catalogued keys near a written one. Built once, in a few milliseconds for two thousand keys. */
export interface NearTitles {
  /** The nearest first; empty when nothing is near enough to be meant. */
  find(written: string): NearTitle[]
  /** Those of them that one slip makes what is written. */
  findByOneSlip(written: string): NearTitle[]
}

/** Bodies shorter than this are compared only behind 中华人民共和国. */
const shortest = 7
/** Two slips are believed in bodies of this length and more. */
const roomy = 10
/** A title that has no 中华人民共和国 is meant less often when the writing has it. */
const addedPrefixWeight = 0.6
const kindWord =
  /(?:法典|法|条例|办法|规定|规则|细则|准则|决定|决议|解释|解答|批复|意见|通知|章程|通则|修正案|规程|程序|制度|）)$/u
/** Things and subjects of their own that only miss a 法 or 典 to be a law: the anthem, a passport, 民法 as a subject. */
const ownNames = new Set('国歌 国旗 国徽 国籍 护照 居民身份证 海关 邮政 户口 民法 商法 国家法 教育法典 税法'.split(' '))
const numerals = /^[一二三四五六七八九十零〇\d（）]*$/u

/** Compares with every key (see titleKey) that shares an unbroken piece with what is written; little to build. */
export function createNearTitles(keys: readonly string[]): NearTitles {
  const byLength = shelve(keys)
  const find = (written: string): NearTitle[] => {
    const head = readPrefix(written)
    const body = written.slice(head.length)
    const units = unitsOf(body)
    const found: NearTitle[] = []
    for (let length = Math.max(0, body.length - 2); length <= body.length + 2; length++) {
      const shelf = byLength[length]
      if (shelf === undefined) continue
      for (const entry of entriesSharingPiece(units, shelf, length)) {
        const near = compare({ written, head, body }, keys[entry]!, entry)
        if (near !== undefined) found.push(near)
      }
    }
    return found.sort(byWeight)
  }
  const findByOneSlip = (written: string): NearTitle[] => {
    const head = readPrefix(written)
    if (head.length > 0) return find(written).filter(({ slips }) => slips.length === 1)
    const units = unitsOf(written)
    const found: NearTitle[] = []
    for (let length = Math.max(0, units.length - 1); length <= units.length + 1; length++) {
      const { entries = [], units: right = [] } = byLength[length] ?? {}
      for (let index = 0; index < entries.length; index++) {
        if (!isOneSlipApart(units, { units: right, base: index * length }, length)) continue
        const entry = entries[index]!
        const near = compare({ written, head, body: written }, keys[entry]!, entry)
        if (near !== undefined) found.push(near)
      }
    }
    return found.sort(byWeight)
  }
  return { find, findByOneSlip }
}

/** The keys by the lengths of their bodies. */
function shelve(keys: readonly string[]): Shelf[] {
  const byLength: Shelf[] = []
  keys.forEach((key, entry) => {
    const body = bodyOf(key)
    byLength[body.length] ??= { entries: [], units: [], beginnings: undefined }
    const { entries, units } = byLength[body.length]!
    entries.push(entry)
    for (let at = 0; at < body.length; at++) units.push(body.charCodeAt(at))
  })
  return byLength
}

function byWeight(a: NearTitle, b: NearTitle): number {
  return a.weight - b.weight || a.slips.length - b.slips.length || a.entry - b.entry
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

/** The keys whose bodies are of one length, and the UTF-16 units of those, body after body. */
interface Shelf {
  readonly entries: number[]
  readonly units: number[]
  /**
   * Of what kind the unit is that each third of a body begins with, read when the shelf is first looked through; kinds
   * are few, so that a small table holds them.
   */
  beginnings: Uint16Array | undefined
}

const KINDS = 1021

/** By kind of unit, which thirds may begin with it, a bit each; zeros but while one shelf is looked through. */
const mayBegin = new Uint8Array(KINDS)

/** Where the thirds of a body begin. */
function pieceStarts(length: number): readonly [number, number, number] {
  return [0, Math.floor(length / 3), Math.floor((length * 2) / 3)]
}

/** Two slips leave one third of the right title whole, moved by two characters at most. */
function entriesSharingPiece(body: readonly number[], shelf: Shelf, length: number): number[] {
  const { entries, units } = shelf
  const starts = pieceStarts(length)
  shelf.beginnings ??= beginningsOf(shelf, starts, length)
  const { beginnings } = shelf
  const [, first, second] = starts
  // A third of less than a character stands anywhere.
  if (length >= 3) markBeginnings(body, starts)
  const found = entries.filter((_, index) => {
    const at = index * 3
    const isHopeless =
      length >= 3 &&
      (mayBegin[beginnings[at]!]! & 1) === 0 &&
      (mayBegin[beginnings[at + 1]!]! & 2) === 0 &&
      (mayBegin[beginnings[at + 2]!]! & 4) === 0
    if (isHopeless) return false
    const right = { units, base: index * length }
    return (
      standsNear(body, right, { start: 0, end: first }) ||
      standsNear(body, right, { start: first, end: second }) ||
      standsNear(body, right, { start: second, end: length })
    )
  })
  for (const unit of body) mayBegin[unit % KINDS] = 0
  return found
}

function beginningsOf({ entries, units }: Shelf, starts: readonly number[], length: number): Uint16Array {
  const beginnings = new Uint16Array(entries.length * starts.length)
  for (let at = 0; at < beginnings.length; at++) {
    const base = Math.floor(at / starts.length) * length
    beginnings[at] = (units[base + starts[at % starts.length]!] ?? 0) % KINDS
  }
  return beginnings
}

/** Notes of the units near each third's beginning that the third may begin with them. */
function markBeginnings(body: readonly number[], starts: readonly number[]): void {
  for (const [piece, start] of starts.entries()) {
    const last = Math.min(start + 2, body.length - 1)
    for (let from = Math.max(0, start - 2); from <= last; from++) mayBegin[body[from]! % KINDS]! |= 1 << piece
  }
}

interface Right {
  readonly units: readonly number[]
  readonly base: number
}

/** Asked of hundreds of titles for each writing, so units are compared where they stand and nothing is cut out. */
function standsNear(body: readonly number[], { units, base }: Right, { start, end }: Span<'body'>): boolean {
  for (let from = Math.max(0, start - 2); from <= start + 2; from++) {
    let at = 0
    while (start + at < end && body[from + at] === units[base + start + at]) at++
    if (start + at >= end && from + at <= body.length) return true
  }
  return false
}

/** Whether a body of that length differs by one unit that is another, left out or too many, or by two exchanged. */
function isOneSlipApart(body: readonly number[], { units, base }: Right, length: number): boolean {
  const shorter = Math.min(body.length, length)
  let start = 0
  while (start < shorter && body[start] === units[base + start]) start++
  let tail = 0
  while (tail < shorter - start && body[body.length - 1 - tail] === units[base + length - 1 - tail]) tail++
  const left = shorter - start - tail
  if (body.length !== length) return left === 0
  return (
    left === 1 || (left === 2 && body[start] === units[base + start + 1] && body[start + 1] === units[base + start])
  )
}

interface Head {
  /** Characters of the writing that stand for 中华人民共和国; 0 when there is none. */
  readonly length: number
}

const NO_HEAD: Head = { length: 0 }

interface Written {
  readonly written: string
  readonly head: Head
  readonly body: string
}

/** How much of the writing is 中华人民共和国, allowing two slips in it. */
function readPrefix(written: string): Head {
  if (written.startsWith(nationalPrefix)) return { length: nationalPrefix.length }
  // Two slips take away two characters at most.
  const opening = written.slice(0, nationalPrefix.length + 1)
  let missing = 0
  for (const character of nationalPrefix) if (!opening.includes(character)) missing++
  if (missing > 2) return NO_HEAD
  let best = { length: 0, slips: 3 }
  for (const length of [7, 6, 8, 5]) {
    const slips = slipsBetween(written.slice(0, length), nationalPrefix, 2)?.length ?? 3
    if (slips < best.slips) best = { length, slips }
  }
  return { length: best.length }
}

function compare({ written, head, body }: Written, key: string, entry: number): NearTitle | undefined {
  if (ownNames.has(body)) return undefined
  const right = bodyOf(key)
  const full = head.length > 0 && right !== key ? nationalPrefix + right : right
  if (head.length === 0 && Math.max(body.length, right.length) < shortest) return undefined
  const text = head.length > 0 && right === key ? body : written
  const slips = slipsBetween(text, full, 2)
  if (slips === undefined || slips.length === 0) return undefined
  // 江城市市容条例 is a town's own, not 城市市容条例 with a character too many.
  if (head.length === 0 && slips.some((slip) => slip.kind === 'insertion' && slip.at <= 1)) return undefined
  const prefix = full.length - right.length
  const inBody = slips.filter((slip) => slip.at >= prefix)
  if (inBody.length > 1 && Math.min(body.length, right.length) < roomy) return undefined
  if (
    inBody.length > 0 &&
    !isPlausible(
      text.slice(prefix),
      right,
      inBody.map((slip) => ({ ...slip, at: slip.at - prefix })),
    )
  ) {
    return undefined
  }
  const weight = weigh(slips) + (text === written ? 0 : addedPrefixWeight)
  return { key: full, entry, slips, weight }
}

/** Slips that nobody makes by mistake: another number, another kind of text, a word more at the end. */
function isPlausible(body: string, right: string, slips: readonly Slip[]): boolean {
  if (slips.some((slip) => numerals.test(slip.from) && numerals.test(slip.to))) return false
  const short = Math.min(body.length, right.length) < shortest
  if (short && slips.some((slip) => slip.kind === 'substitution' && !isAlike(slip.from, slip.to))) return false
  if (slips.length > 1) return sameKind(body, right)
  return kindWord.test(body) || body.at(-1) === right.at(-1) || isAtEnd(slips[0]!, body)
}

function sameKind(body: string, right: string): boolean {
  return kindWord.exec(body)?.[0] === kindWord.exec(right)?.[0]
}

function isAtEnd(slip: Slip, body: string): boolean {
  if (slip.kind === 'omission') return slip.at >= body.length - 1
  if (slip.kind === 'transposition') return slip.at >= body.length - 2
  return slip.kind === 'substitution' && slip.at >= body.length - 2 && isAlike(slip.from, slip.to)
}

function weigh(slips: readonly Slip[]): number {
  let weight = 0
  for (const slip of slips) {
    if (slip.kind === 'substitution') weight += substitutionWeight(slip.from, slip.to)
    else if (slip.kind === 'transposition') weight += 0.7
    else weight += 0.9
  }
  return weight
}
