import { fingerprintKey, prepare } from '../../rulebook/prepared.ts'
import type { Match, MatcherKind, Rule } from '../../types.ts'
import { boundedPattern, boundedReach, readPattern } from './compile.ts'
import { type AnchorIndex, indexAnchors, PatternSearch } from './search.ts'

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
    // Measuring and listing take longer than checking a page; what the snapshot was made with has been measured.
    const key = fingerprintKey('pattern', rulebook, () => rules.map((rule) => JSON.stringify(rule.with)))
    const { reaches, index } = prepare(rulebook.prepared, key, () => measured(rules))()
    const patterns = rules.map((rule, at) => boundedPattern(rule, reaches[at]!))
    const search = new PatternSearch(patterns, index)
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

/** How far each rule looks, and their anchors. */
interface Measured {
  readonly reaches: Uint8Array
  readonly index: AnchorIndex
}

function measured(rules: readonly Rule[]): Measured {
  const written = rules.map(readPattern)
  return { reaches: Uint8Array.from(written, boundedReach), index: indexAnchors(written) }
}
