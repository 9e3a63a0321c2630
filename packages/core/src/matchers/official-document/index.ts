import type { Match, MatcherKind, Rule } from '../../types.ts'
import { bindChecks, namedSettingSchema } from '../named-setting.ts'
import {
  attachmentNames,
  attachmentOrdinals,
  attachmentTitles,
  closing,
  doubledTitle,
  type EndingCheck,
  type FormCheck,
  type FormFault,
  recipientMark,
  recipients,
  signingDate,
  titleAbout,
  titleKind,
} from './checks.ts'
import { recogniseEnding } from './ending.ts'
import { attachmentLabel, numberYear, titleMark } from './head.ts'
import { recognise } from './recognise.ts'
import { addressedPerson, afterSigning, askingReport, copiesMark, passedOnKind, printedDate } from './routing.ts'

/** What the end of a document shows, asked of endings without a title, too. */
const endings: Readonly<Record<string, EndingCheck>> = {
  'signing-date': signingDate,
  'attachment-names': attachmentNames,
  'attachment-titles': attachmentTitles,
  'attachment-ordinals': attachmentOrdinals,
  'attachment-label': attachmentLabel,
  'copies-mark': copiesMark,
  'printed-date': printedDate,
}

const checks: Readonly<Record<string, FormCheck>> = {
  ...endings,
  'doubled-title': doubledTitle,
  'title-kind': titleKind,
  'title-about': titleAbout,
  'title-mark': titleMark,
  'number-year': numberYear,
  closing,
  recipients,
  'recipient-mark': recipientMark,
  'passed-on-kind': passedOnKind,
  'asking-report': askingReport,
  'addressed-person': addressedPerson,
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
    const ended = rules.flatMap((rule) => {
      const check = endings[String(rule.with['check'])]
      return check === undefined ? [] : [{ rule, check }]
    })
    return {
      kind: 'official-document',
      reach: 'document',
      layer: 'form',
      find: ({ document }) => {
        const official = recognise(document)
        if (official !== undefined) {
          return bound.flatMap(({ rule, check }) => matchesOf(rule, check(official), official.evidence))
        }
        const ending = recogniseEnding(document)
        if (ending === undefined) return []
        return ended.flatMap(({ rule, check }) => matchesOf(rule, check(ending), ending.evidence))
      },
    }
  },
}

function matchesOf(rule: Rule, faults: readonly FormFault[], evidence: string): Match[] {
  return faults.map((fault): Match => ({ rule, ...fault, facts: { ...fault.facts, evidence } }))
}
