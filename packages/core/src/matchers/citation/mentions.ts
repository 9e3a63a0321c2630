import type { LawIndex } from '../../laws/law-index.ts'
import { hint } from '../../text/hints.ts'
import { gather } from '../../text/recall.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import { mayCiteGround } from './bare-titles.ts'
import { KnownNames, type OpenTitle } from './known-names.ts'
import {
  type LawMention,
  type MentionGroup,
  type Mentions,
  mentionOf,
  type ReadingMemory,
  type ReadMention,
  type SegmentMentions,
  type UnpairedTitle,
} from './mention.ts'
import { SegmentReader } from './segment-reader.ts'

/** Reads every segment in order; short names and first mentions are those of the whole document. */
export function readMentions(document: Document, index: LawIndex): Mentions {
  const known = new KnownNames()
  const seen = new Set<string>()
  const groups: MentionGroup[] = []
  const unpaired: UnpairedTitle[] = []
  let before: { readonly segment: Segment; readonly open: OpenTitle | undefined } | undefined
  for (const { segment, said } of gather(document, speaksOfLaw, speaksOfLaw)) {
    const open = before?.open !== undefined && isNext(before.segment, segment, document) ? before.open : undefined
    const read = readAgain(segment, said, { open, known, index })
    known.learn(read)
    if (read.laws.length > 0) groups.push({ laws: asMet(read.laws, seen), memory: said })
    if (read.unpaired.length > 0) unpaired.push(...read.unpaired)
    before = { segment, open: read.open }
  }
  return { groups, unpaired }
}

/** Without a title mark or what the readers of bare titles begin from a segment names no law. */
function speaksOfLaw(segment: Segment): ReadingMemory | undefined {
  const { scope } = segment
  if (scope === 'link' || scope === 'hidden') return undefined
  const mayName =
    hasAny(segment, trait.title) ||
    hasHint(segment, hint.nation) ||
    (hasHint(segment, hint.article) && hasAny(segment, trait.ordinal)) ||
    (hasHint(segment, hint.ground) && mayCiteGround(segment.text))
  return mayName ? {} : undefined
}

/** Whether a reader goes on from one segment to the other. */
function isNext({ index: from }: Segment, { index: to }: Segment, { segments }: Document): boolean {
  for (let index = from + 1; index < to; index++) {
    if (segments[index]!.scope !== 'link' && segments[index]!.scope !== 'hidden') return false
  }
  return true
}

/** The mentions with their place among those of their laws; the list itself where none is the first of its law. */
function asMet(mentions: readonly ReadMention[], seen: Set<string>): readonly LawMention[] {
  let met: LawMention[] | undefined
  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]!
    const title = mention.resolution?.law.title
    if (title === undefined || seen.has(title)) continue
    seen.add(title)
    mention.asFirst ??= mentionOf(mention, true)
    met ??= [...mentions]
    met[index] = mention.asFirst
  }
  return met ?? mentions
}

interface SoFar {
  readonly open: OpenTitle | undefined
  readonly known: KnownNames
  readonly index: LawIndex
}

/** What was read in the segment before, unless something that was asked of the document is answered differently now. */
function readAgain(segment: Segment, memory: ReadingMemory, { open, known, index }: SoFar): SegmentMentions {
  if (memory.read?.asked.isAnswered(open, known) === true) return memory.read
  memory.read = new SegmentReader(segment, index, known.beginning(open)).read()
  return memory.read
}
