import type { Match, MatcherKind, Rule } from '../../types.ts'
import { type NamedSetting, namedSettingSchema, requireKnown } from '../named-setting.ts'
import { bodyFaults } from './bodies.ts'
import { elementFaults } from './elements.ts'
import type { FaultTest, ReplyFault } from './fault.ts'
import { performanceFaults } from './performance.ts'
import { periodFaults } from './periods.ts'
import { replyOf } from './reply.ts'
import { routeFaults } from './routes.ts'
import { specialRemedies } from './special.ts'
import { type MovedArticle, wordingFaults } from './wording.ts'

const FAULT: NamedSetting = {
  setting: 'fault',
  known: [
    'reconsideration-period',
    'suit-period',
    'after-period',
    'special-period',
    'shared-period',
    'period-missing',
    'start',
    'reconsideration-first',
    'reconsideration-first-contested',
    'on-the-spot-first',
    'routes-crossed',
    'special-order',
    'special-final',
    'remedy-missing',
    'route-missing',
    'body-choice',
    'body-superior',
    'body-vertical',
    'body-level',
    'body-own',
    'body-state-council',
    'old-term',
    'moved-article',
    'answer-period',
    'element-missing',
    'body-itself',
    'body-no-authority',
    'reconsideration-first-early',
    'stay',
    'surcharge',
    'fine-period',
    'petition-period',
  ],
}

/**
 * Official replies and decisions (答复书, 告知书, 决定书): the remedy clause and the parts a reply must have, judged by
 * the day it is signed. `with: {fault: reconsideration-period}` names what a rule speaks of; `articles` lists the
 * articles that moved.
 */
export const reply: MatcherKind = {
  kind: 'reply',
  settings: namedSettingSchema(FAULT),
  compile(rules, rulebook) {
    if (rules.length === 0) return undefined
    requireKnown(rules, FAULT)
    const special = specialRemedies(rulebook.catalogs['remedies'])
    const ruleFor = new Map(rules.map((rule) => [String(rule.with['fault']), rule]))
    const tests: readonly FaultTest[] = [
      periodFaults(special),
      routeFaults(special),
      bodyFaults,
      wordingFaults(rules.flatMap(articlesOf)),
      elementFaults,
      performanceFaults,
    ]
    return {
      kind: 'reply',
      reach: 'document',
      layer: 'form',
      find({ document }) {
        const read = replyOf(document)
        if (read === undefined) return []
        return tests.flatMap((test) => test(read)).flatMap((fault) => matchOf(fault, ruleFor.get(fault.fault)))
      },
    }
  },
}

function matchOf({ fault: _, span, ...rest }: ReplyFault, rule: Rule | undefined): Match[] {
  return rule === undefined ? [] : [{ rule, span: { start: span.start, end: span.end }, ...rest }]
}

/** Lines `政府信息公开条例 第三十三条 第五十一条 2019-05-15`. */
function articlesOf(rule: Rule): MovedArticle[] {
  const lines = String(rule.with['articles'] ?? '').split('\n')
  return lines.flatMap((line) => {
    const [law, old, now, from, about] = line.trim().split(/\s+/)
    return law && old && now && from ? [{ law, old, now, from, ...(about === undefined ? {} : { about }) }] : []
  })
}
