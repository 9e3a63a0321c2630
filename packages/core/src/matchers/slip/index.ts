import type { LanguageModel } from '../../model/language-model.ts'
import { recall } from '../../text/recall.ts'
import type { Match, Matcher, MatcherKind, Rule, Segment } from '../../types.ts'
import { missingCharacters } from './missing.ts'
import { PairedText } from './paired-text.ts'
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
export type SlipFinder = (text: PairedText, model: LanguageModel) => readonly Slip[]

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
  const owned = rules.map((rule) => ({ rule, finder: finders[String(rule.with['fault'])] }))
  return {
    kind: 'slip',
    reach: 'segment',
    layer: 'typos',
    find(reading, segments) {
      const model = reading.model?.()
      if (model === undefined) return []
      const found = owned.map((): Match[] => [])
      for (const segment of segments) {
        const text = new PairedText(segment.text, model)
        for (const [index, { rule, finder }] of owned.entries()) {
          const slips = finder === undefined ? [] : recall(segment, finder, () => finder(text, model))
          for (const slip of slips) found[index]!.push(matchOf(slip, segment, rule))
        }
      }
      return found.flat()
    },
  }
}

function matchOf({ start, end, right }: Slip, segment: Segment, rule: Rule): Match {
  const facts = { written: segment.text.slice(start, end), meant: right }
  return { rule, segment, span: { start, end } as Match['span'], right: [right], facts }
}
