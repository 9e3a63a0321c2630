import { markPairs } from './marks.ts'

/** Places in the tables of marks, which are small so that they stay near; a mark has its own. */
const SLOTS = 2048
/** By place, the mark that has it, as a UTF-16 unit. */
const marks = new Uint16Array(SLOTS)
/** By place of an opening mark the number of its pair; 0 for a closing one. */
const opened = new Uint8Array(SLOTS)
/** By place of a closing mark its own opening mark. */
const openers = new Uint16Array(SLOTS)
const names = markPairs.map(([pair]) => pair)
for (const [pair, open, close] of markPairs) {
  for (const mark of [open, close]) marks[slotOf(mark.charCodeAt(0))] = mark.charCodeAt(0)
  opened[slotOf(open.charCodeAt(0))] = names.indexOf(pair) + 1
  openers[slotOf(close.charCodeAt(0))] = open.charCodeAt(0)
}

/** The deepest that marks stand in each other where they are told without reading them one by one. */
const DEEPEST = 8

/** The opening marks that wait, as UTF-16 units. */
const waiting = new Uint16Array(DEEPEST)

/**
 * Whether all marks of a text are plainly sound: each is closed by its own partner, in order, none inside one of its
 * kind, no single quotation mark or 〈 outside its outer kind. Nothing is to be said of such a text. Half-width brackets
 * and ’, which may be something else, and the like must be read one by one: false says nothing.
 */
export function isPlainlySound(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x3400 && unit < 0xff00) continue
    const slot = slotOf(unit)
    if (marks[slot] !== unit) continue
    if (unit === APOSTROPHE || unit < 0x80) return false
    if (opened[slot] === 0) {
      if (depth === 0 || waiting[--depth] !== openers[slot]) return false
    } else {
      if (depth === DEEPEST || !mayOpen(slot, depth)) return false
      waiting[depth++] = unit
    }
  }
  return depth === 0
}

const APOSTROPHE = '’'.charCodeAt(0)
/** Marks that stand inside an outer kind only. */
const INNER: ReadonlySet<number> = new Set(Array.from('‘〈', (mark) => mark.charCodeAt(0)))

/** Whether no mark of that kind waits, nor an inner one. */
function mayOpen(slot: number, depth: number): boolean {
  for (let at = 0; at < depth; at++) {
    const other = waiting[at]!
    if (opened[slotOf(other)] === opened[slot] || INNER.has(other)) return false
  }
  return true
}

/** Marks of full width, of East Asian punctuation and of general punctuation have places apart. */
function slotOf(unit: number): number {
  return ((unit >>> 4) & 0x700) | (unit & 0xff)
}
