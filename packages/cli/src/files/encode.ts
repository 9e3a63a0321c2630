import { Buffer } from 'node:buffer'
import type { FileText } from '@kanwu/node'
import iconv from 'iconv-lite'

/** Text as bytes in the encoding and with the BOM that the file had; undefined when a character has no place in it. */
export function encode(text: string, like: Exclude<FileText, { problem: string }>): Uint8Array | undefined {
  const marked = like.bom ? `\ufeff${text}` : text
  if (like.encoding === 'utf-8') return Buffer.from(marked, 'utf8')
  const bytes = iconv.encode(marked, like.encoding)
  return iconv.decode(bytes, like.encoding, { stripBOM: false }) === marked ? bytes : undefined
}
