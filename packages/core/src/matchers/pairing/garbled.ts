import { isAlike } from '../../language/similarity.ts'
import { blanksAt } from './mention.ts'
import type { OfficeForm, Roll } from './roll.ts'

/** An office beside a known person's name that is written almost as it should be, in normalised text. */
export interface GarbledOffice {
  readonly start: number
  readonly end: number
  readonly person: string
  /** What to write for the stretch. */
  readonly right: string
}

/** Every garbled office directly before or behind a known name: 国务院总里李强, 习近平总书纪. */
export function garbledOffices(text: string, roll: Roll): GarbledOffice[] {
  const found = new Map<number, GarbledOffice>()
  const first = roll.forms.length + roll.misspelt.size
  roll.index.scan(text, (pattern, start, end) => {
    const person = pattern < first ? undefined : [...roll.terms.keys()][pattern - first]
    if (person === undefined) return
    for (const garbled of [
      ...garbledBefore(text, start, officesOf(person, roll)),
      ...garbledBehind(text, end, roll, person),
    ])
      found.set(garbled.start, { ...garbled, person })
  })
  return [...found.values()]
}

type Fault = Omit<GarbledOffice, 'person'>

interface Offices {
  readonly roll: Roll
  /** The forms before the name that this person's offices have. */
  readonly own: readonly OfficeForm[]
}

function officesOf(person: string, roll: Roll): Offices {
  const held = new Set((roll.terms.get(person) ?? []).map(({ office }) => office))
  return { roll, own: roll.forms.filter(({ office, side }) => side === 'before' && held.has(office)) }
}

/** Offices in a row (中共中央总书记、国家主席、中央军委主席习近平) are read from the name backwards. */
const LONGEST_ROW = 4
const LONGEST_FORM = 20

function garbledBefore(text: string, name: number, { roll, own }: Offices): Fault[] {
  const faults: Fault[] = []
  let end = name
  while (text[end - 1] === ' ' && name - end < 2) end--
  for (let row = 0; row < LONGEST_ROW; row++) {
    const head = text.slice(Math.max(0, end - LONGEST_FORM), end)
    const exact = longestAtEnd(head, roll.forms)
    const garbled = garbledAtEnd(head, own, exact ?? 0)
    if (garbled !== undefined) faults.push({ start: end - garbled.length, end, right: garbled.right })
    const length = garbled?.length ?? exact
    if (length === undefined || text[end - length - 1] !== '、') break
    end -= length + 1
  }
  return faults
}

function longestAtEnd(head: string, forms: readonly OfficeForm[]): number | undefined {
  const lengths = forms.flatMap(({ form, side }) => (side === 'before' && head.endsWith(form) ? [form.length] : []))
  return lengths.length === 0 ? undefined : Math.max(...lengths)
}

/** The longest stretch at the end of `head` that is garbled from a form longer than `exact`. */
function garbledAtEnd(
  head: string,
  own: readonly OfficeForm[],
  exact: number,
): { length: number; right: string } | undefined {
  let best: { length: number; right: string } | undefined
  for (const { form, wrong } of own) {
    if (form.length <= exact) continue
    const listed = wrong.find((written) => head.endsWith(written))?.length
    const slips = [form.length + 1, form.length, form.length - 1, form.length - 2]
    const length = listed ?? slips.find((slip) => slip <= head.length && isGarbled(head.slice(-slip), form))
    if (length === undefined || length <= exact) continue
    const isBetter = length > (best?.length ?? 0) || (length === best?.length && form.length === length)
    if (isBetter) best = { length, right: form }
  }
  return best
}

/** One character put in, left out or mistaken, or two that changed places; the first character is there. */
function isGarbled(written: string, form: string): boolean {
  if (!/^[\u4e00-\u9fff]+$/.test(written) || written[0] !== form[0]) return false
  if (written.length === form.length) return isMistaken(written, form) || isSwapped(written, form)
  if (written.length < form.length) return isClipped(written, form)
  if (form.length < 5) return false
  for (let i = 1; i < written.length; i++) {
    if (written.slice(0, i) + written.slice(i + 1) === form) return !QUALIFIERS.includes(written[i] ?? '')
  }
  return false
}

/** One character is left out, or two of a long form whose end is there. */
function isClipped(written: string, form: string): boolean {
  const missing = form.length - written.length
  if (form.length < (missing === 1 ? 5 : 7) || (missing > 1 && !written.endsWith(form.slice(-1)))) return false
  let at = 0
  for (const char of form) if (char === written[at]) at++
  return at === written.length
}

/** 国务院原副总理, 最高人民法院的院长. */
const QUALIFIERS = '副原前代新老现首的'

/** In long forms any character but those of the rank (院长, 检察员) may be mistaken, else only one that is alike. */
function isMistaken(written: string, form: string): boolean {
  const wrong = [...written].flatMap((char, i) => (char === form[i] ? [] : [i]))
  const [only] = wrong
  if (wrong.length !== 1 || only === undefined || QUALIFIERS.includes(written[only] ?? '')) return false
  return (form.length >= 7 && only < form.length - 2) || isAlike(written[only] ?? '', form[only] ?? '')
}

function isSwapped(written: string, form: string): boolean {
  const at = [...written].findIndex((char, i) => char !== form[i])
  if (at < 0) return false
  return form.slice(0, at) + form[at + 1] + form[at] + form.slice(at + 2) === written
}

function garbledBehind(text: string, name: number, roll: Roll, person: string): Fault[] {
  const held = new Set((roll.terms.get(person) ?? []).map(({ office }) => office))
  const start = name + blanksAt(text, name)
  for (const { form, wrong, office, side } of roll.forms) {
    if (side !== 'behind' || !held.has(office)) continue
    const written = text.slice(start, start + form.length)
    if (written === form) return []
    if (form.length >= 3 && written[0] === form[0] && (isMistaken(written, form) || isSwapped(written, form)))
      return [{ start, end: start + form.length, right: form }]
    const listed = wrong.find((short) => text.startsWith(short, start))
    if (listed !== undefined) return [{ start, end: start + listed.length, right: form }]
  }
  return []
}
