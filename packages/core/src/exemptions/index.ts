import { cutsWord } from '../segmentation/words.ts'
import type { ExemptionReason, Match, Problem, Reading } from '../types.ts'
import { isAllowed } from './allowance.ts'
import { coveredMatches, type PlacedMatch } from './covered.ts'
import { isRightOnDate } from './date.ts'
import { DirectiveLedger } from './directive.ts'
import { columnHead, isMention } from './mention.ts'
import { retoldMatches } from './retold.ts'

/** A match judged: `because` is absent when nothing makes it right. */
export interface JudgedMatch extends PlacedMatch {
  readonly because?: ExemptionReason
}

/** What the exemptions need to know of the checker. */
export interface ExemptionSettings {
  /** Phrases the project allows everywhere. */
  readonly allow: readonly string[]
  /** Rule ids and categories that a directive may name. */
  readonly known: ReadonlySet<string>
}

/** Asks of each match why it might be right; the first reason in the order of this file is kept. */
export function judge(
  matches: readonly PlacedMatch[],
  reading: Reading,
  settings: ExemptionSettings,
): { readonly judged: readonly JudgedMatch[]; readonly problems: readonly Problem[] } {
  const ledger = new DirectiveLedger(reading.document)
  const reasonOf = (placed: PlacedMatch): ExemptionReason | undefined =>
    ownReason(placed, reading, settings) ?? (ledger.silences(placed.match.rule, placed.place) ? 'directive' : undefined)
  const first = matches.map((placed) => withReason(placed, reasonOf(placed)))
  const covered = coveredMatches(first.filter(claims))
  const left = first.filter(({ because, match }) => because === undefined && !covered.has(match))
  const retold = retoldMatches(left)
  const judged = first.map((placed) =>
    placed.because === undefined && (covered.has(placed.match) || retold.has(placed.match))
      ? withReason(placed, 'covered')
      : placed,
  )
  return { judged, problems: ledger.problems(settings.known) }
}

/** Why a match is right, whatever stands around its segment; looked up where it was found before. */
function ownReason(placed: PlacedMatch, reading: Reading, { allow }: ExemptionSettings): ExemptionReason | undefined {
  const { match, layer, memory } = placed
  const head = columnHead(match.segment, reading.document)
  if (memory?.reason !== undefined && memory.reason.head === head) return memory.reason.because
  const because = reasonIn({ match, layer, head }, reading, allow)
  if (memory !== undefined) memory.reason = { because, head }
  return because
}

function reasonIn(
  { match, layer, head }: Pick<PlacedMatch, 'match' | 'layer'> & { readonly head: string | undefined },
  { document, segmenter }: Reading,
  allow: readonly string[],
): ExemptionReason | undefined {
  if (match.exempt !== undefined) return match.exempt
  if (!match.rule.scopes.includes(match.segment.scope)) return 'scope'
  if (isRightOnDate(match, document.date)) return 'date'
  if ((layer === 'wording' || layer === 'typos') && isMention(match, head)) return 'mention'
  if (isAllowed(match)) return 'allowed'
  if (match.rule.wholeWord && cutsWord(match, segmenter)) return 'word'
  return allow.some((phrase) => holdsMatch(phrase, match)) ? 'config' : undefined
}

/** A stretch that is right as a whole keeps its parts from being found; one that was never meant does not. */
function claims({ because }: JudgedMatch): boolean {
  return because !== 'word' && because !== 'scope'
}

function withReason(placed: PlacedMatch, because: ExemptionReason | undefined): JudgedMatch {
  return because === undefined ? placed : { ...placed, because }
}

/** Whether an occurrence of `phrase` in the segment contains the match. */
function holdsMatch(phrase: string, { segment, span }: Match): boolean {
  const from = Math.max(0, span.end - phrase.length)
  const at = segment.text.indexOf(phrase, from)
  return at >= 0 && at <= span.start && at + phrase.length >= span.end
}
