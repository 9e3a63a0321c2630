import type { Finding } from '@kanwu/core'
import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver'
import { allowedIn } from '../config/allowed-in.ts'
import type { CheckedDraft } from '../draft.ts'
import { OpenDocument } from '../from-lsp/open-document.ts'
import type { ConfigFile } from '../host.ts'
import type { Session } from '../session.ts'
import { workspaceEditOf } from '../to-lsp/workspace-edit.ts'

/** The action that adds the finding's words to the project's allow list; personal data is never put on a list. */
export async function allowAction(
  finding: Finding,
  { document }: CheckedDraft,
  session: Session,
): Promise<CodeAction[]> {
  if (finding.personal || finding.text === '' || finding.text.includes('\n')) return []
  const config = await session.host.configFor(document.uri)
  if (config === undefined) return []
  const edit = editOf({ ...config, ...textOf(config, session) }, finding.text, session)
  if (edit === undefined) return []
  return [{ title: `本单位认可“${finding.text}”（写入 kanwu.config.yaml）`, kind: CodeActionKind.QuickFix, edit }]
}

function textOf({ uri }: ConfigFile, session: Session): { text?: string } {
  const text = session.textOf(uri)
  return text === undefined ? {} : { text }
}

function editOf({ uri, text }: ConfigFile, phrase: string, session: Session): WorkspaceEdit | undefined {
  const { client } = session
  if (text === undefined && !client.createsFiles) return undefined
  const added = allowedIn(text ?? '', phrase)
  if (added === undefined) return undefined
  const version = session.draft(uri)?.document.version ?? 0
  const document = new OpenDocument({ uri, languageId: 'yaml', version, text: text ?? '' }, client.encoding)
  const edit = workspaceEditOf(document, [added], client)
  if (text !== undefined) return session.draft(uri) === undefined ? unversioned(edit) : edit
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      ...(unversioned(edit).documentChanges ?? []),
    ],
  }
}

/** A file that is not open has no version. */
function unversioned(edit: WorkspaceEdit): WorkspaceEdit {
  if (edit.documentChanges === undefined) return edit
  return {
    documentChanges: edit.documentChanges.map((change) =>
      'textDocument' in change ? { ...change, textDocument: { ...change.textDocument, version: null } } : change,
    ),
  }
}
