import type { Rulebook } from '@kanwu/core'
import { type CompletionItem, CompletionItemKind, type CompletionParams } from 'vscode-languageserver'
import type { Session } from '../session.ts'

const SETTINGS: Readonly<Record<string, string>> = {
  rules: '规则编号或领域 → 严重程度，off 为不查',
  packs: '整个领域的开关',
  allow: '本单位认可的说法，出现时不报',
  date: '文稿自身没有日期时按哪一天判断',
  format: '按此格式读，不看扩展名',
  'own-rules': '本单位规则文件，相对本文件',
  'own-catalogs': '本单位名称表，相对本文件',
  segmenter: '分词：auto 或 intl',
  overrides: '按路径另行设置，后面的优先',
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  rules: ['error', 'warning', 'info', 'off'],
  packs: ['on', 'off'],
  date: ['today', 'unknown', 'path'],
  format: ['plain', 'markdown', 'html'],
  segmenter: ['auto', 'intl'],
}

/** `textDocument/completion` in kanwu.config.yaml: settings, rule ids and fields, and their values. */
export async function completeConfig(
  { textDocument, position }: CompletionParams,
  session: Session,
): Promise<CompletionItem[]> {
  const draft = session.draft(textDocument.uri)
  if (draft === undefined || !session.configs.isConfig(textDocument.uri)) return []
  const { document } = draft
  const before = document.text.slice(0, document.offsetAt(position)).split('\n')
  const line = before.at(-1) ?? ''
  const key = keyAbove(before)
  const value = /^\s*(?:- )?([\w/-]+):\s*[\w-]*$/.exec(line)
  if (value !== null) return valuesOf(VALUES[key ?? value[1]!] ?? VALUES[value[1]!] ?? [])
  if (key === 'rules' || key === 'packs') {
    const { rulebook } = await session.host.openPlainProject()
    return namesOf(key, rulebook)
  }
  return key === undefined && /^[\w-]*$/.test(line) ? settingsOf() : []
}

/** The key that the last line stands under: the nearest line above that is indented less and opens a mapping. */
function keyAbove(lines: readonly string[]): string | undefined {
  const indent = indentOf(lines.at(-1) ?? '')
  if (indent === 0) return undefined
  const above = lines.slice(0, -1).findLast((line) => line.trim() !== '' && indentOf(line) < indent)
  return /^\s*(?:- )?([\w-]+):\s*(?:#.*)?$/.exec(above ?? '')?.[1]
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

function settingsOf(): CompletionItem[] {
  return Object.entries(SETTINGS).map(([label, detail]) => ({
    label,
    detail,
    kind: CompletionItemKind.Property,
    insertText: `${label}: `,
  }))
}

function valuesOf(values: readonly string[]): CompletionItem[] {
  return values.map((label) => ({ label, kind: CompletionItemKind.EnumMember, insertText: label }))
}

function namesOf(key: 'rules' | 'packs', { rules }: Rulebook): CompletionItem[] {
  const fields = [...new Set(rules.map(({ category }) => category))].map((label) => ({
    label,
    kind: CompletionItemKind.Module,
    insertText: `${label}: `,
  }))
  if (key === 'packs') return fields
  const ids = rules.map(({ id, message }) => ({
    label: id,
    detail: message,
    kind: CompletionItemKind.Reference,
    insertText: `${id}: `,
  }))
  return [...fields, ...ids]
}
