import { asciiForm } from '../../privacy/ascii.ts'
import type {
  Document,
  Link,
  Match,
  Matcher,
  MatcherKind,
  Reading,
  Rule,
  Segment,
  SegmentSpan,
  Source,
} from '../../types.ts'
import { type NamedSetting, namedSettingSchema, requireKnown } from '../named-setting.ts'
import { addressOf } from './address.ts'
import { bareLookAlikes } from './bare-hosts.ts'
import { faultsOf } from './faults.ts'
import { type LinkPolicy, policyOf } from './policy.ts'
import { isWarnedOf } from './warned.ts'

const FAULT: NamedSetting = {
  setting: 'fault',
  known: [
    'script',
    'local-file',
    'credentials',
    'malformed',
    'look-alike',
    'private-network',
    'ip-host',
    'foreign-letters',
    'mismatch',
    'denied',
    'executable',
    'dead',
    'moved',
    'certificate',
    'insecure',
    'off-policy',
    'no-target',
  ],
}

/**
 * Where links go: `with: {fault: look-alike}` names what a rule speaks of; `allow`, `deny`, `https` are the policy.
 * Nothing is asked of the network here.
 */
export const links: MatcherKind = {
  kind: 'link',
  settings: namedSettingSchema(FAULT),
  compile(rules) {
    if (rules.length === 0) return undefined
    requireKnown(rules, FAULT)
    return linkMatcher(rules)
  },
}

function linkMatcher(rules: readonly Rule[]): Matcher {
  const policy = policyOf(rules)
  const ruleFor = new Map(rules.map((rule) => [String(rule.with['fault']), rule]))
  const matchesAt = (link: Link, places: Places, asked: LinkPolicy): Match[] =>
    faultsOf(addressOf(asciiForm(link.url)), link, asked).flatMap(({ fault, ...rest }) => {
      const rule = ruleFor.get(fault)
      if (rule === undefined) return []
      const place = places.of(link)
      return [{ rule, ...place, ...rest, ...(fault === 'look-alike' && isMentioned(link, place) ? MENTION : {}) }]
    })
  const bareMatches = (document: Document): Match[] => {
    const rule = ruleFor.get('look-alike')
    if (rule === undefined) return []
    return bareLookAlikes(document).map(({ host, segment, span }) => ({
      ...{ rule, segment, span, facts: { host } },
      ...(isWarnedOf(segment, span) ? MENTION : {}),
    }))
  }
  return {
    kind: 'link',
    reach: 'document',
    layer: 'links',
    find({ document }: Reading) {
      const bare = bareMatches(document)
      if (document.links.length === 0) return bare
      const places = placesIn(document)
      const asked = withAnswers(policy, document.source.answers)
      return [...bare, ...document.links.flatMap((link) => matchesAt(link, places, asked))]
    },
  }
}

const MENTION = { exempt: 'mention' } as const
/** An address that is only shown, in a sentence that warns of it. A live link is no mention. */
function isMentioned({ text, url }: Link, { segment, span }: Pick<Match, 'segment' | 'span'>): boolean {
  return span.end > 0 && (text === undefined || text.trim() === url) && isWarnedOf(segment, span)
}

function withAnswers(policy: LinkPolicy, answers: Source['answers']): LinkPolicy {
  if (answers === undefined) return policy
  return { ...policy, answers: new Map([...policy.answers, ...Object.entries(answers)]) }
}

/** Finds the segment that a link stands in. */
interface Places {
  of(link: Link): Pick<Match, 'segment' | 'span' | 'at'>
}

function placesIn({ segments }: Document): Places {
  return {
    of(link) {
      const segment = lastBefore(segments, link.span.start)
      const span = segment === undefined ? undefined : spanOf(link, segment)
      if (segment !== undefined && span !== undefined) return { segment, span }
      return { segment: segment ?? segments[0] ?? NOWHERE, span: { start: 0, end: 0 }, at: link.span }
    },
  }
}

const NOWHERE: Segment = {
  index: 0,
  text: '',
  scope: 'link',
  map: { toDocument: () => ({ start: 0, end: 0 }), isVerbatim: () => false },
}

/** Segments stand in the order in which they begin in the source. */
function lastBefore(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (segments[middle]!.map.toDocument({ start: 0, end: 1 }).start <= offset) low = middle + 1
    else high = middle
  }
  return segments[low - 1]
}

/** The stretch of the segment that is the link's target, where the target is its text; offsets rise with the source's. */
function spanOf({ url, span }: Link, { text, map }: Segment): SegmentSpan | undefined {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (map.toDocument({ start: middle, end: middle + 1 }).start < span.start) low = middle + 1
    else high = middle
  }
  return text.startsWith(url, low) ? { start: low, end: low + url.length } : undefined
}
