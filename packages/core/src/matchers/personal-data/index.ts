import { type DivisionCodes, divisionCodes } from '../../privacy/divisions.ts'
import { hasLongNumber } from '../../privacy/long-number.ts'
import { cellsOf, gather } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, IsoDate, Match, Matcher, MatcherKind, Rule, Rulebook, Segment } from '../../types.ts'
import { type NamedSetting, namedSettingSchema, requireKnown } from '../named-setting.ts'
import { isReply } from '../reply/recognise.ts'
import { bankCardDetector, type CardPrefix } from './bank-card.ts'
import { findCreditCodes } from './credit-code.ts'
import { findIdentityNumbers } from './identity-number.ts'
import { mailboxDetector } from './mailbox.ts'
import { mobileNumberDetector } from './mobile-number.ts'
import { type Detector, linesBefore, pageOf, type Sighting, type Whole } from './page.ts'
import { type RulesByData, rulesByData } from './settings.ts'
import { findSplitNumbers } from './split-cells.ts'
import { rowsOf, tablesOf } from './tables.ts'
import { findTravelDocuments } from './travel-document.ts'
import { findVehiclePlates } from './vehicle-plate.ts'
import { findWeakMasking } from './weak-masking.ts'

const DATA: NamedSetting = {
  setting: 'data',
  known: [
    'identity-number',
    'identity-number-doubtful',
    'identity-number-old',
    'identity-number-rounded',
    'weak-masking',
    'mobile-number',
    'private-mailbox',
    'bank-card',
    'passport',
    'travel-permit',
    'vehicle-plate',
    'credit-code',
  ],
}

/**
 * Personal data that is validated, not counted: `with: {data: identity-number}` names what a rule speaks of.
 * Context decides the severity; every match of a person's data carries `masked`.
 */
export const personalData: MatcherKind = {
  kind: 'personal-data',
  settings: namedSettingSchema(DATA),
  compile(rules, rulebook) {
    if (rules.length === 0) return undefined
    requireKnown(rules, DATA)
    return personalDataMatcher(rulesByData(rules), rulebook)
  },
}

function personalDataMatcher(rules: RulesByData, rulebook: Rulebook): Matcher {
  const detectors = detectorsFor(rules, rulebook)
  const divisions = divisionCodes(() => rulebook.catalogs['division-codes'] ?? NO_DIVISIONS)
  return {
    kind: 'personal-data',
    reach: 'document',
    layer: 'privacy',
    find(reading) {
      const whole = new WholeDocument(reading.document, rulebook, divisions)
      return [...matchesOn(whole, detectors), ...matchesOverCells(whole)].flatMap(({ segment, sighting }) =>
        matchesOf(segment, sighting, rules),
      )
    },
  }
}

const NO_DIVISIONS = { name: 'division-codes', title: '', asOf: '', sources: [], columns: [], rows: [] }

interface Placed {
  readonly segment: Segment
  readonly sighting: Sighting
}

/** A class, for each object that is written with getters has a shape of its own, which outlives it for long. */
class WholeDocument implements Whole {
  readonly document: Document
  readonly today: IsoDate
  readonly divisions: DivisionCodes
  #isReply: boolean | undefined
  #linkTexts: ReadonlySet<string> | undefined

  constructor(document: Document, { asOf }: Rulebook, divisions: DivisionCodes) {
    this.document = document
    this.today = document.date === 'unknown' ? asOf : document.date
    this.divisions = divisions
  }

  get isReply(): boolean {
    this.#isReply ??= isReply(this.document)
    return this.#isReply
  }

  get linkTexts(): ReadonlySet<string> {
    this.#linkTexts ??= new Set(this.document.links.map(({ text = '' }) => text.trim().toLowerCase()))
    return this.#linkTexts
  }
}

function detectorsFor(rules: RulesByData, rulebook: Rulebook): Detector[] {
  return [
    findIdentityNumbers,
    findCreditCodes,
    findTravelDocuments,
    findVehiclePlates,
    findWeakMasking,
    mobileNumberDetector(rules.list('mobile-number', 'prefixes')),
    mailboxDetector(rules.list('private-mailbox', 'hosts')),
    bankCardDetector(cardPrefixes(rulebook)),
  ]
}

function cardPrefixes(rulebook: Rulebook): CardPrefix[] {
  return (rulebook.catalogs['card-prefixes']?.rows ?? []).map((row) => ({
    prefix: row['prefix'] ?? '',
    lengths: (row['lengths'] ?? '').split(' ').map(Number),
    domestic: row['domestic'] === 'yes',
  }))
}

/** What was seen in a segment while the same lines stood before it. */
interface Seen {
  isReply?: boolean
  before?: readonly string[]
  sightings?: readonly Sighting[]
}

function matchesOn(whole: Whole, detectors: readonly Detector[]): Placed[] {
  const tableOf = tablesOf(whole.document)
  const placed: Placed[] = []
  for (const { segment, said: seen } of gather(whole.document, matchesOn, numbered)) {
    if (!isSeen(segment, whole, seen)) {
      const page = pageOf(segment, tableOf(segment), whole)
      seen.sightings = detectors.flatMap((detect) => detect(page))
    }
    for (const sighting of seen.sightings ?? []) placed.push({ segment, sighting })
  }
  return placed
}

/** The digits and stars of a passport's number, which is the shortest that is looked for. */
const SHORTEST = 7

const WIDE_LETTER = /[Ａ-Ｚａ-ｚ]/

/** Letters may be a part of a number, or its whole; without them it is known by its length. */
function numbered(segment: Segment): Seen | undefined {
  if (!hasAny(segment, trait.digit | trait.wideDigit | trait.at)) return undefined
  const mayBe =
    hasAny(segment, trait.latin | trait.at) ||
    (hasAny(segment, trait.variant) && WIDE_LETTER.test(segment.text)) ||
    hasLongNumber(segment.text, SHORTEST)
  return mayBe ? {} : undefined
}

/** Outside tables and links the detectors see the same while the lines before are the same; remembers these. */
function isSeen(segment: Segment, { document, isReply }: Whole, seen: Seen): boolean {
  if (segment.memory === undefined || segment.cell !== undefined || segment.scope === 'link') return false
  const before = linesBefore(segment, document.segments)
  const isSame =
    seen.isReply === isReply &&
    seen.before?.length === before.length &&
    before.every((line, index) => line === seen.before?.[index])
  seen.isReply = isReply
  seen.before = before
  return isSame
}

function matchesOverCells(whole: Whole): Placed[] {
  if (!mayHoldSplit(cellsOf(whole.document))) return []
  const rows = rowsOf(whole.document).filter(mayHoldSplit)
  return rows.flatMap((row) => findSplitNumbers(row, whole))
}

/** The digits of a mobile number, the shortest that is written over cells. */
const SHORTEST_SPLIT = 11

/** Whether the cells with digits have room for a number, all of a document's or those of a row. */
function mayHoldSplit(row: readonly Segment[]): boolean {
  let room = 0
  for (const cell of row) if (hasAny(cell, trait.digit | trait.wideDigit)) room += cell.text.length
  return room >= SHORTEST_SPLIT
}

function matchesOf(segment: Segment, sighting: Sighting, rules: RulesByData): Match[] {
  const { data, ...rest } = sighting
  return rules.of(data).map((rule: Rule) => ({ rule, segment, ...rest }))
}
