import type { LawIndex } from '../../laws/law-index.ts'
import { inForceNow } from '../../laws/look-up.ts'
import type { DraftDate } from '../../types.ts'
import { isCitedAsGround, isHistory } from './context.ts'
import type { LawMention } from './mentions.ts'
import type { Verdict } from './verdict.ts'

/** Judges whether a cited law was in force; the draft's date decides through the verdict's period. */
export function judgeForce(mention: LawMention, index: LawIndex, date: DraftDate): Verdict[] {
  const law = mention.resolution?.law
  if (law === undefined) return []
  const place = { segment: mention.segment, span: mention.span }
  const verdicts: Verdict[] = []
  if (law.abolished !== undefined) {
    const successor = inForceNow(law, index)
    const right =
      successor === undefined ? [] : [mention.text.startsWith('中华') ? successor.title : shortOf(successor.title)]
    verdicts.push({
      check: 'abolished',
      ...place,
      right,
      facts: {
        title: law.title,
        abolished: law.abolished,
        successor: successor === undefined ? '没有替代的法律、法规' : `现行的是《${successor.title}》`,
      },
      valid: { from: law.abolished },
      ...(law.source === undefined
        ? {}
        : { sources: [{ source: law.source, ...(law.at === undefined ? {} : { at: law.at }) }] }),
      ...(mention.nested || isHistory(mention.segment.text, mention.span, law.abolished)
        ? { exempt: 'allowed' as const }
        : {}),
    })
  }
  if (
    law.since !== undefined &&
    (date === 'unknown' || date < law.since) &&
    isCitedAsGround(mention.segment.text, mention.span)
  ) {
    const facts = { title: law.title, since: law.since }
    verdicts.push({ check: 'not-in-force', ...place, right: [], facts, valid: { until: law.since } })
  }
  return verdicts
}

function shortOf(title: string): string {
  return title.replace(/^中华人民共和国/, '')
}
