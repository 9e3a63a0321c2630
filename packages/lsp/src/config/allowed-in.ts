import type { Edit } from '@kanwu/core'
import { isSeq, parseDocument } from 'yaml'

/** The edit that adds a phrase to `allow` in a configuration's text, everything else left as it is. */
export function allowedIn(text: string, phrase: string): Edit | undefined {
  const document = parseDocument(text)
  if (document.errors.length > 0) return undefined
  const quoted = JSON.stringify(phrase)
  const allow: unknown = document.get('allow', true)
  if (allow === undefined || allow === null) return appended(text, `allow:\n  - ${quoted}\n`)
  if (!isSeq(allow) || !allow.range) return undefined
  const last = allow.items.at(-1)
  if (allow.flow) {
    const at = text.lastIndexOf(']', allow.range[1])
    return at < 0 ? undefined : insertion(at, last === undefined ? quoted : `, ${quoted}`)
  }
  const lineStart = text.lastIndexOf('\n', allow.range[0] - 1) + 1
  const indent = /^[ \t]*/.exec(text.slice(lineStart, allow.range[0]))![0]
  const before = text.slice(0, allow.range[1]).trimEnd().length
  return insertion(before, `\n${indent}- ${quoted}`)
}

function appended(text: string, entry: string): Edit {
  return insertion(text.length, text === '' || text.endsWith('\n') ? entry : `\n${entry}`)
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text }
}
