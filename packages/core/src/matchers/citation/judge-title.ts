import { isAlike } from '../../language/similarity.ts'
import { nationalPrefix } from '../../laws/law.ts'
import type { LawIndex, NearLaw } from '../../laws/law-index.ts'
import { claimsNationalLaw } from '../../laws/similar-laws.ts'
import { isDraftTitle } from '../../laws/title-key.ts'
import type { DraftDate } from '../../types.ts'
import { isDrafting, isHistory, isUnmade } from './context.ts'
import type { LawMention } from './mention.ts'
import type { Check, Verdict } from './verdict.ts'

/** Judges how a title is written: its characters, its kind word, its 中华人民共和国, its marks. */
export function judgeTitle(mention: LawMention, index: LawIndex, date: DraftDate): Verdict[] {
  if (mention.resolution === undefined) {
    const near = judgeNear(mention, date)
    return near.length > 0 ? near : judgeUnknown(mention, index, date)
  }
  const { law, form } = mention.resolution
  const facts = { title: law.title, written: mention.text }
  const place = { segment: mention.segment, span: mention.span }
  const verdicts: Verdict[] = []
  if (form === 'prefixed' && !mention.broken) {
    const right = mention.text.slice(mention.text.indexOf(nationalPrefix) + nationalPrefix.length)
    verdicts.push({ check: 'prefix-added', ...place, right: [right], facts })
  }
  if (form === 'short' && mention.marked && !mention.nested && mention.first && !mention.introduced) {
    verdicts.push({ check: 'prefix-missing', ...place, right: [law.title], facts })
  }
  const isAlone = mention.text === mention.segment.text.trim()
  if (form === 'official' && !mention.marked && !isAlone && mention.first && law.title.startsWith(nationalPrefix)) {
    verdicts.push({ check: 'marks-missing', ...place, right: [`《${law.title}》`], facts })
  }
  return verdicts
}

/** Every national law is in the catalog, so that 中华人民共和国……法 outside it is no law, or not yet. */
function judgeUnknown(
  { segment, span, text, marked, broken }: LawMention,
  index: LawIndex,
  date: DraftDate,
): Verdict[] {
  if (!marked || broken || !claimsNationalLaw(text) || isDraftTitle(text)) return []
  if (isUnmade(segment.text, span) || isHistory(segment.text, span, firstYearOfNewLaws)) return []
  const titles = index.similar(text, date).map(({ title }) => title)
  const hint = titles.length === 0 ? '请核对题名' : `最相近的是《${titles[0]}》`
  return [{ check: 'unknown', segment, span, right: titles, facts: { written: text, hint, asOf: index.asOf } }]
}

/** Laws made before this day are not all catalogued. */
const firstYearOfNewLaws = '1979-01-01'

function judgeNear(mention: LawMention, date: DraftDate): Verdict[] {
  const ranked = rank(mention.near, date).filter(isSuggested)
  const best = ranked[0]
  if (best === undefined) return []
  if (best.byKindWord && isPast(best, date) && claimsNationalLaw(mention.text)) return []
  const hasPrefix = best.title.startsWith(nationalPrefix)
  if (hasPrefix && best.title.length < nationalPrefix.length + 7 && isDrafting(mention.segment.text, mention.span))
    return []
  return [
    {
      check: classify(best, hasPrefix),
      segment: mention.segment,
      span: mention.span,
      right: ranked.filter((other) => weightOf(other) <= weightOf(best)).map(({ title }) => title),
      facts: { title: best.title, written: mention.text },
      ...(mention.broken ? { fix: 'none' as const } : {}),
    },
  ]
}

/** Interpretations of one wording are many, and rules whose titles alone are known are no advice. */
function isSuggested(near: NearLaw): boolean {
  if (near.law.kind === '司法解释') return isCertain(near)
  return near.law.kind !== '部门规章' && near.law.kind !== '规范性文件'
}

/** The least slips first, what is in force before what is abolished; each law once. */
function rank(near: readonly NearLaw[], date: DraftDate): NearLaw[] {
  const cost = (one: NearLaw): number => weightOf(one) + (isPast(one, date) ? pastCost : 0)
  const sorted = [...near].sort((a, b) => cost(a) - cost(b))
  return sorted.filter((one, at) => sorted.findIndex((other) => other.law === one.law) === at)
}

/** An abolished law is meant less often than one in force that takes a slip more. */
const pastCost = 0.5

function isPast({ law }: NearLaw, date: DraftDate): boolean {
  return law.abolished !== undefined && date !== 'unknown' && law.abolished <= date
}

/** A kind word weighs like one slip of the pen to another word. */
function weightOf({ near, byKindWord }: NearLaw): number {
  return byKindWord ? 1 : (near?.weight ?? 2)
}

/** Local and departmental rules share stems with regulations, so a kind word alone is certain behind 中华人民共和国 only. */
function classify(best: NearLaw, hasPrefix: boolean): Check {
  if (best.byKindWord) return hasPrefix ? 'kind-word' : 'doubtful'
  return hasPrefix || isCertain(best) ? 'misspelt' : 'doubtful'
}

/** Without 中华人民共和国 only a slip that nothing else explains is certain. */
function isCertain({ near, title }: NearLaw): boolean {
  if (near === undefined || title.length < 7) return false
  if (near.slips.some((slip) => /[、（）]/.test(slip.from + slip.to))) return false
  return near.slips.every((slip) => {
    if (slip.kind === 'transposition') return true
    if (slip.kind === 'substitution') return isAlike(slip.from, slip.to)
    return near.slips.length === 1 && title.length >= 8 && !(slip.kind === 'omission' && slip.at >= title.length - 1)
  })
}
