import type { LanguageModel } from '../../model/language-model.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Match, Matcher, MatcherKind, Rule, Segment } from '../../types.ts'
import type { Places } from '../close-reading/places.ts'
import type { Question, QuestionSettings } from '../close-reading/question.ts'
import { askAbout, type CloseReading, closeReadingOf } from '../close-reading.ts'
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

/** Finds one sort of slip in a pair of characters, given by where its first one stands. */
export interface SlipFinder {
  /** The doubt about a pair that it looks into. */
  readonly doubt: number
  /** Whether there may be one anywhere, by the pair alone, given by its characters' numbers. */
  mayBe(left: number, right: number, model: LanguageModel): boolean
  /** Whether there may be one, by the pair, of which {@link mayBe} is true, and two characters to each side. */
  mayBeAt(places: Places, at: number, model: LanguageModel): boolean
  /** The slip, by the Han characters around as far as they are cut into words. */
  findAt(text: string, at: number, model: LanguageModel): Slip | undefined
  /** Whether the pair stands where counts know nothing, however far one must look. */
  isLeftAlone?(text: string, at: number): boolean
}

const finders: Readonly<Record<string, SlipFinder>> = { swapped: swappedCharacters, missing: missingCharacters }

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
    properties: { fault: { enum: [...Object.keys(finders), 'split'] } },
  },
  compile(rules, rulebook) {
    return rules.length === 0 ? undefined : slipMatcher(rules, closeReadingOf(rulebook))
  },
}

/** A slip in a pair, by where it begins. */
interface SlipInPair {
  readonly at: number
  readonly length: number
  readonly right: string
}

function slipMatcher(rules: readonly Rule[], reading: CloseReading): Matcher {
  const faults = rules.map((rule) => String(rule.with['fault']))
  const asked = faults.map((fault) => finders[fault] && reading.add(pairQuestion(fault, finders[fault])))
  return {
    kind: 'slip',
    reach: 'segment',
    layer: 'typos',
    find(read, segments) {
      const model = read.model?.()
      if (model === undefined) return []
      return rules.flatMap((rule, index) => {
        const question = asked[index]
        if (question === undefined) return splitIn(segments, rule, model)
        return askAbout(question, segments, { document: read.document, model }).map(({ segment, found }) =>
          matchOf({ start: found.at, end: found.at + found.length, right: found.right }, segment, rule),
        )
      })
    },
  }
}

/** What is asked of pairs that may be a slip of one sort. */
function pairQuestion(fault: string, finder: SlipFinder): Question<SlipInPair> {
  return {
    key: `slip ${fault}`,
    doubts: finder.doubt,
    isPlain: (left, right, model) => !finder.mayBe(left, right, model),
    find(places, settings) {
      const found: SlipInPair[] = []
      for (let index = 0; index < places.pairCount; index++) {
        if ((places.doubts[index]! & finder.doubt) === 0) continue
        const at = places.pairs[index]!
        if (!finder.mayBeAt(places, at, settings.model)) {
          settings.sound.keep(places, index, finder.doubt)
          continue
        }
        const slip = closely(places, at, { ...settings, finder })
        if (slip !== undefined) found.push({ at: slip.start, length: slip.end - slip.start, right: slip.right })
      }
      return found
    },
  }
}

/** What the finder finds, unless it found nothing in the same surroundings before. */
function closely(
  places: Places,
  at: number,
  { finder, model, sound }: QuestionSettings & { finder: SlipFinder },
): Slip | undefined {
  if (sound.isKeptFar(places, at, finder.doubt)) return undefined
  const slip = finder.findAt(places.text, at, model)
  if (slip === undefined) sound.keepFar()
  if (slip === undefined || finder.isLeftAlone === undefined) return slip
  const own = places.inSegment(at)
  return finder.isLeftAlone(own.text, own.at) ? undefined : slip
}

function splitIn(segments: readonly Segment[], rule: Rule, model: LanguageModel): Match[] {
  const found: Match[] = []
  for (const segment of segments) {
    if (!hasAny(segment, trait.blank)) continue
    for (const slip of splitWords(segment.text, model)) found.push(matchOf(slip, segment, rule))
  }
  return found
}

function matchOf({ start, end, right }: Slip, segment: Segment, rule: Rule): Match {
  const facts = { written: segment.text.slice(start, end), meant: right }
  return { rule, segment, span: { start, end } as Match['span'], right: [right], facts }
}
