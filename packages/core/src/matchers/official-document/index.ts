import { RulebookError } from '../../rulebook/error.ts'
import type { Match, MatcherKind, Rule } from '../../types.ts'
import {
  attachmentNames,
  closing,
  doubledTitle,
  type FormCheck,
  recipientMark,
  recipients,
  signingDate,
  titleKind,
} from './checks.ts'
import { recognise } from './recognise.ts'

const checks: Readonly<Record<string, FormCheck>> = {
  'doubled-title': doubledTitle,
  'title-kind': titleKind,
  'signing-date': signingDate,
  'attachment-names': attachmentNames,
  closing,
  recipients,
  'recipient-mark': recipientMark,
}

/**
 * The form of official documents: `with: {check: closing}`. Only drafts recognised as one are looked at; each finding
 * says in `{evidence}` what it was recognised by.
 */
export const officialDocument: MatcherKind = {
  kind: 'official-document',
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
      kind: 'official-document',
      reach: 'document',
      layer: 'form',
      find: ({ document }) => {
        const official = recognise(document)
        if (official === undefined) return []
        return bound.flatMap(({ rule, check }) =>
          check(official).map(
            (fault): Match => ({ rule, ...fault, facts: { ...fault.facts, evidence: official.evidence } }),
          ),
        )
      },
    }
  },
}

function checkOf(rule: Rule): FormCheck {
  const name = String(rule.with['check'])
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined
  if (check !== undefined) return check
  const hint = `可选：${Object.keys(checks).join('、')}`
  throw new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message: `${rule.id} 的 with.check 不认识`, hint }])
}
