import { RulebookError } from '../rulebook/error.ts'
import type { Matcher, MatcherKind, Rule, Rulebook } from '../types.ts'
import { arithmetic } from './arithmetic/index.ts'
import { calendar } from './calendar/index.ts'
import { citation } from './citation/index.ts'
import { confusion } from './confusion/index.ts'
import { contextPair } from './context-pair/index.ts'
import { homophone } from './homophone/index.ts'
import { lexiconOf } from './lexicon.ts'
import { links } from './links/index.ts'
import { meeting } from './meeting/index.ts'
import { mistyped } from './mistyped/index.ts'
import { misworded } from './misworded.ts'
import { nearMiss } from './near-miss/index.ts'
import { numerals } from './numerals/index.ts'
import { officialDocument } from './official-document/index.ts'
import { ordinalMarks } from './ordinal-marks.ts'
import { pairing } from './pairing/index.ts'
import { pairingMarks } from './pairing-marks/index.ts'
import { pattern } from './pattern/index.ts'
import { personalData } from './personal-data/index.ts'
import { phrase } from './phrase.ts'
import { autonomy } from './place/autonomy.ts'
import { belonging } from './place/belonging.ts'
import { punctuation } from './punctuation/index.ts'
import { early } from './renamed/early.ts'
import { renamed } from './renamed/index.ts'
import { repetition } from './repetition/index.ts'
import { reply } from './reply/index.ts'
import { sequence } from './sequence/index.ts'
import { slip } from './slip/index.ts'
import { spacing } from './spacing/index.ts'
import { statistical } from './statistical/index.ts'
import { units } from './units/index.ts'
import { variantWords } from './variant-words.ts'

/** Every kind of matcher, one file each; a rule's `detect` names one. */
const kinds: readonly MatcherKind[] = [
  arithmetic,
  autonomy,
  belonging,
  calendar,
  citation,
  confusion,
  contextPair,
  early,
  homophone,
  links,
  meeting,
  mistyped,
  misworded,
  nearMiss,
  numerals,
  officialDocument,
  ordinalMarks,
  pairing,
  pairingMarks,
  pattern,
  personalData,
  phrase,
  punctuation,
  renamed,
  reply,
  sequence,
  repetition,
  slip,
  spacing,
  statistical,
  units,
  variantWords,
]

/**
 * Builds the matchers that the rules of a rulebook need.
 * @throws RulebookError when a rule names no kind, or its settings are wrong.
 */
export function compileMatchers(rulebook: Rulebook): Matcher[] {
  const byKind = new Map<string, Rule[]>()
  for (const rule of rulebook.rules) {
    const known = byKind.get(rule.detect)
    if (known === undefined) byKind.set(rule.detect, [rule])
    else known.push(rule)
  }
  for (const [kind, [rule]] of byKind) {
    if (kinds.some((known) => known.kind === kind)) continue
    throw new RulebookError([
      {
        file: `${rule?.topic}.yaml`,
        line: 0,
        message: `${rule?.id} 的检测方式 ${kind} 不存在`,
        hint: `可选：${kinds.map((known) => known.kind).join('、')}`,
      },
    ])
  }
  const matchers = kinds.flatMap((kind) => {
    const matcher = kind.compile(byKind.get(kind.kind) ?? [], rulebook)
    return matcher === undefined ? [] : [matcher]
  })
  lexiconOf(rulebook).settle()
  return matchers
}
