import type { Finding, Severity } from '@kanwu/core'
import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver'
import type { CheckedDraft } from '../draft.ts'
import type { Session } from '../session.ts'
import { diagnosticOf, problemDiagnostic } from '../to-lsp/diagnostic.ts'

const WEIGHT: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** `textDocument/diagnostic`: the diagnostics of a draft, or that nothing has changed since the last answer. */
export async function pullDiagnostics(
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  session: Session,
): Promise<DocumentDiagnosticReport> {
  const draft = session.draft(textDocument.uri)
  if (draft === undefined || session.configs.isConfig(textDocument.uri)) {
    return { kind: DocumentDiagnosticReportKind.Full, items: [] }
  }
  const checked = await draft.check()
  const resultId = `${session.epoch}.${checked.version}`
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(checked, session) }
}

/** Everything the editor shows of a checked draft. */
export function diagnosticsOf(checked: CheckedDraft, session: Session): Diagnostic[] {
  const { document, report, rules } = checked
  const settings = { document, client: session.client, rules, rulePages: session.rulePages }
  return [
    ...shownFindings(checked, session).map((finding) => diagnosticOf(finding, settings)),
    ...report.problems.map((problem) => problemDiagnostic(problem, settings)),
  ]
}

/** The findings that are grave enough for the user's settings. */
export function shownFindings({ report }: CheckedDraft, { settings }: Session): readonly Finding[] {
  return report.findings.filter(({ severity }) => WEIGHT[severity] >= WEIGHT[settings.severity])
}
