import type { Finding, Problem, Rule, Severity } from '@kanwu/core'
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver'
import type { Client } from '../client.ts'
import type { OpenDocument } from '../from-lsp/open-document.ts'
import { rulePage } from './rule-page.ts'

/** What turns findings of one document into diagnostics. */
export interface DiagnosticSettings {
  readonly document: OpenDocument
  readonly client: Client
  readonly rules: ReadonlyMap<string, Rule>
  readonly rulePages: string | undefined
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** A finding as the editor shows it: what, why and what to do in one message, for editors without hover. */
export function diagnosticOf(finding: Finding, settings: DiagnosticSettings): Diagnostic {
  const { document, client, rules, rulePages } = settings
  const rule = rules.get(finding.rule)
  const href = rulePage(finding.rule, rulePages)
  const related = client.relatedInformation ? finding.related : []
  const outdated = client.diagnosticTags && isOutdated(rule) && finding.suggestions.length > 0
  return {
    range: document.rangeOf(finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'kanwu',
    message: messageOf(finding),
    ...(outdated ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map(({ span, message }) => ({
            location: { uri: document.uri, range: document.rangeOf(span) },
            message,
          })),
        }),
    data: { fingerprint: finding.fingerprint },
  }
}

/** Something about the reading itself: a directive without use, a part that was not checked. */
export function problemDiagnostic({ message, effect, span }: Problem, settings: DiagnosticSettings): Diagnostic {
  const { document, client } = settings
  const tags = effect === 'note' && span !== undefined && client.diagnosticTags ? [DiagnosticTag.Unnecessary] : []
  return {
    range: document.rangeOf(span ?? { start: 0, end: 0 }),
    severity: effect === 'note' ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
    source: 'kanwu',
    message,
    ...(tags.length === 0 ? {} : { tags }),
  }
}

/** Whether what the rule finds was right once: it holds from a day on, or its names have days of their own. */
function isOutdated(rule: Rule | undefined): boolean {
  return rule?.valid.from !== undefined || rule?.detect === 'renamed'
}

function messageOf({ message, why, suggestions }: Finding): string {
  const right = suggestions.map(({ text }) => (text === '' ? '删去' : `“${text}”`))
  return [message, ...(right.length === 0 ? [] : [`建议：${right.join('或')}`]), why].join('。')
}
