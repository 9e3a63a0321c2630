import type { Edit } from '@kanwu/core'
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { Client } from '../client.ts'
import type { OpenDocument } from '../from-lsp/open-document.ts'

/** Edits of an open document as the editor applies them; tied to the version they were made for where it can be. */
export function workspaceEditOf(document: OpenDocument, edits: readonly Edit[], client: Client): WorkspaceEdit {
  return textEditsOf(
    document,
    edits.map((edit) => textEditOf(edit, document)),
    client,
  )
}

/** The same for edits that are in the editor's positions already. */
function textEditsOf({ uri, version }: OpenDocument, edits: TextEdit[], client: Client): WorkspaceEdit {
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } }
}

function textEditOf({ span, text }: Edit, document: OpenDocument): TextEdit {
  return { range: document.rangeOf(span), newText: text }
}
