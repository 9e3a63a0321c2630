import type { Match, MatcherKind } from '../../types.ts'
import { bindChecks, namedSettingSchema } from '../named-setting.ts'
import {
  attachmentNames,
  attachmentTitles,
  closing,
  doubledTitle,
  type FormCheck,
  recipientMark,
  recipients,
  signingDate,
  titleKind,
} from './checks.ts'
import { recognise } from './recognise.ts'
import { addressedPerson, afterSigning, askingReport, copiesMark, passedOnKind, printedDate } from './routing.ts'

const checks: Readonly<Record<string, FormCheck>> = {
  'doubled-title': doubledTitle,
  'title-kind': titleKind,
  'signing-date': signingDate,
  'attachment-names': attachmentNames,
  'attachment-titles': attachmentTitles,
  closing,
  recipients,
  'recipient-mark': recipientMark,
  'passed-on-kind': passedOnKind,
  'asking-report': askingReport,
  'addressed-person': addressedPerson,
  'copies-mark': copiesMark,
  'printed-date': printedDate,
  'after-signing': afterSigning,
}

/**
 * The form of official documents: `with: {check: closing}`. Only drafts recognised as one are looked at; each finding
 * says in `{evidence}` what it was recognised by.
 */
export const officialDocument: MatcherKind = {
  kind: 'official-document',
  settings: namedSettingSchema({ setting: 'check', known: Object.keys(checks) }),
  compile(rules) {
    if (rules.length === 0) return undefined
    const bound = bindChecks(rules, checks)
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
