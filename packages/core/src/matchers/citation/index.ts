import { createLawIndex, type LawIndex } from '../../laws/law-index.ts'
import type { Match, Matcher, MatcherKind, Reading, Rule, Rulebook, Segment } from '../../types.ts'
import { judgeArticles } from './judge-articles.ts'
import { judgeForce } from './judge-force.ts'
import { judgeTitle } from './judge-title.ts'
import { type Mentions, readMentions, type UnpairedTitle } from './mentions.ts'
import { type Check, checks, type Verdict } from './verdict.ts'

/** Reads the laws that a document cites as a lawyer does: title, force on the draft's date, article. */
export const citation: MatcherKind = {
  kind: 'citation',
  settings: {
    type: 'object',
    properties: {
      catalog: { type: 'string', description: '题名目录（rules/catalogs 下的文件名）' },
      check: { enum: [...checks], description: '检查什么' },
    },
    required: ['catalog', 'check'],
    additionalProperties: false,
  },
  compile(rules, rulebook) {
    return rules.length === 0 ? undefined : createCitationMatcher(rules, rulebook)
  },
}

function createCitationMatcher(rules: readonly Rule[], rulebook: Rulebook): Matcher {
  const catalog = rulebook.catalogs[String(rules[0]!.with['catalog'])]
  const byCheck = new Map(rules.map((rule) => [rule.with['check'] as Check, rule]))
  let index: LawIndex | undefined
  return {
    kind: 'citation',
    reach: 'document',
    layer: 'wording',
    find({ document }: Reading, segments: readonly Segment[]): Match[] {
      if (catalog === undefined) return []
      index ??= createLawIndex(catalog)
      const wanted = new Set(segments)
      return judge(readMentions(document.segments, index), index, document.date)
        .filter((verdict) => wanted.has(verdict.segment))
        .flatMap((verdict) => toMatch(verdict, byCheck.get(verdict.check)))
    },
  }
}

function judge(mentions: Mentions, index: LawIndex, date: Reading['document']['date']): Verdict[] {
  const ofLaws = mentions.laws.flatMap((mention) => [
    ...judgeTitle(mention, date),
    ...judgeForce(mention, index, date),
    ...judgeArticles(mention, date),
  ])
  return [...ofLaws, ...mentions.unpaired.map(toUnpaired)]
}

function toUnpaired({ segment, span, title }: UnpairedTitle): Verdict {
  return { check: 'marks-unpaired', segment, span, right: [`《${title}》`], facts: { title } }
}

function toMatch({ check: _, ...verdict }: Verdict, rule: Rule | undefined): Match[] {
  return rule === undefined ? [] : [{ rule, ...verdict }]
}
