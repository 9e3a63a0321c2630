import type { LawIndex, NearLaw, Resolution } from '../../laws/law-index.ts'
import { claimsNationalLaw } from '../../laws/similar-laws.ts'
import { isDraftTitle, titleKey } from '../../laws/title-key.ts'
import { hint } from '../../text/hints.ts'
import { recall } from '../../text/recall.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Segment, SegmentSpan } from '../../types.ts'
import { readArticles } from './articles.ts'
import { type BareTitle, readGroundTitles, readPrefixedTitles, readTitlesBeforeArticles } from './bare-titles.ts'
import { readDefinition } from './definitions.ts'
import type { AskedNames, OpenTitle } from './known-names.ts'
import { type MarkedTitle, type MarkedTitles, noTitles, readMarkedTitles } from './marked-titles.ts'
import { type LawMention, mentionOf, type ReadMention, type SegmentMentions, type UnpairedTitle } from './mention.ts'

/** Characters that titles end in, and how long they are at most. */
const lastCharacters = new Set('典例定则法程章案）')
const longestTitle = 48
const titleEnd = /[《》〈〉。；]/
const titleBreak = /[《》〈〉。；，]/
const place = /省|市|自治区|自治州|自治县|州|县|区|旗|兵团/g
/** Before a title: the law of another land or of Hong Kong, Macao and Taiwan. */
const foreign =
  /(?:香港|澳门|台湾|欧盟|联合国|[美英法德日韩俄加澳]国?|日本|加拿大|新加坡|澳大利亚|印度|越南)(?:特别行政区|地区|省)?的?$/
const localIssuer = /^》?\s*[（(][^（）()]*(?:省|市|自治区|州|县|区)[^（）()]*(?:令|号|公告)/

/** Asks for titles that are like one of a segment. */
const NEAR = {}

/** Reads one segment, as far as possible without the rest of the document. */
export class SegmentReader {
  readonly #segment: Segment
  readonly #index: LawIndex
  readonly #asked: AskedNames
  readonly #laws: ReadMention[] = []
  readonly #unpaired: UnpairedTitle[] = []

  constructor(segment: Segment, index: LawIndex, asked: AskedNames) {
    this.#segment = segment
    this.#index = index
    this.#asked = asked
  }

  read(): SegmentMentions {
    const segment = this.#segment
    const { text } = segment
    const marks = hasAny(segment, trait.title)
      ? recall(segment, readMarkedTitles, () => readMarkedTitles(text))
      : noTitles
    this.#readBroken(segment, marks)
    for (const title of marks.titles) this.#readMarked(segment, title)
    if (marks.unclosed.length > 0 || marks.unopened.length > 0) this.#readUnpaired(segment, marks)
    for (const title of this.#bareTitles(segment, marks.titles)) this.#readBare(segment, title)
    const open = openTitle(segment, marks)
    this.#asked.settle()
    return { laws: this.#laws, unpaired: this.#unpaired, open, asked: this.#asked }
  }

  #bareTitles(segment: Segment, marked: readonly MarkedTitle[]): readonly BareTitle[] {
    const { text } = segment
    let bare: readonly BareTitle[] = []
    if (hasHint(segment, hint.nation)) {
      bare = recall(segment, this.#index, () => readPrefixedTitles(text, this.#index, (at) => holds(marked, at)))
    }
    const prefixed = bare
    const isTaken = (at: number): boolean => holds(marked, at) || holds(prefixed, at)
    if (hasAny(segment, trait.ordinal) && hasHint(segment, hint.article)) {
      bare = [...bare, ...readTitlesBeforeArticles(text, (title) => this.#resolve(title), isTaken)]
    }
    return hasHint(segment, hint.ground) ? [...bare, ...readGroundTitles(text, this.#index, isTaken)] : bare
  }

  #resolve(title: string): Resolution | null | undefined {
    return this.#resolveKey(titleKey(title), title)
  }

  #resolveKey(key: string, title: string): Resolution | null | undefined {
    const named = this.#asked.named(key)
    if (named !== undefined) return named
    return this.#asked.isLocal(key) ? null : this.#index.resolve(title)
  }

  #readMarked(segment: Segment, title: MarkedTitle): void {
    const key = titleKey(title.text)
    const resolution = this.#resolveKey(key, title.text)
    const names = readDefinition(segment.text, title.end)
    const isKnown = this.#asked.named(key) !== undefined
    for (const name of names) this.#asked.define(name, resolution ?? null)
    if (resolution === null || title.text.length > 120) return
    if (resolution === undefined) this.#rememberLocal(title.text)
    const near = resolution === undefined ? this.#near(segment, title) : []
    if (resolution === undefined && near.length === 0 && !claimsNationalLaw(title.text)) return
    const articles = title.nested ? [] : readArticles(segment.text, title.end)
    const { text, span, nested } = title
    const introduced = isKnown || names.length > 0
    this.#add({ segment, text, span, nested, marked: true, resolution, near, articles, introduced, broken: false })
  }

  #near(segment: Segment, title: MarkedTitle): NearLaw[] {
    if (isDraftTitle(title.text) || title.text.length < 4) return []
    if (foreign.test(segment.text.slice(Math.max(0, title.span.start - 12), title.span.start - 1))) return []
    const near = this.#nearTo(segment, title.text)
    if (!localIssuer.test(segment.text.slice(title.end, title.end + 60))) return near
    return near.filter(({ title: right }) => right.startsWith('中华人民共和国'))
  }

  #nearTo(segment: Segment, title: string): NearLaw[] {
    const known = recall(segment, NEAR, () => new Map<string, NearLaw[]>())
    const near = known.get(title) ?? this.#index.near(title)
    known.set(title, near)
    return near
  }

  #readBare(segment: Segment, title: BareTitle): void {
    const { text, span, resolution, near = [] } = title
    const names = readDefinition(segment.text, span.end)
    for (const name of names) this.#asked.define(name, resolution ?? null)
    const articles = readArticles(segment.text, span.end)
    const introduced = names.length > 0 || this.#asked.named(text) !== undefined
    this.#add({
      segment,
      text,
      span,
      nested: false,
      marked: false,
      resolution,
      near,
      articles,
      introduced,
      broken: false,
    })
  }

  /** A title that began in the segment before: 《中华人民共和国安全 / 生产法》. */
  #readBroken(segment: Segment, { titles, unopened }: MarkedTitles): void {
    const end = unopened[0]
    const { open } = this.#asked
    if (open === undefined || end === undefined || end > 60 || (titles[0]?.span.start ?? end) < end) return
    const { segment: before, span } = open
    const text = before.text.slice(span.start, span.end) + segment.text.slice(0, end)
    const resolution = this.#resolve(text)
    if (resolution === null) return
    const near = resolution === undefined && !isDraftTitle(text) ? this.#nearTo(segment, text) : []
    const rest = { text, nested: false, marked: true, resolution, introduced: true, broken: true }
    if (resolution === undefined) this.#add({ segment: before, span, near, articles: [], ...rest })
    else {
      const articles = readArticles(segment.text, end + 1)
      this.#add({ segment, span: { start: 0, end }, near, articles, ...rest })
    }
  }

  #add(mention: Omit<LawMention, 'first'>): void {
    this.#laws.push(mentionOf(mention, false))
  }

  #rememberLocal(title: string): void {
    const key = titleKey(title)
    for (const { index } of key.slice(0, 16).matchAll(place)) this.#asked.defineLocal(key.slice(index + 1))
  }

  #readUnpaired(segment: Segment, { unclosed, unopened }: MarkedTitles): void {
    const { text } = segment
    for (const start of unclosed) {
      const end = this.#longestTitle(text, start)
      if (end === undefined || !/[，。；、]/.test(text.slice(end))) continue
      this.#unpaired.push({ segment, span: { start: start - 1, end }, title: text.slice(start, end) })
    }
    if (this.#asked.open !== undefined) return
    for (const end of unopened) {
      const start = this.#titleBefore(text, end)
      if (start !== undefined)
        this.#unpaired.push({ segment, span: { start, end: end + 1 }, title: text.slice(start, end) })
    }
  }

  #longestTitle(text: string, start: number): number | undefined {
    const run = text.slice(start, start + longestTitle).split(titleEnd, 1)[0]!
    for (let length = run.length; length > 3; length--) {
      if (lastCharacters.has(run[length - 1]!) && this.#index.resolve(run.slice(0, length)) !== undefined) {
        return start + length
      }
    }
    return undefined
  }

  #titleBefore(text: string, end: number): number | undefined {
    if (!lastCharacters.has(text[end - 1] ?? '')) return undefined
    const run = text
      .slice(Math.max(0, end - longestTitle), end)
      .split(titleBreak)
      .at(-1)!
    for (let length = run.length; length > 3; length--) {
      if (this.#index.resolve(run.slice(-length)) !== undefined) return end - length
    }
    return undefined
  }
}

function holds(titles: readonly { readonly span: SegmentSpan }[], at: number): boolean {
  for (const { span } of titles) if (at >= span.start && at < span.end) return true
  return false
}

/** What follows the last mark that nothing closes, when it may go on in the next segment. */
function openTitle(segment: Segment, { unclosed }: MarkedTitles): OpenTitle | undefined {
  const start = unclosed.at(-1)
  if (start === undefined) return undefined
  const end = segment.text.trimEnd().length
  const tail = segment.text.slice(start, end)
  return tail.length > 60 || /[。；！？]/.test(tail) ? undefined : { segment, span: { start, end } }
}
