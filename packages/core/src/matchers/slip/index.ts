import { margin } from '../../model/character-table.ts'
import type { LanguageModel } from '../../model/language-model.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Match, Matcher, MatcherKind, Rule, Segment } from '../../types.ts'
import { doubt, type Places } from '../close-reading/places.ts'
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

/** A slip in a pair, by where it begins; its sort is the place of its finder. */
interface SortedSlip {
  readonly at: number
  readonly length: number
  readonly right: string
  readonly sort: number
}

function slipMatcher(rules: readonly Rule[], reading: CloseReading): Matcher {
  const faults = rules.map((rule) => String(rule.with['fault']))
  const asked = reading.add(pairQuestion(faults.map((fault) => finders[fault])))
  return {
    kind: 'slip',
    reach: 'segment',
    layer: 'typos',
    find(read, segments) {
      const model = read.model?.()
      if (model === undefined) return []
      const found = rules.map((): Match[] => [])
      for (const { segment, found: slip } of askAbout(asked, segments, { document: read.document, model })) {
        const { at, length, right, sort } = slip
        found[sort]!.push(matchOf({ start: at, end: at + length, right }, segment, rules[sort]!))
      }
      const split = faults.indexOf('split')
      for (const segment of split < 0 ? [] : segments) {
        if (!hasAny(segment, trait.blank)) continue
        for (const slip of splitWords(segment.text, model)) found[split]!.push(matchOf(slip, segment, rules[split]!))
      }
      return found.flat()
    },
  }
}

/** What is asked of pairs that may stand in the wrong order. */
function pairQuestion(sorts: readonly (SlipFinder | undefined)[]): Question<SortedSlip> {
  return {
    key: 'slip',
    doubts: sorts.some((finder) => finder !== undefined) ? doubt.order : 0,
    isPlain: (left, right, model) => !sorts.some((finder) => finder?.mayBe(left, right, model)),
    find(places, { model, sound }) {
      const { ids } = places
      const found: SortedSlip[] = []
      for (let index = 0; index < places.pairCount; index++) {
        if ((places.doubts[index]! & doubt.order) === 0) continue
        const at = places.pairs[index]!
        let isSound = true
        for (let sort = 0; sort < sorts.length; sort++) {
          const finder = sorts[sort]
          if (!finder?.mayBe(ids[at + margin]!, ids[at + margin + 1]!, model) || !finder.mayBeAt(places, at, model))
            continue
          isSound = false
          const slip = closely(places, at, { model, sound, sort, finder })
          if (slip === undefined) continue
          const { start, end, right } = slip
          found.push({ at: start, length: end - start, right, sort })
        }
        if (isSound) sound.keep(places, index, doubt.order)
      }
      return found
    },
  }
}

/** What the finder finds, unless it found nothing in the same surroundings before. */
function closely(
  places: Places,
  at: number,
  { sort, finder, model, sound }: QuestionSettings & { sort: number; finder: SlipFinder },
): Slip | undefined {
  if (sound.isKeptFar(places, at, sort)) return undefined
  const slip = finder.findAt(places.text, at, model)
  if (slip === undefined) sound.keepFar()
  if (slip === undefined || finder.isLeftAlone === undefined) return slip
  const own = places.inSegment(at)
  return finder.isLeftAlone(own.text, own.at) ? undefined : slip
}

function matchOf({ start, end, right }: Slip, segment: Segment, rule: Rule): Match {
  const facts = { written: segment.text.slice(start, end), meant: right }
  return { rule, segment, span: { start, end } as Match['span'], right: [right], facts }
}
