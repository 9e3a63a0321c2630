import { isInForce } from '../../exemptions/date.ts'
import { fingerprintKey, prepare } from '../../rulebook/prepared.ts'
import type { Match, Matcher, MatcherKind, Reading, Rule, Rulebook, Segment } from '../../types.ts'
import { buildIndex, type CatalogIndex } from './catalog-index.ts'
import { type NearMiss, nearMisses } from './choice.ts'
import { inWords } from './difference.ts'
import { type BrokenEnumeration, brokenEnumerations, buildEnumerations, type EnumerationIndex } from './enumeration.ts'
import { type ReadRows, type RowSelection, readRows } from './rows.ts'
import { selectionsOf, settings } from './settings.ts'
import { skeletonText } from './skeleton.ts'
import { type Suspect, suspects } from './suspects.ts'

/**
 * Stretches that are almost a right wording of a catalog: characters dropped, added, swapped or replaced, items of a
 * fixed enumeration missing, added or out of order. The tables are built when the first text is read.
 */
export const nearMiss: MatcherKind = {
  kind: 'near-miss',
  settings,
  compile(rules, rulebook) {
    if (rules.length === 0) return undefined
    const selections = selectionsOf(rules, rulebook)
    const rows = () => [...readCatalogs(selections, rulebook), listedWrong(rulebook)]
    return nearMissMatcher(
      rules,
      prepare(rulebook.prepared, keyOf(rules, rulebook), () => buildTables(rows())),
    )
  },
}

/** Names what the tables are made from: the rules' settings and the phrase rules' wrong forms; catalogs by their names. */
function keyOf(rules: readonly Rule[], rulebook: Rulebook): string {
  return fingerprintKey('near-miss', rulebook, () => [
    ...rules.map((rule) => JSON.stringify([rule.id, rule.with])),
    ...rulebook.rules.flatMap(({ wrong }) => wrong),
  ])
}

/** A row that is no form is left out: a test holds the catalogs to having none, and own catalogs are told by line. */
function readCatalogs(selections: ReadonlyMap<string, readonly RowSelection[]>, rulebook: Rulebook): ReadRows[] {
  return [...selections].map(([name, chosen]) => readRows(rulebook.catalogs[name]!, chosen))
}

/** Wrong forms that phrase rules list are theirs to find. */
function listedWrong({ rules }: Rulebook): ReadRows {
  const known = rules.flatMap(({ wrong }) => wrong.map(skeletonText)).filter((whole) => whole.length > 1)
  return { forms: [], enumerations: [], known, problems: [] }
}

/** One object, whose properties a snapshot reads when they are first asked for: the forms only when one may be meant. */
interface Tables extends CatalogIndex {
  readonly enumerations: EnumerationIndex
}

function nearMissMatcher(rules: readonly Rule[], tables: () => Tables): Matcher {
  return {
    kind: 'near-miss',
    reach: 'segment',
    layer: 'wording',
    company: 'pages',
    find(reading, segments) {
      const made = tables()
      const found = suspects({ index: made, enumerations: made.enumerations }, segments)
      return found.flatMap((suspect) => findIn(suspect, segments[suspect.place]!, { tables: made, rules, reading }))
    },
  }
}

function buildTables(rows: readonly ReadRows[]): Tables {
  const forms = rows.flatMap((read) => read.forms)
  const known = rows.flatMap((read) => read.known)
  return {
    ...buildIndex(forms, known),
    enumerations: buildEnumerations(rows.flatMap((read) => read.enumerations)),
  }
}

interface Search {
  readonly tables: Tables
  readonly rules: readonly Rule[]
  readonly reading: Reading
}

function findIn(suspect: Suspect, segment: Segment, search: Search): Match[] {
  const { tables, reading } = search
  const { misses, isKnown } = nearMisses(tables, suspect, {
    segmenter: reading.segmenter,
    isInForce: ({ period }) => isInForce(period, reading.document.date),
  })
  const broken = brokenEnumerations(tables.enumerations, { skeleton: suspect.skeleton, meant: suspect.meant, isKnown })
  return [
    ...misses.flatMap((miss) => matchesOf(miss, segment, search)),
    ...broken.flatMap((run) => matchesOfRun(run, segment, search)),
  ]
}

function matchesOf(miss: NearMiss, segment: Segment, { tables, rules }: Search): Match[] {
  const { forms } = tables
  const form = forms[miss.form]!
  const right = [...new Set([form.text, ...miss.others.map((other) => forms[other]!.text)])]
  return form.rules.map((rule) => ({
    rule: rules[rule]!,
    segment,
    span: { start: miss.start, end: miss.end },
    right,
    facts: { right: form.text, diff: inWords(miss.changes, form.skeleton, miss.written) },
    valid: form.period,
    sources: form.citations,
    ...(isDoubtful(miss, rules[rule]!) && rules[rule]!.severity === 'error' ? { severity: 'warning' as const } : {}),
  }))
}

/** Whether a person must look: another choice of words is as likely as a fault. */
function isDoubtful({ sure, slip }: NearMiss, rule: Rule): boolean {
  return !sure || (rule.with['lenient'] === true && !slip)
}

function matchesOfRun(
  { enumeration, start, end, difference }: BrokenEnumeration,
  segment: Segment,
  { rules }: Search,
): Match[] {
  const right = enumeration.items.join('、')
  return enumeration.rules.map((rule) => ({
    rule: rules[rule]!,
    segment,
    span: { start, end },
    right: [right],
    facts: { right: `${enumeration.name}：${right}`, diff: difference },
    valid: enumeration.period,
    sources: enumeration.citations,
    ...(rules[rule]!.severity === 'error' ? { severity: 'warning' as const } : {}),
  }))
}
