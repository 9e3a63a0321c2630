import { RulebookError } from '../../rulebook/error.ts'
import type { Match, Matcher, MatcherKind, Reading, Rule } from '../../types.ts'
import { doubledCharacters } from './characters.ts'
import { doubledParagraphs, doubledSentences } from './passages.ts'
import { doubledWords } from './words.ts'

/** Finds one kind of repetition in a document. */
export type RepetitionFinder = (reading: Reading) => readonly Repetition[]

/** A stretch that repeats what stands before it, and what should stand there instead. */
export interface Repetition extends Pick<Match, 'segment' | 'span'> {
  readonly right: string
  /** What is repeated. */
  readonly text: string
  readonly related?: Match['related']
}

const finders: Readonly<Record<string, RepetitionFinder>> = {
  character: doubledCharacters,
  word: doubledWords,
  sentence: doubledSentences,
  paragraph: doubledParagraphs,
}

/** What stands twice by slip of the keyboard: `with: {unit: character | word | sentence | paragraph}`. */
export const repetition: MatcherKind = {
  kind: 'repetition',
  settings: {
    type: 'object',
    required: ['unit'],
    additionalProperties: false,
    properties: { unit: { enum: Object.keys(finders) } },
  },
  compile(rules) {
    return rules.length === 0 ? undefined : repetitionMatcher(rules)
  },
}

function repetitionMatcher(rules: readonly Rule[]): Matcher {
  const owned = rules.map((rule) => ({ rule, finder: finderOf(rule) }))
  return {
    kind: 'repetition',
    reach: 'document',
    layer: 'typos',
    find: (reading) =>
      owned.flatMap(({ rule, finder }) =>
        finder(reading).map(
          ({ segment, span, right, text, related }): Match => ({
            rule,
            segment,
            span,
            right: [right],
            facts: { text },
            ...(related && { related }),
          }),
        ),
      ),
  }
}

function finderOf(rule: Rule): RepetitionFinder {
  const finder = finders[String(rule.with['unit'])]
  if (finder !== undefined) return finder
  const message = `${rule.id} 的 with.unit 不存在`
  throw new RulebookError([
    { file: `${rule.topic}.yaml`, line: 0, message, hint: `可选：${Object.keys(finders).join('、')}` },
  ])
}
