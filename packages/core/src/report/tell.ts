import type { MatchMemory } from '../exemptions/covered.ts'
import type { JudgedMatch } from '../exemptions/index.ts'
import type { FileReport, Finding, Rulebook } from '../types.ts'
import { findingOf, movedFinding, type SeveritySettings } from './finding.ts'
import { fingerprint } from './fingerprint.ts'

/** What findings are told by. */
export interface TellingSettings {
  readonly rulebook: Rulebook
  readonly severities: SeveritySettings
}

/** A finding with what was said of its match before. */
interface Told {
  readonly finding: Finding
  readonly memory: MatchMemory | undefined
}

/** What is said of judged matches, in reading order. */
export function tell(
  judged: readonly JudgedMatch[],
  settings: TellingSettings,
): Pick<FileReport, 'findings' | 'exempted'> {
  const findings: Told[] = []
  const exempted: FileReport['exempted'][number][] = []
  for (const placed of judged) {
    const { because, memory } = placed
    const finding = findingAt(placed, settings)
    if (finding === undefined) continue
    if (because === undefined) findings.push({ finding, memory })
    else exempted.push({ finding, because })
  }
  return {
    findings: distinguish(findings.sort((a, b) => inReadingOrder(a.finding, b.finding))),
    exempted: exempted.sort((a, b) => inReadingOrder(a.finding, b.finding)),
  }
}

/** The finding of a match, made once and moved along with the text. */
function findingAt(placed: JudgedMatch, { rulebook, severities }: TellingSettings): Finding | undefined {
  const { memory } = placed
  if (memory === undefined) return findingOf(placed, rulebook, severities)
  const { finding: known } = memory
  const finding = known === undefined ? findingOf(placed, rulebook, severities) : movedFinding(known, placed)
  if (finding !== undefined) memory.finding = finding
  return finding
}

/** The order of reading: by place, then by rule. */
function inReadingOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}

/** Findings with equal fingerprints get their number of occurrence mixed in, in reading order. */
function distinguish(told: readonly Told[]): Finding[] {
  const seen = new Map<string, number>()
  return told.map(({ finding, memory }) => {
    const count = seen.get(finding.fingerprint) ?? 0
    seen.set(finding.fingerprint, count + 1)
    if (count === 0) return finding
    const known = memory?.distinct
    if (known?.of === finding && known.count === count) return known.finding
    const name =
      known?.of.fingerprint === finding.fingerprint && known.count === count
        ? known.finding.fingerprint
        : fingerprint([finding.fingerprint, String(count)])
    const distinct = { ...finding, fingerprint: name }
    if (memory !== undefined) memory.distinct = { finding: distinct, of: finding, count }
    return distinct
  })
}
