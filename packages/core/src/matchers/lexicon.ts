import { type Normalised, normaliseSegment } from '../text/normalise.ts'
import { hasAny, trait } from '../text/traits.ts'
import type { Rulebook, Segment } from '../types.ts'
import type { Visit } from './automaton/scan.ts'
import { type Automaton, prepareAutomaton } from './automaton.ts'
import { type JointHit, type JointScan, jointScan } from './lexicon/joint-scan.ts'

/** The literal forms of one kind of matcher. */
export interface Forms {
  /** Visits each form in the segment's normalised text, overlapping ones too: by their ends, the longer one first. */
  scan(segment: Segment, visit: (form: number, start: number, end: number, text: Normalised) => void): void
  /** Whether one of them stands in the segment's normalised text. */
  standsIn(segment: Segment): boolean
  /** Whether one of them may stand in its text, normalised or as it is written; to be asked before anything is made. */
  mayStandIn(segment: Segment): boolean
  /** The segments that one of them may stand in; most texts have none. */
  among(segments: readonly Segment[]): readonly Segment[]
  /** The same as `scan` in the text as it is written. */
  scanWritten(segment: Segment, visit: Visit): void
}

/**
 * The forms of all kinds of matchers. They are looked for together, in one pass over a segment, when the first kind
 * asks about it; the others are told what was found, which nearly always is nothing.
 */
export class Lexicon {
  readonly #automata: Automaton[] = []
  readonly #known = new Map<string, Forms>()
  readonly #store: Rulebook['prepared']
  #scan: JointScan | undefined

  constructor(store: Rulebook['prepared']) {
    this.#store = store
  }

  /** Adds distinct, non-empty patterns; key and patterns as for prepareAutomaton. */
  add(key: string, patterns: () => readonly string[]): Forms {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const automaton = prepareAutomaton(this.#store, key, patterns)
    const forms = this.#formsOf(this.#automata.push(automaton) - 1, automaton)
    this.#known.set(key, forms)
    this.#scan = undefined
    return forms
  }

  /** Says that all forms are added: what they are looked for by together then comes from the store, or goes into it. */
  settle(): void {
    if (this.#automata.length > 0) this.#scan ??= this.#joint()
  }

  #joint(): JointScan {
    return jointScan(this.#automata, this.#store, `joint ${JSON.stringify([...this.#known.keys()])}`)
  }

  #formsOf(kind: number, automaton: Automaton): Forms {
    const standsIn = (segment: Segment): boolean => hasKind(this.#hitsIn(segment), kind)
    const mayStandIn = (segment: Segment): boolean => standsIn(segment) || hasAny(segment, trait.variant)
    return {
      standsIn,
      mayStandIn,
      among: (segments) => thoseThat(mayStandIn, segments),
      scan: (segment, visit) => {
        let text: Normalised | undefined
        for (const hit of this.#hitsIn(segment)) {
          if (hit.automaton !== kind) continue
          text ??= normaliseSegment(segment)
          visit(hit.pattern, hit.start, hit.end, text)
        }
      },
      scanWritten: (segment, visit) => {
        if (hasAny(segment, trait.variant)) {
          automaton.scan(segment.text, visit)
          return
        }
        for (const hit of this.#hitsIn(segment)) if (hit.automaton === kind) visit(hit.pattern, hit.start, hit.end)
      },
    }
  }

  /** The forms of all kinds that stand in the segment's normalised text. */
  #hitsIn(segment: Segment): readonly JointHit[] {
    this.#scan ??= this.#joint()
    const { forms } = segment
    if (forms?.scan === this.#scan) return forms.hits
    const hits = this.#scan(normaliseSegment(segment).text)
    ;(segment as { forms?: Segment['forms'] }).forms = hits.length === 0 ? this.#nothing() : { scan: this.#scan, hits }
    return hits
  }

  #none: NonNullable<Segment['forms']> | undefined

  /** One object for all segments without a form. */
  #nothing(): NonNullable<Segment['forms']> {
    const scan = this.#scan!
    if (this.#none?.scan !== scan) this.#none = { scan, hits: [] }
    return this.#none
  }
}

function hasKind(hits: readonly JointHit[], kind: number): boolean {
  for (let at = 0; at < hits.length; at++) if (hits[at]!.automaton === kind) return true
  return false
}

/** As `filter`, which makes a list also where nothing is in it. */
function thoseThat(mayStandIn: (segment: Segment) => boolean, segments: readonly Segment[]): readonly Segment[] {
  let found: Segment[] | undefined
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at]!
    if (!mayStandIn(segment)) continue
    found ??= []
    found.push(segment)
  }
  return found ?? NO_SEGMENTS
}

const NO_SEGMENTS: readonly Segment[] = []

const lexicons = new WeakMap<Rulebook, Lexicon>()

/** The one lexicon of a rulebook's matchers. */
export function lexiconOf(rulebook: Rulebook): Lexicon {
  const lexicon = lexicons.get(rulebook) ?? new Lexicon(rulebook.prepared)
  lexicons.set(rulebook, lexicon)
  return lexicon
}
