import { RulebookError } from '../../rulebook/error.ts'
import { hint } from '../../text/hints.ts'
import { normaliseSegment } from '../../text/normalise.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Match, Matcher, MatcherKind, Rule, Rulebook, Segment, SegmentSpan } from '../../types.ts'

/**
 * Names of autonomous prefectures, counties and banners: complete and in their order. 恩施自治州, 恩施土家族自治州 and
 * 恩施苗族土家族自治州 are all 恩施土家族苗族自治州. `with` names the catalog of places, the peoples, and the fault.
 */
export const autonomy: MatcherKind = {
  kind: 'autonomy',
  settings: {
    type: 'object',
    required: ['catalog', 'peoples', 'fault'],
    additionalProperties: false,
    properties: {
      catalog: { type: 'string' },
      peoples: { type: 'array', items: { type: 'string', minLength: 2 } },
      fault: { enum: ['shortened', 'altered'] },
    },
  },
  compile(rules, rulebook) {
    return rules.length === 0 ? undefined : autonomyMatcher(rules, rulebook)
  },
}

/** shortened: no people is named at all. altered: peoples are missing, added or in another order, or the rank is wrong. */
type FaultKind = 'shortened' | 'altered'

interface Gazetteer {
  /** By the name's part before its peoples (恩施): the full names that begin so. */
  readonly stems: ReadonlyMap<string, readonly string[]>
  /** Every full name, former ones too. */
  readonly names: ReadonlySet<string>
  /** Matches a run of names of peoples, with or without 族. */
  readonly run: RegExp
}

const TAIL = /自治[州县旗]/g
const LONGEST_NAME = 26
const NONE: readonly Match[] = []

function autonomyMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  let gazetteer: Gazetteer | undefined
  const findIn = (segment: Segment): readonly Match[] => {
    if (!hasHint(segment, hint.autonomy) && !hasAny(segment, trait.variant)) return NONE
    const { text, toText } = normaliseSegment(segment)
    if (!text.includes('自治')) return []
    gazetteer ??= readGazetteer(rules[0]!, rulebook)
    const known = gazetteer
    return [...text.matchAll(TAIL)].flatMap(({ index }) => {
      const found = judgeName(text, index + 3, known)
      if (found === undefined) return []
      return rules
        .filter((rule) => rule.with['fault'] === found.kind)
        .map((rule) => ({
          rule,
          segment,
          span: toText({ start: found.start, end: index + 3 }),
          right: [found.right],
          facts: { right: found.right },
        }))
    })
  }
  return { kind: 'autonomy', reach: 'segment', layer: 'wording', find: (_, segments) => segments.flatMap(findIn) }
}

interface Fault {
  readonly start: number
  readonly right: string
  readonly kind: FaultKind
}

/** What is wrong with the name that ends at `end`, if the catalog knows the place it means. */
function judgeName(text: string, end: number, gazetteer: Gazetteer): Fault | undefined {
  const window = Math.max(0, end - LONGEST_NAME)
  const tail = text.slice(end - 3, end)
  const exact = indexOfName(text, { start: window, end }, gazetteer)
  for (let start = window; start < (exact ?? end - 4); start++) {
    const fault = faultAt(text, { start, end }, gazetteer)
    // 临夏东乡族自治县 holds a right name of its own; 积石山保安族东乡族自治县 only seems to.
    if (fault !== undefined && (exact === undefined || fault.right.endsWith(tail))) return fault
  }
  return undefined
}

function indexOfName(text: string, { start, end }: SegmentSpan, { names }: Gazetteer): number | undefined {
  for (let at = start; at < end - 4; at++) if (names.has(text.slice(at, end))) return at
  return undefined
}

function faultAt(text: string, { start, end }: SegmentSpan, { stems, run }: Gazetteer): Fault | undefined {
  const tail = text.slice(end - 3, end)
  for (let length = Math.min(10, end - 3 - start); length >= 2; length--) {
    const candidates = stems.get(text.slice(start, start + length))
    const peoples = text.slice(start + length, end - 3)
    const [first] = candidates ?? []
    if (candidates === undefined || first === undefined || !run.test(peoples)) continue
    const right = candidates.find((name) => name.endsWith(tail)) ?? first
    return { start, right, kind: peoples === '' ? 'shortened' : 'altered' }
  }
  return undefined
}

function readGazetteer(rule: Rule, rulebook: Rulebook): Gazetteer {
  const catalog = rulebook.catalogs[String(rule.with['catalog'])]
  if (catalog === undefined) {
    throw new RulebookError([
      {
        file: `${rule.topic}.yaml`,
        line: 0,
        message: `${rule.id}：没有目录 ${rule.with['catalog']}`,
        hint: '改正 catalog',
      },
    ])
  }
  const peoples = [...(rule.with['peoples'] as readonly string[])].sort((a, b) => b.length - a.length)
  // 藏 and 白 without 族 begin other words; 维吾尔 and 哈萨克 do not.
  const one = peoples.map((people) => (people.length > 2 ? `${people.slice(0, -1)}族?` : people)).join('|')
  const trailing = new RegExp(`^(.{2,}?)(?:${one}|各族)*自治[州县旗]$`)
  const stems = new Map<string, string[]>()
  const names = new Set<string>()
  for (const { form = '', group } of catalog.rows) {
    if (!/自治[州县旗]$/.test(form)) continue
    names.add(form)
    const stem = trailing.exec(form)?.[1]
    if (group === 'autonomous' && stem !== undefined) stems.set(stem, [...(stems.get(stem) ?? []), form])
  }
  return { stems, names, run: new RegExp(`^(?:${one}|各族)*$`) }
}
