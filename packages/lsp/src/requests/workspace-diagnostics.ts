import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { Draft } from '../draft.ts'
import { OpenDocument } from '../from-lsp/open-document.ts'
import type { Session } from '../session.ts'
import { tellingOf } from './diagnostics.ts'

/** How a long request tells the editor how far it is. */
export interface Progress {
  readonly token: CancellationToken
  readonly work: WorkDoneProgressReporter
  readonly partial?: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined
}

/** Results told at once while the rest is being checked. */
const BATCH = 20

/** `workspace/diagnostic`: every draft of the workspace, open or on disk, with progress and in parts. */
export async function pullWorkspace(
  { previousResultIds }: Pick<WorkspaceDiagnosticParams, 'previousResultIds'>,
  session: Session,
  { token, work, partial }: Progress,
): Promise<WorkspaceDiagnosticReport> {
  const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]))
  const uris = (await session.host.findDrafts?.(session.folders)) ?? []
  let items: WorkspaceDocumentDiagnosticReport[] = []
  work.begin('kanwu 检查工作区', 0, `共 ${uris.length} 个文件`, true)
  try {
    for (const [index, uri] of uris.entries()) {
      await nextTurn()
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, '已取消')
      const item = await reportOn(uri, known.get(uri), session)
      if (item !== undefined) items.push(item)
      work.report(Math.round(((index + 1) / uris.length) * 100), `${index + 1}/${uris.length}`)
      if (partial === undefined || items.length < BATCH) continue
      partial.report({ items })
      items = []
    }
    if (partial === undefined || items.length === 0) return { items }
    partial.report({ items })
    return { items: [] }
  } finally {
    work.done()
  }
}

async function reportOn(
  uri: string,
  previous: string | undefined,
  session: Session,
): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
  const open = session.draft(uri)
  if (open !== undefined) {
    const checked = await open.check()
    const { resultId, items } = tellingOf(checked, session)
    const told = { uri, version: checked.version, resultId }
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, ...told }
    return { kind: DocumentDiagnosticReportKind.Full, ...told, items: [...items] }
  }
  const read = await session.host.readDraft?.(uri)
  if (read === undefined) return undefined
  const told = { uri, version: null, resultId: `${session.epoch}.${read.stamp}` }
  if (told.resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, ...told }
  const document = new OpenDocument({ uri, languageId: '', version: 0, text: read.text }, session.client.encoding)
  const checked = await new Draft(document, session).check()
  return { kind: DocumentDiagnosticReportKind.Full, ...told, items: [...tellingOf(checked, session).items] }
}

/** Lets the messages that have come in meanwhile be read, a cancellation among them. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
