/** A text file's characters, or why its bytes are none. */
export type Decoded =
  | { readonly text: string; readonly encoding: Encoding; readonly bom: boolean }
  | { readonly reason: 'binary' | 'undecodable' }

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * Decodes by content, never by name: BOM, NUL pattern, strict UTF-8, then strict GB18030 (Node's `gbk` breaks four-byte
 * characters, so every gb* text is read as its superset). The BOM is not part of the text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return strictly(bytes.subarray(marked.length), marked.encoding, true)
  if (looksBinary(bytes)) return { reason: 'binary' }
  const wide = utf16WithoutMark(bytes)
  if (wide !== undefined) return strictly(bytes, wide, false)
  const utf8 = strictly(bytes, 'utf-8', false)
  if ('text' in utf8) return utf8
  const chinese = strictly(bytes, 'gb18030', false)
  return 'text' in chinese && isPlausible(chinese.text) ? chinese : { reason: 'undecodable' }
}

/** Text back to bytes in the encoding and with the BOM it was read with; GB18030 needs `iconv-lite`, see encode.ts. */
function strictly(bytes: Uint8Array, encoding: Encoding, bom: boolean): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, encoding, bom }
  } catch {
    return { reason: 'undecodable' }
  }
}

function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip: docx, xlsx, pptx, ofd
  [0xd0, 0xcf, 0x11, 0xe0], // OLE: doc, xls, wps
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
]

function looksBinary(bytes: Uint8Array): boolean {
  if (SIGNATURES.some((signature) => signature.every((byte, at) => bytes[at] === byte))) return true
  const head = bytes.subarray(0, 4096)
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length
  return controls > 0 && utf16WithoutMark(bytes) === undefined
}

/** UTF-16 of Chinese or ASCII text shows itself by bytes that stand in only every second place. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined
  const head = bytes.subarray(0, 4096)
  if (!head.includes(0)) return undefined
  const likely = { even: 0, odd: 0 }
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (isHighByte(head[i]!)) likely.even++
    if (isHighByte(head[i + 1]!)) likely.odd++
  }
  const units = head.length / 2
  if (likely.odd > units * 0.9 && likely.odd > likely.even) return 'utf-16le'
  if (likely.even > units * 0.9 && likely.even > likely.odd) return 'utf-16be'
  return undefined
}

/** The high byte of a Han character, an ASCII character, or full-width or general punctuation. */
function isHighByte(byte: number): boolean {
  return byte === 0 || byte === 0x20 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f)
}

/** Random bytes can be valid GB18030; real text has few private-use and control characters. */
function isPlausible(text: string): boolean {
  const odd = text.match(/[\p{Co}\p{Cn}\u0000-\u0008\u000e-\u001f]/gu)?.length ?? 0
  return odd * 50 <= text.length
}
