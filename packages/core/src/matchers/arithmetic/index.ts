import { RulebookError } from '../../rulebook/error.ts'
import type { Match, MatcherKind, Rule } from '../../types.ts'
import { change } from './change.ts'
import type { FigureCheck } from './fault.ts'
import { parts } from './parts.ts'
import { rate } from './rate.ts'
import { repeatedTotal } from './repeated-total.ts'
import { share } from './share.ts'
import { tableTotal } from './table-total.ts'

const checks: Readonly<Record<string, FigureCheck>> = {
  parts,
  share,
  rate,
  change,
  'table-total': tableTotal,
  'repeated-total': repeatedTotal,
}

/** Figures held against each other, the sum shown: `with: {check: parts}`. */
export const arithmetic: MatcherKind = {
  kind: 'arithmetic',
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
      kind: 'arithmetic',
      reach: 'document',
      layer: 'form',
      find: ({ document }) =>
        document.segments
          .filter(({ text, scope }) => scope !== 'link' && /\d/.test(text))
          .flatMap((segment) =>
            bound.flatMap(({ rule, check }) =>
              check(segment, document).map((fault): Match => ({ rule, segment, ...fault })),
            ),
          ),
    }
  },
}

function checkOf(rule: Rule): FigureCheck {
  const name = String(rule.with['check'])
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined
  if (check !== undefined) return check
  const hint = `可选：${Object.keys(checks).join('、')}`
  throw new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message: `${rule.id} 的 with.check 不认识`, hint }])
}
