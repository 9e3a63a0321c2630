import type { PlacedMatch } from './exemptions/covered.ts'
import { judge } from './exemptions/index.ts'
import { formatFor } from './formats/index.ts'
import { compileMatchers } from './matchers/index.ts'
import type { ModelProvider } from './model/language-model.ts'
import type { SeveritySettings } from './report/finding.ts'
import { type TellingSettings, tell } from './report/tell.ts'
import { intlSegmenter } from './segmentation/intl.ts'
import { DraftMemory } from './session/draft-memory.ts'
import { type FoundMatch, findAll, findInEach } from './session/find.ts'
import { timedMatchers, untimed } from './timing.ts'
import type { Document, FileReport, Match, Reading, Rulebook, Segmenter, Source, Timing } from './types.ts'

/** What a checker is made of. */
export interface CheckerOptions {
  readonly rulebook: Rulebook
  /** Words for the boundary questions; Intl.Segmenter when absent. */
  readonly segmenter?: Segmenter
  /** Counts of the language for the statistical rules, which are silent without them. */
  readonly model?: ModelProvider
  /** Told how long `compile`, `extract`, each `match <kind>`, `rule <id>`, `exempt` and `report` take. */
  readonly timing?: Timing
}

/** What a project may set for one file and another differently. */
export interface CheckSettings {
  /** Severities by rule id or category; the id wins. */
  readonly severities?: SeveritySettings
  /** Phrases that the project allows wherever they stand. */
  readonly allow?: readonly string[]
}

/** Reads drafts and says where their wording is wrong: synchronous, pure, deterministic. */
export interface Checker {
  /** Never throws on any text; what could not be read is in the report's problems. */
  check(source: Source, settings?: CheckSettings): FileReport
  /**
   * The reports that `check` gives of each source, in their order, nearly twice as soon where there are many: the drafts
   * are read together, kind of error by kind of error.
   */
  checkAll(sources: readonly Source[], settingsFor?: (source: Source) => CheckSettings): FileReport[]
  /** A checker for one draft that is checked again and again as it is edited; it says the same, sooner. */
  openSession(): Pick<Checker, 'check'>
}

/**
 * Makes a checker.
 * @throws RulebookError when the rulebook's rules do not compile.
 */
export function createChecker(options: CheckerOptions): Checker {
  const { rulebook, segmenter = intlSegmenter(), model, timing } = options
  const timed = timing ?? untimed
  const matchers = timedMatchers(
    timed('compile', () => compileMatchers(rulebook)),
    timing,
  )
  const known = new Set(rulebook.rules.flatMap(({ id, category }) => [id, category]))
  const open = (source: Source, memory?: DraftMemory): Reading => {
    const document = timed('extract', () => read(source, memory))
    return { document, segmenter, ...(model && { model }), ...(timing && { timing }) }
  }
  const conclude = (reading: Reading, found: readonly FoundMatch[], { severities = {}, allow = [] }: CheckSettings) => {
    const verdict = timed('exempt', () => judge(found.map(placed), reading, { allow, known }))
    return timed('report', () => report(reading.document, verdict, { rulebook, severities }))
  }
  const checkWith =
    (memory?: DraftMemory): Checker['check'] =>
    (source, settings = {}) => {
      const reading = open(source, memory)
      memory?.settle(reading.document, settings)
      return conclude(reading, findAll(reading, matchers), settings)
    }
  return {
    check: checkWith(),
    checkAll: (sources, settingsFor = () => ({})) =>
      groupsOf(sources).flatMap((group) => {
        const readings = group.map((source) => open(source))
        const found = findInEach(readings, matchers)
        return readings.map((reading, at) => conclude(reading, found[at]!, settingsFor(group[at]!)))
      }),
    openSession: () => ({ check: checkWith(new DraftMemory()) }),
  }
}

/** Characters that are read together: enough that tables are fetched seldom, and not too much to hold. */
const GROUP = 100_000

/** The sources one after the other in groups of about {@link GROUP} characters. */
function groupsOf(sources: readonly Source[]): Source[][] {
  const groups: Source[][] = []
  let room = 0
  for (const source of sources) {
    if (room <= 0) {
      groups.push([])
      room = GROUP
    }
    groups.at(-1)!.push(source)
    room -= source.text.length
  }
  return groups
}

/** Source → Document. */
function read(source: Source, memory: DraftMemory | undefined): Document {
  const format = formatFor(source.format)
  const extraction = memory?.extract(source) ?? format.extract(source.text)
  const { segments, links, directives, problems } = extraction
  const unknown = format.name === source.format ? [] : [unknownFormat(source.format)]
  const date = source.date ?? extraction.date ?? source.dateOtherwise ?? 'unknown'
  return {
    source,
    segments,
    links,
    directives,
    problems: [...unknown, ...problems],
    date,
    ...(memory && { gathering: memory.gathering }),
  }
}

/** A match with its place in the source. */
function placed({ match, layer, memory }: FoundMatch): PlacedMatch {
  const place = placeOf(match)
  return memory === undefined ? { match, layer, place } : { match, layer, place, memory }
}

/** Matches, judged → Findings and what was exempted. */
function report(document: Document, { judged, problems }: Verdict, settings: TellingSettings): FileReport {
  return {
    uri: document.source.uri,
    format: document.source.format,
    date: document.date,
    characters: document.source.text.length,
    problems: [...document.problems, ...problems],
    ...tell(judged, settings),
    links: [...new Set(document.links.map(({ url }) => url))],
  }
}

type Verdict = ReturnType<typeof judge>

function placeOf({ at, segment, span }: Match): PlacedMatch['place'] {
  return at ?? segment.map.toDocument(span)
}

function unknownFormat(name: string): Document['problems'][number] {
  return { message: `不认识的格式 ${name}，按纯文本检查`, effect: 'partial' }
}
