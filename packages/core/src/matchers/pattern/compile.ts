import { RulebookError } from '../../rulebook/error.ts'
import type { Rule } from '../../types.ts'
import { literalsOf } from './anchor-ways.ts'
import { measurePattern, UnboundedPattern } from './measure.ts'

/** The farthest a pattern may look, in UTF-16 units: a match that holds its anchor never sees its window's edge. */
const MAX_REACH = 60

/** The most characters that a pattern may be made to compare at one place. */
const MAX_STEPS = 20_000

/** The most literals that a rule's anchors may stand for. */
const MAX_ANCHORS = 400

/** A pattern rule as it is written. */
export interface WrittenPattern {
  readonly rule: Rule
  /** Literals, of which each match overlaps one. */
  readonly anchors: readonly string[]
  /** The source of its regular expression. */
  readonly match: string
}

/** A pattern rule, ready to run. */
export interface BoundedPattern {
  readonly rule: Rule
  /** The most UTF-16 units that it can look at, lookarounds included; MAX_REACH at most. */
  readonly reach: number
  /** Global, with group indices; compiled when it is first asked for. */
  expression(): RegExp
}

/**
 * Reads the settings of a pattern rule.
 * @throws RulebookError when they are missing.
 */
export function readPattern(rule: Rule): WrittenPattern {
  const { anchor, match } = rule.with
  const written = Array.isArray(anchor) ? anchor.filter((text) => typeof text === 'string' && text !== '') : []
  if (written.length === 0 || typeof match !== 'string') throw refusal(rule, '缺少 with.anchor 或 with.match', USAGE)
  const anchors = [...new Set(written.flatMap(literalsOf))]
  if (anchors.length > MAX_ANCHORS)
    throw refusal(rule, `with.anchor 共 ${anchors.length} 种写法，上限 ${MAX_ANCHORS}`, USAGE)
  return { rule, anchors, match }
}

/**
 * Measures a pattern's expression; returns its reach.
 * @throws RulebookError when it is invalid or not bounded.
 */
export function boundedReach({ rule, match }: WrittenPattern): number {
  try {
    const { reach, steps } = measurePattern(match)
    if (reach > MAX_REACH) throw new UnboundedPattern(`最多能看 ${reach} 个字符，上限 ${MAX_REACH}`)
    if (steps > MAX_STEPS) throw new UnboundedPattern(`最多要比较 ${steps} 个字符，上限 ${MAX_STEPS}`)
    new RegExp(match, FLAGS)
    return reach
  } catch (problem) {
    if (problem instanceof UnboundedPattern) throw refusal(rule, `with.match ${problem.message}`, HINT)
    throw refusal(rule, `with.match 不是正则表达式：${(problem as Error).message}`, USAGE)
  }
}

/** A pattern that has been measured, made ready to run. */
export function boundedPattern(rule: Rule, reach: number): BoundedPattern {
  let expression: RegExp | undefined
  return {
    rule,
    reach,
    expression() {
      expression ??= new RegExp(String(rule.with['match']), FLAGS)
      return expression
    },
  }
}

const FLAGS = 'dgu'
const USAGE = '写作 with: {anchor: [必现的字], match: 正则表达式}'
const HINT = '只用字符、字符组、分组、(?=…)、? 和 {m,n}，并减少可选部分'

function refusal(rule: Rule, message: string, hint: string): RulebookError {
  return new RulebookError([{ file: `${rule.topic}.yaml`, line: 0, message: `${rule.id} 的 ${message}`, hint }])
}
