import { RulebookError } from '../../rulebook/error.ts'
import type { Match, MatcherKind, Rule } from '../../types.ts'
import { announced } from './announced.ts'
import { attachments } from './attachments.ts'
import type { SequenceCheck } from './fault.ts'
import { headings } from './headings.ts'
import { ordinals } from './ordinals.ts'
import { serials } from './serials.ts'

const checks: Readonly<Record<string, SequenceCheck>> = { headings, ordinals, announced, attachments, serials }

/** Numbering that skips, repeats or breaks its promise: `with: {check: headings}`. */
export const sequence: MatcherKind = {
  kind: 'sequence',
  settings: {
    type: 'object',
    required: ['check'],
    additionalProperties: false,
    properties: { check: { enum: Object.keys(checks) } },
  },
  compile(rules) {
    if (rules.length === 0) return undefined
    const bound = rules.map((rule) => ({ rule, check: checkOf(rule) }))
    return {
      kind: 'sequence',
      reach: 'document',
      layer: 'form',
      find: ({ document }) =>
        bound.flatMap(({ rule, check }) => check(document).map((fault): Match => ({ rule, ...fault }))),
    }
  },
}

function checkOf(rule: Rule): SequenceCheck {
  const name = String(rule.with['check'])
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined
  if (check !== undefined) return check
  const hint = `可选：${Object.keys(checks).join('、')}`
  throw new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message: `${rule.id} 的 with.check 不认识`, hint }])
}
