import { readFileSync } from 'node:fs'
import { type Timing, untimed } from '@kanwu/core'
import { type Decoded, decode } from './decode.ts'

/** A file that was read, or a sentence that says why not, for people. */
export type FileText = Extract<Decoded, { text: string }> | { readonly problem: string }

/** Reads a text file of any supported encoding; never throws. `timed` is told of `read` and `decode`. */
export function readText(path: string, timed: Timing = untimed): FileText {
  let bytes: Uint8Array
  try {
    bytes = timed('read', () => readFileSync(path))
  } catch (error) {
    return { problem: unreadable(error) }
  }
  return timed('decode', () => textOf(bytes))
}

/** The text of `bytes`; an unknown encoding or a binary format is a problem, never empty text. */
export function textOf(bytes: Uint8Array): FileText {
  const decoded = decode(bytes)
  if ('text' in decoded) return decoded
  return decoded.reason === 'binary'
    ? { problem: '未检查：这是二进制文件，不是文本' }
    : { problem: '未检查：不是 UTF-8、GB18030 或 UTF-16 编码的文本' }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EISDIR: '这是目录，不是文件',
}

function unreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return `未检查：${REASONS[code] ?? `读取失败（${code}）`}`
}
