import type { Slip } from '../../laws/edits.ts'
import { nationalPrefix } from '../../laws/law.ts'
import type { LawIndex, NearLaw, Resolution } from '../../laws/law-index.ts'
import type { SegmentSpan } from '../../types.ts'
import { numeralClass } from './numeral.ts'

/** A title in running text without marks: what it names, or what it may mean. */
export interface BareTitle {
  readonly text: string
  readonly span: SegmentSpan
  readonly resolution?: Resolution
  readonly near?: readonly NearLaw[]
}

const longest = 48
const stops = /[，。；：！？“”《》〈〉\s,;:!?|]/
/** A title's last character; 法 is none in 法律, 法规, 违法, 法院. */
const lastCharacter =
  /[典例定则]|(?<=[章规])程|案(?:（[^（）]{1,3}）)?|(?<![违合依执立司守非])法(?![律规院官人制治定学典])/g
const lastCharacters = new Set('法例定则典程')
const ownText = /(?:本|该|此|上述|前述)(?:法|条例|办法|规定|细则|规则)$/
const boundary =
  /(?:^|[^\u4e00-\u9fff]|根据|依据|依照|按照|遵照|参照|违反|适用|符合|触犯|我国|现行|以及|及|和|与|或|按|依|对|在|从|由|的|据|即|将|为|是|并|了|见)$/
const anchor = new RegExp(`第\\s*[${numeralClass}]+\\s*条`, 'g')
const ground = /(?:根据|依据|依照|按照|遵照|违反|落实|执行|遵守|符合|适用)/g

/** What follows 根据 and is no title. */
const noTitle = /^(?:本|该|前|上|下|有关|国家有关|国家规定|法律|第|其|所|各|相关|合同|约定|章程|规定|以下|需要|实际)/

/** Behind 中华人民共和国 even 合法 may end a title: 劳动合法. */
const lastOfPrefixed = /[典例定则法]|(?<=[章规])程|案(?:（[^（）]{1,3}）)?/g

/** Whether an offset lies in text that was read already. */
type Taken = (at: number) => boolean

/** Titles that begin with 中华人民共和国 in running text, read from the left: the longest known title, else a near one. */
export function readPrefixedTitles(text: string, index: LawIndex, taken: Taken): BareTitle[] {
  const found: BareTitle[] = []
  for (let at = text.indexOf(nationalPrefix); at >= 0; at = text.indexOf(nationalPrefix, at + 1)) {
    if (taken(at)) continue
    const run = runFrom(text, at)
    const exact = exactFrom(run, at, index)
    const near = nearFrom(run, at, index)
    const title = exact === undefined || isLonger(near, exact) ? (near ?? exact) : exact
    if (title !== undefined) found.push(title)
  }
  return found
}

/** Known titles just before 第…条 in running text: 政府信息公开条例第三十六条. `resolve` knows the document's short names too. */
export function readTitlesBeforeArticles(
  text: string,
  resolve: (title: string) => Resolution | null | undefined,
  taken: Taken,
): BareTitle[] {
  if (!text.includes('条')) return []
  const found: BareTitle[] = []
  anchor.lastIndex = 0
  for (let article = anchor.exec(text); article !== null; article = anchor.exec(text)) {
    const end = article.index
    if (end < 2 || taken(end - 1) || !lastCharacters.has(text[end - 1]!)) continue
    if (ownText.test(text.slice(Math.max(0, end - 5), end))) continue
    for (let start = runBefore(text, end); start <= end - 2; start++) {
      if (!boundary.test(text.slice(Math.max(0, start - 2), start))) continue
      const title = text.slice(start, end)
      const resolution = resolve(title)
      if (resolution === undefined) continue
      if (resolution !== null) found.push({ text: title, span: { start, end }, resolution })
      break
    }
  }
  return found
}

/** Near-miss titles without 中华人民共和国 behind 根据, 依照 … in running text. */
export function readGroundTitles(text: string, index: LawIndex, taken: Taken): BareTitle[] {
  const found: BareTitle[] = []
  for (let start = nextGround(text, 0); start >= 0; start = nextGround(text, start)) {
    if (taken(start)) continue
    const run = runFrom(text, start)
    const ends = endsOf(run, lastCharacter).filter((end) => end >= 6)
    if (ends.some((end) => index.resolve(run.slice(0, end)) !== undefined)) continue
    for (const end of ends) {
      const title = run.slice(0, end)
      const near = index.nearByOneSlip(title).filter(({ near: found }) => !isParticle(found!.slips[0]!))
      if (near.length === 0) continue
      found.push({ text: title, span: { start, end: start + end }, near })
      break
    }
  }
  return found
}

/** Whether words that may be a title stand behind 根据, 依照 … anywhere. */
export function mayCiteGround(text: string): boolean {
  return nextGround(text, 0) >= 0
}

/** Behind 根据, 依照 …, where words begin that may be a title; searched from an offset on, -1 where none begin. */
function nextGround(text: string, from: number): number {
  ground.lastIndex = from
  while (ground.test(text)) {
    const start = ground.lastIndex
    if (text.startsWith(nationalPrefix, start) || noTitle.test(text.slice(start, start + 4))) continue
    titleAhead.lastIndex = start
    if (titleAhead.test(text)) return start
  }
  return -1
}

/** Six characters or more, the last of which may be a title's; quicker to look for than titles. */
const titleAhead = /[^，。；：！？“”《》〈〉\s,;:!?|]{5,47}[典例定则程法]|[^，。；：！？“”《》〈〉\s,;:!?|]{0,47}案/y

/** Where the unbroken text before `end` begins. */
function runBefore(text: string, end: number): number {
  let start = end
  while (start > 0 && end - start < longest && !stops.test(text[start - 1]!)) start--
  return start
}

function runFrom(text: string, at: number): string {
  const run = text.slice(at, at + longest)
  const stop = run.search(stops)
  return stop < 0 ? run : run.slice(0, stop)
}

function endsOf(run: string, last: RegExp): number[] {
  return [...run.matchAll(last)].map((found) => found.index + found[0].length)
}

function exactFrom(run: string, at: number, index: LawIndex): BareTitle | undefined {
  for (let end = run.length; end > nationalPrefix.length; end--) {
    const last = run[end - 1]!
    if (!lastCharacters.has(last) && last !== '）' && last !== '案') continue
    const text = run.slice(0, end)
    const resolution = index.resolve(text)
    if (resolution !== undefined) return { text, span: { start: at, end: at + end }, resolution }
  }
  return undefined
}

/** 劳动合同法实失条例 is more than 劳动合同法: the near title goes on where the exact one ends. */
function isLonger(near: BareTitle | undefined, exact: BareTitle): boolean {
  const best = near?.near?.[0]
  if (near === undefined || best?.near === undefined || near.span.end < exact.span.end + 3) return false
  return best.title.startsWith(exact.text) && best.title.length > exact.text.length + 2
}

/** A near title is only believed where it could not be the sentence going on: 中华人民共和国海关依法…. */
function nearFrom(run: string, at: number, index: LawIndex): BareTitle | undefined {
  for (const end of endsOf(run, lastOfPrefixed).reverse()) {
    const text = run.slice(0, end)
    const near = index.near(text).filter((candidate) => isBelievable(candidate, text))
    if (near.length > 0) return { text, span: { start: at, end: at + end }, near }
  }
  return undefined
}

/** 依照农村土地承包的法律: a particle is the sentence's, not the title's. */
function isParticle({ kind, from }: Slip): boolean {
  return kind === 'insertion' && /[的了之等]/.test(from)
}

function isBelievable(candidate: NearLaw, text: string): boolean {
  if (candidate.near === undefined) return text.length >= nationalPrefix.length + 7
  const { slips } = candidate.near
  if (slips.length > 1 || isParticle(slips[0]!)) return false
  if (text.length >= nationalPrefix.length + 7) return true
  const isRoomy = candidate.title.length >= nationalPrefix.length + 5
  return slips.every(
    ({ kind }) => kind === 'substitution' || kind === 'transposition' || (isRoomy && kind === 'omission'),
  )
}
