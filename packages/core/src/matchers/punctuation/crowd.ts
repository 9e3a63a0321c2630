import type { Match, Rule } from '../../types.ts'

/** How many other places a finding that speaks for a crowd names. */
const NAMED = 9

/**
 * Keeps a habit of the whole document from drowning the rest: of each rule one match a paragraph stays as grave as the
 * rule says, and beyond the rule's limit only the first of the document does; the others become advice. The fact
 * `places` says how many there are (`，全文共12处`), empty for a single one.
 */
export function thinCrowd(matches: readonly Match[], limitOf: (rule: Rule) => number): Match[] {
  const byRule = new Map<Rule, Match[]>()
  for (const match of matches) {
    const known = byRule.get(match.rule)
    if (known === undefined) byRule.set(match.rule, [match])
    else known.push(match)
  }
  return [...byRule].flatMap(([rule, crowd]) => thin(crowd.sort(byPlace), limitOf(rule)))
}

function thin(crowd: readonly Match[], limit: number): Match[] {
  const places = crowd.length > 1 ? `，全文共${crowd.length}处` : ''
  return crowd.map((match, index) => {
    const facts = { ...match.facts, places }
    if (index > 0 && (crowd.length > limit || crowd[index - 1]!.segment === match.segment)) {
      return { ...match, facts, severity: 'info' }
    }
    if (index > 0 || crowd.length <= limit) return { ...match, facts }
    const others = crowd.slice(1, NAMED + 1).map(({ segment, span }) => ({ segment, span, message: '同样的问题' }))
    return { ...match, facts, related: [...(match.related ?? []), ...others] }
  })
}

function byPlace(a: Match, b: Match): number {
  return a.segment.index - b.segment.index || a.span.start - b.span.start
}
