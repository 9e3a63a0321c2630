import type { Finding } from '@kanwu/core'
import { type CodeAction, CodeActionKind } from 'vscode-languageserver'
import type { CheckedDraft } from '../draft.ts'
import type { Session } from '../session.ts'
import { diagnosticOf } from '../to-lsp/diagnostic.ts'
import { workspaceEditOf } from '../to-lsp/workspace-edit.ts'

/** One action for each suggestion that can be applied; the only one is the preferred one. */
export function fixActions(finding: Finding, { document, rules }: CheckedDraft, session: Session): CodeAction[] {
  const { client, rulePages } = session
  const diagnostics = [diagnosticOf(finding, { document, client, rules, rulePages })]
  return finding.suggestions.flatMap(({ text, edit }) =>
    edit === undefined
      ? []
      : [
          {
            title: text === '' ? `删去“${finding.text}”` : `改为“${text}”`,
            kind: CodeActionKind.QuickFix,
            diagnostics,
            isPreferred: finding.suggestions.length === 1,
            edit: workspaceEditOf(document, [edit], client),
          },
        ],
  )
}
