import type { OfficeForm, Roll } from './roll.ts'

/** A known person directly beside an office, in normalised text: 国务院总理李强, 李强总理. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly person: string
  readonly office: string
  /** The office as the text has it, and on which side of the name. */
  readonly written: string
  readonly side: OfficeForm['side']
}

/** Every known person beside an office. */
export function mentionsIn(text: string, roll: Roll): Mention[] {
  return officePlaces(text, roll).flatMap(({ form: { form, office, side }, start, end }) => {
    const person = side === 'before' ? nameAfter(text, end, roll) : nameBefore(text, start, roll)
    if (person === undefined) return []
    const gap = side === 'before' ? blanksAt(text, end) : 0
    const from = side === 'before' ? start : start - person.length
    const to = side === 'before' ? end + gap + person.length : end
    return [{ start: from, end: to, person, office, written: form, side }]
  })
}

/** Where an office is written, once for each side; of overlapping forms the longest (国务院副总理, not 副总理, not 总理). */
export function officePlaces(
  text: string,
  { index, forms }: Roll,
): { readonly form: OfficeForm; readonly start: number; readonly end: number }[] {
  const places: { form: OfficeForm; start: number; end: number }[] = []
  index.scan(text, (pattern, start, end) => {
    const form = forms[pattern]
    if (form !== undefined) places.push({ form, start, end })
  })
  places.sort((a, b) => a.start - b.start || b.end - a.end)
  let last = { start: -1, end: 0 }
  return places.filter(({ start, end }) => {
    const isOther = start !== last.start || end !== last.end
    if (isOther && start < last.end) return false
    last = { start, end }
    return true
  })
}

/** Blanks between an office and a name: 国务院总理 李强. */
export function blanksAt(text: string, at: number): number {
  return /^[ \u3000]{0,2}/.exec(text.slice(at, at + 2))?.[0].length ?? 0
}

function nameAfter(text: string, end: number, { terms }: Roll): string | undefined {
  const at = end + blanksAt(text, end)
  return [3, 2].map((length) => text.slice(at, at + length)).find((name) => terms.has(name))
}

function nameBefore(text: string, start: number, { terms }: Roll): string | undefined {
  return [3, 2].map((length) => text.slice(Math.max(0, start - length), start)).find((name) => terms.has(name))
}
