import type { Finding, Severity } from '@kanwu/core'
import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver'
import type { CheckedDraft } from '../draft.ts'
import type { Session } from '../session.ts'
import { diagnosticOf, problemDiagnostic } from '../to-lsp/diagnostic.ts'
import type { Telling, ToldItem } from '../told.ts'

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
  const { resultId, items } = tellingOf(checked, session)
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] }
}

/** Everything the editor shows of a checked draft. */
export function tellingOf(checked: CheckedDraft, session: Session): Telling {
  const { document, report, rules, told } = checked
  const settings = { document, client: session.client, rules, rulePages: session.rulePages }
  const findings = shownFindings(checked, session).map((finding): ToldItem => {
    const known = told.find(finding, document.rangeOf(finding.span))
    return { finding, diagnostic: known ?? diagnosticOf(finding, settings) }
  })
  const problems = report.problems.map((problem): ToldItem => ({ diagnostic: problemDiagnostic(problem, settings) }))
  return told.tell([...findings, ...problems], () => session.nextResult())
}

/** The findings that are grave enough for the user's settings. */
export function shownFindings({ report }: CheckedDraft, { settings }: Session): readonly Finding[] {
  return report.findings.filter(({ severity }) => WEIGHT[severity] >= WEIGHT[settings.severity])
}
