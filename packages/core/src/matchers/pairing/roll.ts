import { RulebookError } from '../../rulebook/error.ts'
import type { Catalog, IsoDate, Rule, Rulebook } from '../../types.ts'
import { type FormIndex, indexForms } from '../renamed/form-index.ts'

/** One person's time in one office; without `until` it lasts. */
export interface Term {
  readonly office: string
  readonly from: IsoDate
  readonly until?: IsoDate
}

/** A way to write an office, before the name (国务院总理李强) or behind it (李强总理). */
export interface OfficeForm {
  readonly form: string
  readonly office: string
  readonly side: 'before' | 'behind'
  /** Listed wrong ways to write it on this side of the name. */
  readonly wrong: readonly string[]
}

/** Who held which office when, and how names and offices are written. */
export interface Roll {
  readonly terms: ReadonlyMap<string, readonly Term[]>
  /** Wrong spellings that are wrong anywhere, with the name they stand for. */
  readonly misspelt: ReadonlyMap<string, string>
  readonly forms: readonly OfficeForm[]
  /** The day up to which the terms were checked: what lasted then may have ended since. */
  readonly asOf: IsoDate
  /** Persons who can take no office any more: dead, expelled or retired. */
  readonly closed: ReadonlySet<string>
  /** By office: from when on the roll knows who held it. */
  readonly known: ReadonlyMap<string, IsoDate>
  /** The office forms, the misspelt names and the names, in that order. */
  readonly patterns: readonly string[]
  /** Finds the patterns. */
  readonly index: FormIndex
}

/**
 * Reads the catalogs that the rule names: persons with terms and wrong spellings, offices with their forms.
 * @throws RulebookError when one of them is missing.
 */
export function readRoll(rule: Rule, rulebook: Rulebook): Roll {
  const persons = catalogOf('catalog', rule, rulebook)
  const offices = catalogOf('offices', rule, rulebook)
  const terms = new Map<string, Term[]>()
  const misspelt = new Map<string, string>()
  const closed = new Set<string>()
  for (const { person = '', office = '', from = '', until = '', misspelt: wrong = '', closed: end } of persons.rows) {
    const held = terms.get(person) ?? []
    terms.set(person, held)
    if (office !== '') held.push({ office, from, ...(until === '' ? {} : { until }) })
    if (end) closed.add(person)
    for (const form of split(wrong)) misspelt.set(form, person)
  }
  const forms = offices.rows.flatMap((row) => [...formsOn('before', row), ...formsOn('behind', row)])
  const patterns = [...forms.map(({ form }) => form), ...misspelt.keys(), ...terms.keys()]
  const known = firstDays([...terms.values()].flat())
  return { terms, misspelt, forms, asOf: persons.asOf, closed, known, patterns, index: indexForms(patterns) }
}

function firstDays(terms: readonly Term[]): Map<string, IsoDate> {
  const days = new Map<string, IsoDate>()
  for (const { office, from } of terms) {
    const first = days.get(office)
    if (first === undefined || from < first) days.set(office, from)
  }
  return days
}

/** The listed wrong forms stand for the first form of their side. */
function formsOn(side: OfficeForm['side'], row: Readonly<Record<string, string>>): OfficeForm[] {
  const { office = '', before = '', after = '' } = row
  const wrong = split(row[side === 'before' ? 'wrong-before' : 'wrong-after'] ?? '')
  const forms = split(side === 'before' ? before : after)
  return forms.map((form, i) => ({ form, office, side, wrong: i === 0 ? wrong : [] }))
}

function catalogOf(setting: string, rule: Rule, rulebook: Rulebook): Catalog {
  const name = String(rule.with[setting])
  const catalog = rulebook.catalogs[name]
  if (catalog !== undefined) return catalog
  throw new RulebookError([
    { file: `${rule.topic}.yaml`, line: 0, message: `${rule.id}：没有目录 ${name}`, hint: `改正 ${setting}` },
  ])
}

function split(cell: string): string[] {
  return cell.split(';').filter((part) => part !== '')
}
