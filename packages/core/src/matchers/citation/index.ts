import { type ClauseIndex, createClauseIndex } from '../../laws/clauses.ts'
import { createLawIndex, type LawIndex } from '../../laws/law-index.ts'
import { lawTables } from '../../laws/law-tables.ts'
import { RulebookError } from '../../rulebook/error.ts'
import { prepare } from '../../rulebook/prepared.ts'
import type { Document, Match, Matcher, MatcherKind, Reading, Rule, Rulebook, Segment } from '../../types.ts'
import { readCleanUps } from './clean-ups.ts'
import { judgeArticles, judgeClauses } from './judge-articles.ts'
import { type ForceKnowledge, judgeForce } from './judge-force.ts'
import { judgeNamedKinds } from './judge-kind.ts'
import { judgeTitle } from './judge-title.ts'
import type { LawMention, MentionGroup, UnpairedTitle } from './mention.ts'
import { readMentions } from './mentions.ts'
import { type Check, checks, type Verdict } from './verdict.ts'

/** Reads the laws that a document cites as a lawyer does: title, force on the draft's date, article. */
export const citation: MatcherKind = {
  kind: 'citation',
  settings: {
    type: 'object',
    properties: {
      catalog: { type: 'string', description: '题名目录（rules/catalogs 下的文件名）' },
      clauses: { type: 'string', description: '各条款数、项数的目录' },
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
  const laws = catalogName(rules, 'catalog', rulebook)
  const hasClauses = rules.some((rule) => rule.with['clauses'] !== undefined)
  const clauses = hasClauses ? catalogName(rules, 'clauses', rulebook) : undefined
  const byCheck = new Map(rules.map((rule) => [rule.with['check'] as Check, rule]))
  const tables = prepare(rulebook.prepared, `laws ${laws}`, () => lawTables(rulebook.catalogs[laws]!))
  let knowledge: Knowledge | undefined
  return {
    kind: 'citation',
    reach: 'document',
    layer: 'wording',
    find({ document }: Reading): Match[] {
      knowledge ??= {
        laws: createLawIndex(tables()),
        ...(clauses === undefined ? {} : { clauses: createClauseIndex(() => rulebook.catalogs[clauses]!) }),
      }
      return judge(document, knowledge).flatMap((verdict) => toMatch(verdict, byCheck.get(verdict.check)))
    },
  }
}

/** The catalogs, indexed at the first document. */
interface Knowledge {
  readonly laws: LawIndex
  readonly clauses?: ClauseIndex
}

/**
 * The catalog that a setting names; it is read at the first document, for reading it costs time.
 * @throws RulebookError when there is no such catalog.
 */
function catalogName(rules: readonly Rule[], setting: string, { catalogs }: Rulebook): string {
  const rule = rules.find((one) => one.with[setting] !== undefined)
  const name = String(rule?.with[setting])
  if (Object.hasOwn(catalogs, name)) return name
  throw new RulebookError([
    {
      file: `${rule?.topic}.yaml`,
      line: 0,
      message: `${rule?.id} 的 with.${setting} 指的目录 ${name} 不存在`,
      hint: `可选：${Object.keys(catalogs).join('、')}`,
    },
  ])
}

function judge(document: Document, knowledge: Knowledge): Verdict[] {
  const { groups, unpaired } = readMentions(document, knowledge.laws)
  const isAbolished = groups.some(({ laws }) => laws.some(({ resolution }) => resolution?.law.abolished !== undefined))
  const cleanUps = isAbolished ? readCleanUps(document) : new Set<Segment>()
  const force = { index: knowledge.laws, date: document.date, cleanUps }
  return [...groups.flatMap((group) => judgeAgain(group, force, knowledge)), ...unpaired.map(toUnpaired)]
}

/** The verdicts on the mentions of one segment; those of before where nothing has changed for it. */
function judgeAgain({ laws, memory }: MentionGroup, force: ForceKnowledge, knowledge: Knowledge): readonly Verdict[] {
  const cleanUps = laws.filter(({ segment }) => force.cleanUps.has(segment))
  const { judged } = memory
  if (judged !== undefined && isSame(judged.cleanUps, cleanUps) && isSame(judged.laws, laws)) return judged.verdicts
  const verdicts = judgeMentions(laws, force, knowledge)
  memory.judged = { laws, cleanUps, verdicts }
  return verdicts
}

function isSame(a: readonly LawMention[], b: readonly LawMention[]): boolean {
  return a === b || (a.length === b.length && a.every((mention, index) => mention === b[index]))
}

function judgeMentions(mentions: readonly LawMention[], force: ForceKnowledge, { clauses }: Knowledge): Verdict[] {
  const { index, date } = force
  const verdicts: Verdict[] = []
  for (const mention of mentions) {
    verdicts.push(...judgeTitle(mention, index, date), ...judgeForce(mention, force), ...judgeArticles(mention, date))
    if (clauses !== undefined) verdicts.push(...judgeClauses(mention, date, clauses))
  }
  verdicts.push(...judgeNamedKinds(mentions))
  return verdicts
}

function toUnpaired({ segment, span, title }: UnpairedTitle): Verdict {
  return { check: 'marks-unpaired', segment, span, right: [`《${title}》`], facts: { title } }
}

function toMatch({ check: _, ...verdict }: Verdict, rule: Rule | undefined): Match[] {
  return rule === undefined ? [] : [{ rule, ...verdict }]
}
