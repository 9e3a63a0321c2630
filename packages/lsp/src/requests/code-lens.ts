import type { Severity } from '@kanwu/core'
import type { CodeLens, CodeLensParams } from 'vscode-languageserver'
import type { Session } from '../session.ts'
import { shownFindings } from './diagnostics.ts'

const NAMES: readonly (readonly [Severity, string])[] = [
  ['error', '错误'],
  ['warning', '警告'],
  ['info', '提示'],
]

/** `textDocument/codeLens`: how many findings the draft has, over its first line; nothing unless the user asked. */
export async function codeLenses({ textDocument }: CodeLensParams, session: Session): Promise<CodeLens[]> {
  if (!session.settings.codeLens) return []
  const checked = await session.draft(textDocument.uri)?.check()
  if (checked === undefined) return []
  const findings = shownFindings(checked, session)
  const counts = NAMES.map(([severity, name]) => ({
    name,
    count: findings.filter((finding) => finding.severity === severity).length,
  }))
  const told = counts.filter(({ count }) => count > 0).map(({ name, count }) => `${count} 处${name}`)
  const start = { line: 0, character: 0 }
  return [{ range: { start, end: start }, command: { title: `kanwu：${told.join('，') || '没有发现'}`, command: '' } }]
}
