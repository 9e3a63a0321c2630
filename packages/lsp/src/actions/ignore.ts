import { applyEdits, type Edit, type Finding } from '@kanwu/core'
import { type CodeAction, CodeActionKind } from 'vscode-languageserver'
import type { CheckedDraft } from '../draft.ts'
import type { Session } from '../session.ts'
import { workspaceEditOf } from '../to-lsp/workspace-edit.ts'

/** What a person replaces by the reason. */
export const REASON = '请写明理由'

/**
 * The action that silences one finding by a comment with a reason. The comment is offered only after a check of the
 * text with it: it must silence the finding and change nothing else, wherever in Markdown or HTML it comes to stand.
 */
export function ignoreAction(finding: Finding, checked: CheckedDraft, { client }: Session): CodeAction[] {
  const edits = candidates(finding, checked).find((tried) => silencesOnly(finding, tried, checked))
  if (edits === undefined) return []
  const edit = workspaceEditOf(checked.document, edits, client)
  const inserted = edits[0]!
  const reasonAt = inserted.span.start + inserted.text.indexOf(REASON)
  const command = 'kanwu.writeReason'
  return [
    {
      title: `在此处忽略 ${finding.rule}，并写明理由`,
      kind: CodeActionKind.QuickFix,
      edit,
      ...(client.commands.includes(command)
        ? { command: { title: REASON, command, arguments: [checked.document.uri, reasonAt, REASON.length] } }
        : {}),
    },
  ]
}

function candidates(finding: Finding, { document, report }: CheckedDraft): Edit[][] {
  if (report.format === 'plain') return []
  const { text } = document
  const { start, end } = finding.span
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const indent = /^[ \t]*/.exec(text.slice(lineStart, start))![0]
  const ownLine = `${indent}<!-- kanwu-disable-next-line ${finding.rule} -- ${REASON} -->${lineEnd}`
  return [
    [insert(ownLine, lineStart)],
    [
      insert(`<!-- kanwu-disable ${finding.rule} -- ${REASON} -->`, start),
      insert(`<!-- kanwu-enable ${finding.rule} -->`, end),
    ],
  ]
}

function insert(text: string, at: number): Edit {
  return { span: { start: at, end: at }, text }
}

/** Whether the finding is exempted by the edits, and all other findings and problems stay as they are. */
function silencesOnly(finding: Finding, edits: readonly Edit[], { document, report, project }: CheckedDraft): boolean {
  const text = applyEdits(document.text, edits)
  const after = project.check({ text, uri: document.uri, format: report.format })
  const moved = finding.span.start + edits[0]!.text.length
  const isSilent = after.exempted.some(
    ({ finding: { rule, span }, because }) => because === 'directive' && rule === finding.rule && span.start === moved,
  )
  const names = ({ findings }: typeof report): string[] => findings.map(({ rule, text: found }) => `${rule} ${found}`)
  const left = names(after)
  const before = names(report)
  const gone = before.length - left.length
  const alike = before.filter((name) => name === `${finding.rule} ${finding.text}`).length
  return isSilent && gone >= 1 && gone <= alike && after.problems.length === report.problems.length
}
