import { isAlike } from '../../language/similarity.ts'
import type { DraftDate } from '../../types.ts'
import { blanksAt, officePlaces } from './mention.ts'
import type { Roll, Term } from './roll.ts'

/** A wrong spelling of a leader's name, in normalised text. */
export interface MisspeltName {
  readonly start: number
  readonly end: number
  /** The name that is meant. */
  readonly name: string
}

/** Listed wrong spellings wherever they stand, and names with one wrong character directly beside their office. */
export function misspeltNames(text: string, roll: Roll, date: DraftDate): MisspeltName[] {
  const found = new Map<number, MisspeltName>()
  roll.index.scan(text, (pattern, start, end) => {
    const entry = isMisspelt(pattern, roll) ? [...roll.misspelt][pattern - roll.forms.length] : undefined
    if (entry !== undefined && !(text[start] === '习' && WORD_WITH_XI.test(text[start - 1] ?? ''))) {
      found.set(start, { start, end, name: entry[1] })
    }
  })
  for (const { form, start, end } of officePlaces(text, roll)) {
    const at = end + blanksAt(text, end)
    const near = form.side === 'before' ? nearName(text, at, 1) : nearName(text, start, -1)
    const name = near((candidate) => meant(candidate, { roll, office: form.office, date }))
    if (name !== undefined && !found.has(name.start)) found.set(name.start, name)
  }
  return [...found.values()]
}

function isMisspelt(pattern: number, { forms, misspelt }: Roll): boolean {
  return pattern >= forms.length && pattern < forms.length + misspelt.size
}

/** No blank, as in 李　强. */
const HAN = /[\u3400-\u9fff]/

/** 学习进平台: 习 ends a word. */
const WORD_WITH_XI = /[学练补实见自复温预讲演研修传陋恶旧风积教熟承沿袭]/

type Resolve = (candidate: string) => string | undefined

function nearName(text: string, at: number, direction: 1 | -1): (resolve: Resolve) => MisspeltName | undefined {
  return (resolve) => {
    for (const length of [3, 2]) {
      const start = direction === 1 ? at : at - length
      const end = start + length
      if (start < 0 || end > text.length) continue
      const name = resolve(text.slice(start, end))
      if (name !== undefined) return { start, end, name }
    }
    return undefined
  }
}

interface Office {
  readonly roll: Roll
  readonly office: string
  readonly date: DraftDate
}

/** The holder of the office whom a misspelt name means: of the same length, and near. */
function meant(candidate: string, { roll, office, date }: Office): string | undefined {
  // 李强强调: a holder's whole name and what he does.
  if (roll.terms.has(candidate) || roll.terms.has(candidate.slice(0, 2))) return undefined
  for (const [person, terms] of roll.terms) {
    if (
      person.length === candidate.length &&
      terms.some((term) => isCandidate(term, office, date)) &&
      isNear(candidate, person)
    )
      return person
  }
  return undefined
}

function isCandidate(term: Term, office: string, date: DraftDate): boolean {
  return term.office === office && (date === 'unknown' || term.from <= date)
}

/**
 * One character sounds or looks alike, or two neighbours changed places. In a name of three any one behind the surname
 * may be wrong: nobody else with the other two holds the office.
 */
function isNear(candidate: string, name: string): boolean {
  const wrong = [...candidate].flatMap((char, i) => (char === name[i] ? [] : [i]))
  const [only, next] = wrong
  if (wrong.length === 2 && only !== undefined && next === only + 1)
    return candidate[only] === name[next] && candidate[next] === name[only]
  if (wrong.length !== 1 || only === undefined) return false
  const written = candidate[only] ?? ''
  return (name.length === 3 && only > 0 && HAN.test(written)) || isAlike(written, name[only] ?? '')
}
