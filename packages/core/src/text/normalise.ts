import type { Segment, SegmentSpan, Span } from '../types.ts'
import { hasAny, isVariant, trait } from './traits.ts'

/** A stretch of normalised text. */
export type NormalisedSpan = Span<'normalised'>

/** Text in the one form that phrases are written in, and the way back to the text it came from. */
export interface Normalised {
  readonly text: string
  /** The stretch of the original text that `span` was made from, from its first character to its last. */
  toText(span: NormalisedSpan): SegmentSpan
}

const VARIANT =
  /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u2E80-\u2FDF\uF900-\uFAFF\uFE00-\uFE0F\uFEFF\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/
const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFE00-\uFE0F\uFEFF]/

/**
 * Full-width letters and digits become half-width, radicals and compatibility ideographs become the usual
 * ideographs, and characters that nobody sees (zero-width, soft hyphen, direction marks) go.
 *
 *     text         习 ZWSP 总 书 记 ２ ０
 *     normalised   习      总 书 记 2  0       every unit remembers where it began and ended
 *
 * Text that is in this form already is returned as it is, without a map.
 */
export function normalise(text: string): Normalised {
  const first = text.search(VARIANT)
  if (first === -1) return { text, toText: unmoved }
  return mapped(text, first)
}

/** A segment's text, normalised; most need not be looked through again. */
export function normaliseSegment(segment: Segment): Normalised {
  return hasAny(segment, trait.variant) ? normalise(segment.text) : { text: segment.text, toText: unmoved }
}

const unmoved: Normalised['toText'] = ({ start, end }) => ({ start, end })

function mapped(text: string, first: number): Normalised {
  let result = ''
  let done = 0
  for (let at = first; at < text.length; at++) {
    if (!isVariant(text.charCodeAt(at))) continue
    result += text.slice(done, at) + usualForm(text.charAt(at))
    done = at + 1
  }
  result += text.slice(done)
  // Hardly a text is asked for its way back: it holds no finding.
  let starts: readonly number[] | undefined
  const originOf = (offset: number): number => {
    starts ??= startsOf(text)
    return starts[offset] ?? text.length
  }
  return {
    text: result,
    toText: ({ start, end }) => {
      const from = originOf(start)
      return { start: from, end: end <= start ? from : originOf(end - 1) + 1 }
    },
  }
}

/** Of each unit of the normalised text where it began. */
function startsOf(text: string): readonly number[] {
  const starts: number[] = []
  for (let at = 0; at < text.length; at++) {
    const length = isVariant(text.charCodeAt(at)) ? usualForm(text.charAt(at)).length : 1
    for (let unit = 0; unit < length; unit++) starts.push(at)
  }
  return starts
}

/** What a variant is written as. */
function usualForm(variant: string): string {
  return INVISIBLE.test(variant) ? '' : variant.normalize('NFKC')
}
