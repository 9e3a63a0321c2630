import type { DocumentSpan } from '../../types.ts'

/** A text of the same length, safe to parse, and the lines in which markup was taken out of play. */
export interface Tamed {
  readonly text: string
  readonly tamed: readonly DocumentSpan[]
}

/** No draft comes near these numbers; micromark's work grows with their square. */
const MOST = {
  /** Emphasis marks and brackets of one paragraph, table row or list item. */
  marks: 500,
  /** Comments and the like that begin within a paragraph and do not end on their line. */
  openers: 10,
  /** Quotes and lists within one another on one line. */
  containers: 50,
}

const MARKS = /[*_~]+|[[\]]/g
const OPENERS = /<[!?]/g
const NEW_BLOCK = /^[\s>]*(?:$|[-+*] |\d{1,9}[.)] |#|\||```|~~~)/
const CONTAINER = /[ \t]*(>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y

/** Replaces markup that would take micromark more than linear time by letters, so that offsets stay. */
export function tame(text: string): Tamed {
  const tamed: DocumentSpan[] = []
  let used = { marks: 0, openers: 0 }
  let start = 0
  const kept = (text.match(/[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+$/g) ?? []).map((line) => {
    if (NEW_BLOCK.test(line.slice(0, 200))) used = { marks: 0, openers: 0 }
    const marks = replaceAfter(withoutDeepContainers(line), MARKS, MOST.marks - used.marks)
    const opened = Math.max(0, lastClosing(line))
    const openers = replaceAfter(marks.text.slice(opened), OPENERS, MOST.openers - used.openers)
    used = { marks: used.marks + marks.count, openers: used.openers + openers.count }
    const result = marks.text.slice(0, opened) + openers.text
    if (result !== line) tamed.push({ start, end: start + line.replace(/[\r\n]+$/, '').length })
    start += line.length
    return result
  })
  return tamed.length === 0 ? { text, tamed } : { text: kept.join(''), tamed }
}

/** Where the last comment, declaration or instruction of the line ends, and what opens may stay open. */
function lastClosing(line: string): number {
  return line.includes('<!') || line.includes('<?') ? line.lastIndexOf('>') + 1 : line.length
}

function replaceAfter(
  text: string,
  pattern: RegExp,
  allowed: number,
): { readonly text: string; readonly count: number } {
  let count = 0
  const kept = text.replaceAll(pattern, (mark) => (++count > allowed ? 'x'.repeat(mark.length) : mark))
  return { text: kept, count }
}

function withoutDeepContainers(line: string): string {
  CONTAINER.lastIndex = 0
  for (let depth = 0; depth < MOST.containers; depth++) if (!CONTAINER.test(line)) return line
  const from = CONTAINER.lastIndex
  let to = from
  while (CONTAINER.test(line)) to = CONTAINER.lastIndex
  return line.slice(0, from) + line.slice(from, to).replaceAll(/[^ \t]/g, 'x') + line.slice(to)
}
