import { fingerprintKey, prepare } from '../../rulebook/prepared.ts'
import type { Match, MatcherKind, Rule, Rulebook } from '../../types.ts'
import { type BoundedPattern, boundedPattern, boundedReach, readPattern } from './compile.ts'
import { PatternSearch } from './search.ts'

/**
 * Anchored regular expressions: a cheap scan finds the anchors of all rules, and a rule's expression is tried only
 * as far from one of its anchors as it can look, 60 units at most. A match counts when it overlaps an anchor. In an
 * anchor `\d` is any digit and `[…]` any of its characters.
 *
 *     with: {anchor: [亿, 万], match: '(\d{1,6})-(\d{1,6})(?<unit>[亿万])元'}
 *     right: ['$1$<unit>元—$2$<unit>元']       $1 and $<name> stand for groups
 *     message: 数值范围{unit}位不明              named groups are facts
 *
 * The finding stands on the group `at` where there is one, else on the whole match. The expression must be of the
 * bounded subset (measure.ts), which holds the cost on any text to a constant for each character.
 */
export const pattern: MatcherKind = {
  kind: 'pattern',
  settings: {
    type: 'object',
    required: ['anchor', 'match'],
    additionalProperties: false,
    properties: {
      anchor: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
      match: { type: 'string', minLength: 1 },
    },
  },
  compile(rules, rulebook) {
    if (rules.length === 0) return undefined
    const patterns = measuredPatterns(rules, rulebook)
    const search = new PatternSearch(patterns)
    return {
      kind: 'pattern',
      reach: 'segment',
      layer: 'wording',
      find({ timing }, segments) {
        const matches: Match[] = []
        for (const segment of segments) search.find(segment, matches, timing)
        return matches
      },
    }
  },
}

/** Measuring takes longer than checking a page: what the snapshot was made with has been measured. */
function measuredPatterns(rules: readonly Rule[], rulebook: Rulebook): BoundedPattern[] {
  const written = rules.map(readPattern)
  const key = fingerprintKey('pattern', rulebook, () => written.map(({ match }) => match))
  const measured = prepare(rulebook.prepared, key, () => ({ reaches: Uint8Array.from(written, boundedReach) }))
  const { reaches } = measured()
  return written.map((pattern, index) => boundedPattern(pattern, reaches[index]!))
}
