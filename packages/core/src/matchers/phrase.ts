import { fingerprint } from '../report/fingerprint.ts'
import { normalise } from '../text/normalise.ts'
import type { Match, Matcher, MatcherKind, Rule, Segment } from '../types.ts'
import { type Automaton, prepareAutomaton } from './automaton.ts'

/** Literal wrong forms, all rules in one automaton; full-width and zero-width spellings are seen through. */
export const phrase: MatcherKind = {
  kind: 'phrase',
  compile(rules, { prepared }) {
    const owners = ownersOf(rules)
    if (owners.size === 0) return undefined
    const forms = [...owners.keys()]
    const automaton = prepareAutomaton(prepared, `phrase ${fingerprint(forms)}`, () => forms)
    return phraseMatcher([...owners.values()], automaton)
  },
}

/** Each wrong form with the rules that have it: several when their periods differ. */
function ownersOf(rules: readonly Rule[]): Map<string, Rule[]> {
  const owners = new Map<string, Rule[]>()
  for (const rule of rules) {
    for (const form of rule.wrong) owners.set(form, [...(owners.get(form) ?? []), rule])
  }
  return owners
}

function phraseMatcher(owners: readonly (readonly Rule[])[], automaton: Automaton): Matcher {
  const findIn = (segment: Segment): Match[] => {
    const { text, toText } = normalise(segment.text)
    const matches: Match[] = []
    automaton.scan(text, (form, start, end) => {
      const span = toText({ start, end })
      for (const rule of owners[form] ?? []) matches.push({ rule, segment, span })
    })
    return matches
  }
  return { kind: 'phrase', reach: 'segment', layer: 'wording', find: (_, segments) => segments.flatMap(findIn) }
}
