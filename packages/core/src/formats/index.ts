import type { Format } from '../types.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { plain } from './plain.ts'

/** Every format that is text; binary documents are read by @kanwu/documents. */
export const formats: readonly Format[] = [html, markdown, plain]

/** The format of that name; plain text when there is none. */
export function formatFor(name: string): Format {
  return formats.find((format) => format.name === name) ?? plain
}

/** The name of the format that a file's ending stands for; plain text when it stands for none. */
export function formatOfFile(fileName: string): string {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return (formats.find((format) => format.extensions.includes(ending)) ?? plain).name
}
