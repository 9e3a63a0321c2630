import type { PlacedMatch } from '../exemptions/covered.ts'
import { maskAll } from '../privacy/mask-all.ts'
import type { Citation, Finding, Match, PublishedSource, Rulebook, Severity, Suggestion } from '../types.ts'
import { fingerprint } from './fingerprint.ts'

/** The project's word on severities: a rule id or a category, and what its findings weigh there. */
export type SeveritySettings = Readonly<Record<string, Severity | 'off'>>

/** What a match becomes when it is told to a person; `undefined` when the project has switched its rule off. */
export function findingOf(placed: PlacedMatch, rulebook: Rulebook, severities: SeveritySettings): Finding | undefined {
  const { match, place } = placed
  const { rule, segment } = match
  const severity = severityOf(match, severities)
  if (severity === 'off') return undefined
  return {
    rule: rule.id,
    category: rule.category,
    severity,
    message: fill(rule.message, match),
    why: fill(rule.why, match),
    text: maskAll(match.masked ?? textOf(match)),
    span: place,
    personal: match.masked !== undefined,
    suggestions: suggestionsOf(placed),
    sources: (match.sources ?? rule.sources).map((citation) => published(citation, rulebook)),
    related: relatedOf(match),
    fingerprint: fingerprint([rule.id, match.masked === undefined ? contextOf(match) : `personal:${segment.scope}`]),
  }
}

/** The finding of the same match, which stands elsewhere now. */
export function movedFinding(finding: Finding, { match, place }: PlacedMatch): Finding {
  if (finding.span.start === place.start && finding.related.length === 0) return finding
  const suggestions = finding.suggestions.map((suggestion) =>
    suggestion.edit === undefined ? suggestion : { ...suggestion, edit: { ...suggestion.edit, span: place } },
  )
  return { ...finding, span: place, suggestions, related: relatedOf(match) }
}

function severityOf({ rule, severity }: Match, severities: SeveritySettings): Severity | 'off' {
  const own = severities[rule.id] ?? severities[rule.category]
  if (own !== undefined) return own
  return rule.status === 'trial' ? 'info' : (severity ?? rule.severity)
}

function relatedOf({ related = [] }: Match): Finding['related'] {
  return related.map(({ segment, span, message }) => ({ span: segment.map.toDocument(span), message }))
}

function textOf({ segment, span, at }: Match): string {
  return at === undefined ? segment.text.slice(span.start, span.end) : ''
}

/** A number that touches the context is seen whole before it is masked. */
const LONGEST_NUMBER = 60

/** Ten characters on each side: enough to tell places apart, little enough to survive edits; no one's number in them. */
function contextOf(match: Match): string {
  const { segment, span } = match
  const from = Math.max(0, span.start - LONGEST_NUMBER)
  const around = maskAll(segment.text.slice(from, span.end + LONGEST_NUMBER))
  return around.slice(Math.max(0, span.start - from - 10), span.end - from + 10)
}

function fill(template: string, match: Match): string {
  if (!template.includes('{')) return template
  return template.replace(/\{([\w-]+)\}/g, (place, name: string) => maskAll(factOf(match, name) ?? place))
}

/** What a match says of itself under a name. */
function factOf(match: Match, name: string): string | undefined {
  const own = match.facts?.[name]
  if (own !== undefined) return own
  if (name === 'text') return match.masked ?? textOf(match)
  return name === 'right' ? (rightOf(match)[0] ?? '') : undefined
}

function rightOf(match: Match): readonly string[] {
  return match.right ?? match.rule.right
}

function suggestionsOf({ match, place }: PlacedMatch): Suggestion[] {
  const fix = match.fix ?? match.rule.fix
  if (fix === 'none') return []
  const right = rightOf(match)
  const contiguous = match.at === undefined && match.segment.map.isVerbatim(match.span)
  const safety = fix === 'safe' && right.length === 1 ? 'safe' : 'suggested'
  return right.map((text) => {
    const shown = maskAll(text)
    return contiguous
      ? { text: shown, safety, edit: { span: place, text } }
      : { text: shown, safety: 'suggested' as const }
  })
}

function published({ source, at }: Citation, rulebook: Rulebook): PublishedSource & { at?: string } {
  const known = rulebook.sources[source] ?? { id: source, title: source, issuer: '' }
  return at === undefined ? known : { ...known, at }
}
