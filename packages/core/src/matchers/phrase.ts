import { fingerprintKey } from '../rulebook/prepared.ts'
import type { Match, Matcher, MatcherKind, Rule, Segment } from '../types.ts'
import { type Forms, lexiconOf } from './lexicon.ts'

/** Literal wrong forms, those of all rules in the lexicon; full-width and zero-width spellings are seen through. */
export const phrase: MatcherKind = {
  kind: 'phrase',
  compile(rules, rulebook) {
    const owners = ownersOf(rules)
    if (owners.size === 0) return undefined
    const forms = [...owners.keys()]
    return phraseMatcher(
      [...owners.values()],
      lexiconOf(rulebook).add(
        fingerprintKey('phrase', rulebook, () => forms),
        () => forms,
      ),
    )
  },
}

/** Each wrong form with the rules that have it: several when their periods differ. */
function ownersOf(rules: readonly Rule[]): Map<string, Rule[]> {
  const owners = new Map<string, Rule[]>()
  for (const rule of rules) {
    for (const form of rule.wrong) {
      const known = owners.get(form)
      if (known === undefined) owners.set(form, [rule])
      else known.push(rule)
    }
  }
  return owners
}

function phraseMatcher(owners: readonly (readonly Rule[])[], forms: Forms): Matcher {
  const findIn = (segment: Segment): Match[] => {
    const matches: Match[] = []
    forms.scan(segment, (form, start, end, { toText }) => {
      const span = toText({ start, end })
      for (const rule of owners[form] ?? []) matches.push({ rule, segment, span })
    })
    return matches
  }
  return {
    kind: 'phrase',
    reach: 'segment',
    layer: 'wording',
    find: (_, segments) => forms.among(segments).flatMap(findIn),
  }
}
