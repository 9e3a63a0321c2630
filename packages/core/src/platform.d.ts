/** What core uses of the platform beyond the language: alike in Node and browsers. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(encoding?: 'utf-8' | 'utf-16le')
  decode(bytes: Uint8Array): string
}
