import { leadingUnit } from '../../text/blank.ts'
import { gather } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import { BODY_SCOPES } from '../punctuation/scopes.ts'

/** The patterns that were made, by what they look for. */
const made = new Map<string, RegExp>()

/** The text up to the bracket of a list marker that has only a closing one: `1）`, `a)`, `三）`, `ii)`. */
export const LIST_MARKER: RegExp = markerPattern({ digits: '\\d{1,3}|', han: '[一二三四五六七八九十]{1,3}|' })

/** How the paragraphs of a document that begin with numbers write them. */
interface NumberHead {
  readonly kind: 'digits' | 'han'
  readonly isBracketed: boolean
}

/** What list markers may look like in a document: where it writes （一）, a lone 一） has lost its bracket. One object each. */
export function listMarkerOf(document: Pick<Document, 'segments' | 'gathering'>): RegExp {
  const heads = gather(document, listMarkerOf, headOf).map(({ said }) => said)
  const digits = bracketsAlways(heads, 'digits') ? '' : '\\d{1,3}|'
  const han = bracketsAlways(heads, 'han') ? '' : '[一二三四五六七八九十]{1,3}|'
  return markerPattern({ digits, han })
}

function markerPattern({ digits, han }: { readonly digits: string; readonly han: string }): RegExp {
  const numbers = digits + han
  const pattern =
    made.get(numbers) ?? new RegExp(`(?:^|[\\s，。；：、！？,;:“])(?:${numbers}[a-zA-Z]|[ivxIVX]{1,4}|[①-⑳Ⅰ-Ⅻⅰ-ⅻ])$`)
  made.set(numbers, pattern)
  return pattern
}

function headOf({ scope, text }: Segment): NumberHead | undefined {
  if (!BODY_SCOPES.has(scope) || !FIRST.has(leadingUnit(text))) return undefined
  const [, bracket, digits] = HEAD.exec(text) ?? []
  if (bracket === undefined) return undefined
  return { kind: digits === undefined ? 'han' : 'digits', isBracketed: bracket !== '' }
}

/** What HEAD begins with. */
const FIRST: ReadonlySet<number> = new Set(
  Array.from('（(0123456789一二三四五六七八九十', (unit) => unit.charCodeAt(0)),
)
const HEAD = /^\s*([（(]?)(?:(\d{1,3})|[一二三四五六七八九十]{1,3})[）)]/

/** Some paragraph begins with a bracketed number, and at most one with a number that only has the closing bracket. */
function bracketsAlways(heads: readonly NumberHead[], kind: NumberHead['kind']): boolean {
  const ofKind = heads.filter((head) => head.kind === kind)
  const bracketed = ofKind.filter(({ isBracketed }) => isBracketed).length
  return bracketed > 0 && ofKind.length - bracketed <= 1
}
