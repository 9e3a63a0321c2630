import { chooseEdits, type Finding } from '@kanwu/core'
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver'
import { allowAction } from '../actions/allow.ts'
import { fixActions } from '../actions/fix.ts'
import { ignoreAction } from '../actions/ignore.ts'
import type { CheckedDraft } from '../draft.ts'
import type { Session } from '../session.ts'
import { workspaceEditOf } from '../to-lsp/workspace-edit.ts'
import { shownFindings } from './diagnostics.ts'

/** The kind of the action that applies every safe fix of a draft. */
export const FIX_ALL: string = `${CodeActionKind.SourceFixAll}.kanwu`

/**
 * `textDocument/codeAction`. Made from the server's own findings and the range asked about, never from the diagnostics
 * that the editor sends along: some editors return those with byte columns.
 */
export async function codeActions(
  { textDocument, range, context }: CodeActionParams,
  session: Session,
): Promise<CodeAction[]> {
  const checked = await session.draft(textDocument.uri)?.check()
  if (checked === undefined) return []
  const asked = checked.document.spanOf(range)
  const touched = shownFindings(checked, session).filter(
    ({ span }) => span.start <= asked.end && asked.start <= span.end,
  )
  const fixes = wants(context.only, CodeActionKind.QuickFix) ? await quickFixes(touched, checked, session) : []
  const all = wants(context.only, FIX_ALL) ? fixAll(checked, session) : []
  return [...fixes, ...all]
}

async function quickFixes(
  findings: readonly Finding[],
  checked: CheckedDraft,
  session: Session,
): Promise<CodeAction[]> {
  const each = findings.map(async (finding) => [
    ...fixActions(finding, checked, session),
    ...ignoreAction(finding, checked, session),
    ...(await allowAction(finding, checked, session)),
  ])
  const actions = (await Promise.all(each)).flat()
  return actions.sort((a, b) => Number(b.isPreferred === true) - Number(a.isPreferred === true))
}

/** Fixes that may be applied unasked, in one action. */
function fixAll(checked: CheckedDraft, session: Session): CodeAction[] {
  const edits = chooseEdits(shownFindings(checked, session), 'safe')
  if (edits.length === 0) return []
  const edit = workspaceEditOf(checked.document, edits, session.client)
  return [{ title: `改正全部有把握的 ${edits.length} 处`, kind: FIX_ALL, edit }]
}

/** A kind is wanted when nothing is asked for, or a kind above it, or itself. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`))
}
