import type { Match, MatcherKind } from '../../types.ts'
import { bindChecks, namedSettingSchema } from '../named-setting.ts'
import { announced } from './announced.ts'
import { articles } from './articles.ts'
import { attachmentNames } from './attachment-names.ts'
import { attachmentNumbers } from './attachment-numbers.ts'
import { attachments } from './attachments.ts'
import { captions } from './captions.ts'
import type { SequenceCheck } from './fault.ts'
import { headings } from './headings.ts'
import { levels } from './levels.ts'
import { listed } from './listed.ts'
import { mixedWords } from './mixed-words.ts'
import { ordinals } from './ordinals.ts'
import { serials } from './serials.ts'

const checks: Readonly<Record<string, SequenceCheck>> = {
  headings,
  levels,
  articles,
  captions,
  ordinals,
  announced,
  listed,
  attachments,
  'attachment-names': attachmentNames,
  'attachment-numbers': attachmentNumbers,
  serials,
  'mixed-words': mixedWords,
}

/** Numbering that skips, repeats or breaks its promise: `with: {check: headings}`. */
export const sequence: MatcherKind = {
  kind: 'sequence',
  settings: namedSettingSchema({ setting: 'check', known: Object.keys(checks) }),
  compile(rules) {
    if (rules.length === 0) return undefined
    const bound = bindChecks(rules, checks)
    return {
      kind: 'sequence',
      reach: 'document',
      layer: 'form',
      find: ({ document }) =>
        bound.flatMap(({ rule, check }) => check(document).map((fault): Match => ({ rule, ...fault }))),
    }
  },
}
