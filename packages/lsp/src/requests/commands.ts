import { chooseEdits, type Edit, type Finding } from '@kanwu/core'
import { ErrorCodes, type ExecuteCommandParams, type Position, ResponseError } from 'vscode-languageserver'
import type { Session } from '../session.ts'
import { isRecord } from '../settings.ts'
import { explanationOf } from '../to-lsp/explanation.ts'
import { rulePage } from '../to-lsp/rule-page.ts'
import { workspaceEditOf } from '../to-lsp/workspace-edit.ts'
import { findingsAt } from './hover.ts'
import { type Progress, pullWorkspace } from './workspace-diagnostics.ts'

type Command = (args: readonly unknown[], session: Session, progress: Progress) => Promise<unknown>

/** What editors may call by `workspace/executeCommand`. */
const COMMANDS: Readonly<Record<string, Command>> = {
  /** `[uri]` → how many stretches of personal data were masked in the open draft. */
  'kanwu.server.maskPersonalData': (args, session) => maskPersonalData(uriOf(args), session),
  /** `[uri, position]` → `[{rule, markdown, page?}]` of the findings there. */
  'kanwu.server.explain': (args, session) => explain(uriOf(args), positionOf(args[1]), session),
  /** `[]` → a workspace diagnostic report. */
  'kanwu.server.checkWorkspace': (_, session, progress) =>
    pullWorkspace({ previousResultIds: [] }, session, { token: progress.token, work: progress.work }),
}

/** The names of all commands. */
export const commandNames: readonly string[] = Object.keys(COMMANDS)

/** `workspace/executeCommand`. */
export function executeCommand(params: ExecuteCommandParams, session: Session, progress: Progress): Promise<unknown> {
  const command = Object.hasOwn(COMMANDS, params.command) ? COMMANDS[params.command] : undefined
  if (command === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `没有这个命令：${params.command}`)
  return command(params.arguments ?? [], session, progress)
}

async function maskPersonalData(uri: string, session: Session): Promise<number> {
  const checked = await session.draft(uri)?.check()
  if (checked === undefined) throw new ResponseError(ErrorCodes.InvalidParams, `${uri} 没有打开`)
  const edits = checked.report.findings.filter(({ personal }) => personal).flatMap(maskOf)
  if (edits.length === 0) return 0
  const edit = workspaceEditOf(checked.document, edits, session.client)
  const { applied } = await session.connection.workspace.applyEdit({ label: '遮盖个人信息', edit })
  return applied ? edits.length : 0
}

/** The finding's own fix; overlapping ones are left to the next run. */
function maskOf(finding: Finding): Edit[] {
  return chooseEdits([finding], 'suggested')
}

async function explain(uri: string, position: Position, session: Session): Promise<object[]> {
  const checked = await session.draft(uri)?.check()
  if (checked === undefined) return []
  const { rulePages } = session
  return findingsAt(checked, position, session).map((finding) => ({
    rule: finding.rule,
    markdown: explanationOf(finding, checked.rules.get(finding.rule), rulePages),
    page: rulePage(finding.rule, rulePages),
  }))
}

function uriOf([uri]: readonly unknown[]): string {
  if (typeof uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, '第一个参数应为文稿的 URI')
  return uri
}

function positionOf(value: unknown): Position {
  const { line, character } = isRecord(value) ? value : {}
  if (typeof line === 'number' && typeof character === 'number') return { line, character }
  throw new ResponseError(ErrorCodes.InvalidParams, '第二个参数应为位置 {line, character}')
}
