import type { LanguageModel } from '../../model/language-model.ts'
import { recall } from '../../text/recall.ts'
import type { Match, Matcher, MatcherKind, Reading, Rule, Segment } from '../../types.ts'
import { missingCharacters } from './missing.ts'
import { splitWords } from './split.ts'
import { swappedCharacters } from './swapped.ts'

/** A stretch of a segment, UTF-16 units, that is a known word once a slip is mended. */
export interface Slip {
  readonly start: number
  readonly end: number
  /** The word. */
  readonly right: string
}

/** Finds one sort of slip in a text. */
export type SlipFinder = (text: string, model: LanguageModel) => readonly Slip[]

const finders: Readonly<Record<string, SlipFinder>> = {
  swapped: swappedCharacters,
  missing: missingCharacters,
  split: splitWords,
}

/**
 * Characters exchanged, left out or set apart inside words that the word list makes certain: `with: {fault: swapped}`.
 * The word must fit by counts as well. Silent without a model.
 */
export const slip: MatcherKind = {
  kind: 'slip',
  settings: {
    type: 'object',
    required: ['fault'],
    additionalProperties: false,
    properties: { fault: { enum: Object.keys(finders) } },
  },
  compile(rules) {
    return rules.length === 0 ? undefined : slipMatcher(rules)
  },
}

function slipMatcher(rules: readonly Rule[]): Matcher {
  return {
    kind: 'slip',
    reach: 'segment',
    layer: 'typos',
    find: (reading, segments) => rules.flatMap((rule) => segments.flatMap((segment) => findIn(rule, segment, reading))),
  }
}

function findIn(rule: Rule, segment: Segment, reading: Reading): readonly Match[] {
  const model = reading.model?.()
  const finder = finders[String(rule.with['fault'])]
  if (model === undefined || finder === undefined) return []
  const { text } = segment
  return recall(segment, finder, () => finder(text, model)).map(({ start, end, right }) => {
    const facts = { written: text.slice(start, end), meant: right }
    return { rule, segment, span: { start, end } as Match['span'], right: [right], facts }
  })
}
