import { RulebookError } from '../rulebook/error.ts'
import { prepare } from '../rulebook/prepared.ts'
import type { Match, Matcher, MatcherKind, Period, Rule, Rulebook, Segment, SegmentSpan } from '../types.ts'
import type { Page } from './near-miss/page.ts'
import { eachPage } from './near-miss/pages.ts'
import { gapKinds, type Skeleton, skeletonText, textSpan } from './near-miss/skeleton.ts'
import { buildTrie, scan, type Trie } from './near-miss/trie.ts'

/**
 * Fixed wordings in which a word was exchanged for another one (人与自然和谐共处的现代化 for 和谐共生): too far for a slip,
 * so a catalog lists them. `with: {catalog: misworded, forms: fixed-expressions, level: sure}`; columns wrong, right,
 * form (the wording of the other catalog that is broken: its period and source hold), allow, level and note. Quote
 * marks and 、 do not count.
 */
export const misworded: MatcherKind = {
  kind: 'misworded',
  settings: {
    type: 'object',
    required: ['catalog', 'forms', 'level'],
    additionalProperties: false,
    properties: { catalog: { type: 'string' }, forms: { type: 'string' }, level: { enum: ['sure', 'likely'] } },
  },
  compile(rules, rulebook) {
    return rules.length === 0 ? undefined : miswordedMatcher(rules, rulebook)
  },
}

interface Wording {
  readonly rule: Rule
  readonly wrong: string
  readonly right: string
  /** Whether commas stand inside the wrong wording itself. */
  readonly hasClauses: boolean
  /** Longer stretches in which it is right. */
  readonly allow: readonly string[]
  readonly facts: Readonly<Record<string, string>>
  readonly valid: Period
  readonly source: string
  readonly at: string
}

function miswordedMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  let read: readonly Wording[] | undefined
  const wordings = (): readonly Wording[] => {
    read ??= rules.flatMap((rule) => wordingsOf(rule, rulebook))
    return read
  }
  const key = `misworded ${rules.map((rule) => JSON.stringify([rule.id, rule.with])).join(' ')}`
  const trie = prepare(rulebook.prepared, key, () => buildTrie(wordings().map(({ wrong }) => wrong)))
  return {
    kind: 'misworded',
    reach: 'segment',
    layer: 'wording',
    company: 'pages',
    find(_, segments) {
      const matches: Match[] = []
      eachPage(segments, (page, first) => {
        for (const { pattern, text, start, end } of hitsOn(page, trie())) {
          const wording = wordings()[pattern]!
          const skeleton = page.skeletonOf(text)
          if (isRight(wording, skeleton, { start, end })) continue
          matches.push(matchOf(wording, segments[first + text]!, textSpan(skeleton, start, end)))
        }
      })
      return matches
    },
  }
}

/** A pattern in a text of a page, by its place there. */
interface Hit {
  readonly pattern: number
  readonly text: number
  readonly start: number
  readonly end: number
}

/** By their texts and ends, the longer one first. The page is searched as one text: no wording has a margin in it. */
function hitsOn(page: Page, trie: Trie): Hit[] {
  const hits: Hit[] = []
  const whole = { codes: page.codes, from: page.starts[0]!, to: page.ends[page.count - 1]! }
  scan(trie, whole, (pattern, start, end) => {
    const text = page.textOf(start, end)
    const from = page.starts[text]!
    hits.push({ pattern, text, start: start - from, end: end - from })
  })
  return hits.sort((a, b) => a.text - b.text || a.end - b.end || a.start - b.start)
}

function matchOf(wording: Wording, segment: Segment, span: { start: number; end: number }): Match {
  const { rule, right, facts, valid, source, at } = wording
  const sources = source === '' ? {} : { sources: [at === '' ? { source } : { source, at }] }
  return { rule, segment, span: withMarks(span, segment.text, right), right: [right], facts, valid, ...sources }
}

/** Whether the stretch lies in a longer wording that is right, or runs over a comma that the wrong wording has not. */
function isRight({ allow, hasClauses }: Wording, skeleton: Skeleton, at: { start: number; end: number }): boolean {
  for (let i = at.start + 1; i < at.end; i++) if (!hasClauses && skeleton.gaps[i]! >= gapKinds.clause) return true
  return allow.some((phrase) => {
    const from = Math.max(0, at.end - phrase.length)
    const around = String.fromCharCode(...skeleton.codes.subarray(from, at.start + phrase.length))
    return around.includes(phrase)
  })
}

/** The stretch with the quote marks around it that the right wording begins or ends with. */
function withMarks(span: { start: number; end: number }, text: string, right: string): SegmentSpan {
  const lead = /^[^\p{L}\p{N}]*/u.exec(right)![0]
  const trail = /[^\p{L}\p{N}]*$/u.exec(right)![0]
  const start = text.slice(0, span.start).endsWith(lead) ? span.start - lead.length : span.start
  const end = text.startsWith(trail, span.end) ? span.end + trail.length : span.end
  return { start, end } as SegmentSpan
}

function wordingsOf(rule: Rule, { catalogs }: Rulebook): Wording[] {
  const { catalog, forms, level } = rule.with
  const rows = catalogs[String(catalog)]?.rows.filter((row) => row['level'] === level) ?? []
  const known = new Map(catalogs[String(forms)]?.rows.map((row) => [row['form'] ?? '', row]))
  const strays = rows.filter((row) => !known.has(row['form'] ?? '')).map((row) => row['wrong'])
  if (rows.length === 0 || strays.length > 0) throw fault(rule, strays)
  return rows.map((row) => {
    const form = row['form']!
    const { from = '', until = '', source = '', at = '' } = known.get(form)!
    const right = row['right'] || form
    return {
      rule,
      wrong: skeletonText(row['wrong'] ?? ''),
      right,
      hasClauses: /[，,]/.test(row['wrong'] ?? ''),
      allow: (row['allow'] ?? '').split(';').filter(Boolean).map(skeletonText),
      facts: { right, form, note: row['note'] ? `；${row['note']}` : '' },
      valid: { ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }) },
      source,
      at,
    }
  })
}

function fault({ id, topic, with: { catalog, forms } }: Rule, strays: readonly unknown[]): RulebookError {
  const message =
    strays.length === 0
      ? `${id}：${catalog} 没有这一级（level）的词`
      : `${id}：${strays.join('、')} 的 form 不在 ${forms} 中`
  return new RulebookError([{ file: `${topic}.yaml`, line: 0, message, hint: 'form 写参考表中已有的规范写法' }])
}
