import { normalise } from '../text/normalise.ts'
import type { Match, Matcher, MatcherKind, Rule, Segment } from '../types.ts'
import { type Automaton, buildAutomaton } from './automaton.ts'

/** Literal wrong forms, all rules in one automaton; full-width and zero-width spellings are seen through. */
export const phrase: MatcherKind = {
  kind: 'phrase',
  compile(rules) {
    const forms = [...new Set(rules.flatMap(({ wrong }) => wrong))]
    if (forms.length === 0) return undefined
    const owners = forms.map((form) => rules.filter(({ wrong }) => wrong.includes(form)))
    return phraseMatcher(owners, buildAutomaton(forms))
  },
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
