import type { Law } from '../../laws/law.ts'
import type { LawIndex } from '../../laws/law-index.ts'
import { inForceOn } from '../../laws/look-up.ts'
import type { DraftDate, IsoDate, Segment } from '../../types.ts'
import { isInDocumentName } from './clean-ups.ts'
import { isBeside, isCarriedOut, isCitedAsGround, isHistory } from './context.ts'
import type { LawMention } from './mention.ts'
import type { Verdict } from './verdict.ts'

/** What the judge of force knows besides the mention itself. */
export interface ForceKnowledge {
  readonly index: LawIndex
  readonly date: DraftDate
  /** Segments that list documents to be repealed or kept. */
  readonly cleanUps: ReadonlySet<Segment>
}

/** Judges whether a cited law was in force; the draft's date decides through the verdict's period. */
export function judgeForce(mention: LawMention, knowledge: ForceKnowledge): Verdict[] {
  const law = mention.resolution?.law
  if (law === undefined) return []
  const verdicts: Verdict[] = []
  if (law.abolished !== undefined) {
    const told = isTold(mention, law.abolished, knowledge)
    verdicts.push({
      ...abolished(mention, law, law.abolished, knowledge),
      ...(told ? { exempt: 'allowed' as const } : {}),
    })
  }
  if (law.since !== undefined && isCitedTooEarly(mention, law, knowledge.date)) {
    const { segment, span } = mention
    const facts = { title: law.title, since: law.since }
    verdicts.push({ check: 'not-in-force', segment, span, right: [], facts, valid: { until: law.since } })
  }
  return verdicts
}

function abolished(mention: LawMention, law: Law, day: IsoDate, { index, date }: ForceKnowledge): Verdict {
  const successor = inForceOn(law, index, date)
  const right =
    successor === undefined ? [] : [mention.text.startsWith('中华') ? successor.title : shortOf(successor.title)]
  return {
    check: 'abolished',
    segment: mention.segment,
    span: mention.span,
    right,
    facts: {
      title: law.title,
      abolished: day,
      successor: successor === undefined ? '没有替代的法律、法规' : `现行的是《${successor.title}》`,
    },
    valid: { from: day },
    ...(law.source === undefined
      ? {}
      : { sources: [{ source: law.source, ...(law.at === undefined ? {} : { at: law.at }) }] }),
  }
}

/** Whether an abolished law is only told of: in a document's name, in a clean-up list, in history, beside what replaced it. */
function isTold(mention: LawMention, day: IsoDate, { index, date, cleanUps }: ForceKnowledge): boolean {
  const { segment, span, nested, resolution } = mention
  if (nested || cleanUps.has(segment) || isInDocumentName(segment, span)) return true
  if (isHistory(segment.text, span, day)) return true
  const successor = inForceOn(resolution!.law, index, date)
  return successor !== undefined && isBeside(segment.text, span, shortOf(successor.title))
}

function isCitedTooEarly({ segment, span }: LawMention, law: Law, date: DraftDate): boolean {
  if (law.since === undefined || (date !== 'unknown' && date >= law.since)) return false
  if (isCitedAsGround(segment.text, span)) return true
  const isUnheardOf = date !== 'unknown' && law.revised !== undefined && law.revised <= law.since && date < law.revised
  return isUnheardOf && isCarriedOut(segment.text, span)
}

function shortOf(title: string): string {
  return title.replace(/^中华人民共和国/, '')
}
