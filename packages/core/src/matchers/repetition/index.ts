import type { LanguageModel } from '../../model/language-model.ts'
import { RulebookError } from '../../rulebook/error.ts'
import { gather } from '../../text/recall.ts'
import type { Match, Matcher, MatcherKind, Rule, Segment } from '../../types.ts'
import { doubledCharacters } from './characters.ts'
import { doubledParagraphs, doubledSentences } from './passages.ts'
import { Repeats } from './repeats.ts'
import { doubledWords } from './words.ts'

/** A stretch that repeats what stands before it, and what should stand there instead. */
export interface Repetition extends Pick<Match, 'segment' | 'span'> {
  readonly right: string
  /** What is repeated. */
  readonly text: string
  readonly related?: Match['related']
}

const UNITS = ['character', 'word', 'sentence', 'paragraph'] as const
type Unit = (typeof UNITS)[number]

/** What stands twice by slip of the keyboard: `with: {unit: character | word | sentence | paragraph}`. */
export const repetition: MatcherKind = {
  kind: 'repetition',
  settings: {
    type: 'object',
    required: ['unit'],
    additionalProperties: false,
    properties: { unit: { enum: UNITS } },
  },
  compile(rules) {
    return rules.length === 0 ? undefined : repetitionMatcher(rules)
  },
}

function repetitionMatcher(rules: readonly Rule[]): Matcher {
  const owned = rules.map((rule) => ({ rule, unit: unitOf(rule) }))
  const hasParagraphs = owned.some(({ unit }) => unit === 'paragraph')
  return {
    kind: 'repetition',
    reach: 'document',
    layer: 'typos',
    find({ document, ...reading }) {
      const model = reading.model?.()
      const within = gather(document, repetitionsIn, (segment) => repetitionsIn(segment, model))
      const paragraphs = hasParagraphs ? doubledParagraphs(document) : []
      return owned.flatMap(({ rule, unit }) => {
        const found = unit === 'paragraph' ? paragraphs : within.flatMap(({ said }) => said[unit])
        return found.map((repetition) => matchOf(repetition, rule))
      })
    },
  }
}

/** Filled by one segment after the other. */
const repeats = new Repeats()

/** What a segment repeats within itself; most repeat nothing. */
function repetitionsIn(
  segment: Segment,
  model: LanguageModel | undefined,
): Readonly<Record<Exclude<Unit, 'paragraph'>, readonly Repetition[]>> | undefined {
  if (!repeats.read(segment.text)) return undefined
  const character = doubledCharacters(segment, repeats, model)
  const word = doubledWords(segment, repeats, model)
  const sentence = doubledSentences(segment, repeats)
  return character.length + word.length + sentence.length === 0 ? undefined : { character, word, sentence }
}

function matchOf({ segment, span, right, text, related }: Repetition, rule: Rule): Match {
  return { rule, segment, span, right: [right], facts: { text }, ...(related && { related }) }
}

function unitOf(rule: Rule): Unit {
  const unit = UNITS.find((one) => one === rule.with['unit'])
  if (unit !== undefined) return unit
  const message = `${rule.id} 的 with.unit 不存在`
  throw new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message, hint: `可选：${UNITS.join('、')}` }])
}
