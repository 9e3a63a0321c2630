import type { Catalog, Period, PublishedSource } from '../types.ts'
import type { LoadProblem } from './error.ts'
import type { LocatedRule } from './parse.ts'

interface Known {
  readonly sources: readonly PublishedSource[]
  readonly catalogs: readonly Catalog[]
  readonly sourcesFile: string
}

/** What no schema can say of a rulebook: identities, references, contradictions between rules. */
export function validateRules(rules: readonly LocatedRule[], known: Known): LoadProblem[] {
  return [
    ...duplicateIds(rules),
    ...unknownSources(rules, known),
    ...incompleteRules(rules),
    ...sharedWrongForms(rules),
    ...contradictions(rules),
  ]
}

function duplicateIds(rules: readonly LocatedRule[]): LoadProblem[] {
  const first = new Map<string, LocatedRule>()
  return rules.flatMap((located) => {
    const earlier = first.get(located.rule.id)
    if (earlier === undefined) {
      first.set(located.rule.id, located)
      return []
    }
    return [problemAt(located, `规则编号重复：${located.rule.id}（${placeOf(earlier)} 已有）`, '另取编号')]
  })
}

function unknownSources(rules: readonly LocatedRule[], known: Known): LoadProblem[] {
  const ids = new Set(known.sources.map(({ id }) => id))
  const missing = (source: string) => !ids.has(source)
  const inRules = rules.flatMap((located) =>
    located.rule.sources
      .filter(({ source }) => missing(source))
      .map(({ source }) =>
        problemAt(located, `${located.rule.id} 引用了未登记的来源 ${source}`, `在 ${known.sourcesFile} 登记`),
      ),
  )
  const inCatalogs = known.catalogs.flatMap((catalog) => {
    const cited = new Set([
      ...catalog.sources,
      ...catalog.rows.flatMap((row) => (row['source'] ? [row['source']] : [])),
    ])
    return [...cited].filter(missing).map((source) => ({
      file: `catalogs/${catalog.name}.tsv`,
      line: 0,
      message: `引用了未登记的来源 ${source}`,
      hint: `在 ${known.sourcesFile} 登记`,
    }))
  })
  return [...inRules, ...inCatalogs]
}

function incompleteRules(rules: readonly LocatedRule[]): LoadProblem[] {
  return rules.flatMap((located) => {
    const { rule } = located
    const problems: LoadProblem[] = []
    if (rule.detect === 'phrase' && rule.wrong.length === 0) {
      problems.push(problemAt(located, `${rule.id} 没有 wrong`, '写出错误写法，或用 detect 指明检测方式'))
    }
    if (rule.detect !== 'phrase' && rule.wrong.length > 0) {
      problems.push(problemAt(located, `${rule.id} 用 ${rule.detect} 检测，不能有 wrong`, '删去 wrong'))
    }
    if (rule.fix === 'safe' && rule.detect === 'phrase' && rule.right.length !== 1) {
      problems.push(
        problemAt(located, `${rule.id} 可代改，却没有唯一的 right`, '只留一个 right，或改为 fix: suggested'),
      )
    }
    if (isEmptyPeriod(rule.valid)) problems.push(problemAt(located, `${rule.id} 的适用期间为空`, 'from 应早于 until'))
    return problems
  })
}

function sharedWrongForms(rules: readonly LocatedRule[]): LoadProblem[] {
  const owners = new Map<string, LocatedRule[]>()
  return rules.flatMap((located) =>
    located.rule.wrong.flatMap((form) => {
      const earlier = (owners.get(form) ?? []).find(({ rule }) => overlap(rule.valid, located.rule.valid))
      owners.set(form, [...(owners.get(form) ?? []), located])
      if (earlier === undefined) return []
      return [
        problemAt(located, `“${form}”已是 ${earlier.rule.id} 的错误写法（${placeOf(earlier)}）`, '只留在一条规则里'),
      ]
    }),
  )
}

/** A right form may not be (or contain nothing but) what another rule calls wrong on the same day. */
function contradictions(rules: readonly LocatedRule[]): LoadProblem[] {
  const wrong = new Map<string, LocatedRule[]>()
  for (const located of rules) {
    for (const form of located.rule.wrong) wrong.set(form, [...(wrong.get(form) ?? []), located])
  }
  return rules.flatMap((located) =>
    located.rule.right.flatMap((form) =>
      (wrong.get(form) ?? [])
        .filter(({ rule }) => overlap(rule.valid, located.rule.valid))
        .map((other) =>
          problemAt(
            located,
            `${located.rule.id} 的正确写法“${form}”是 ${other.rule.id} 的错误写法`,
            '改正其一，或用 valid 分开期间',
          ),
        ),
    ),
  )
}

function overlap(a: Period, b: Period): boolean {
  const from = [a.from ?? '', b.from ?? ''].sort()[1] ?? ''
  const until = [a.until ?? '9999-12-31', b.until ?? '9999-12-31'].sort()[0] ?? ''
  return from < until
}

function isEmptyPeriod(period: Period): boolean {
  return period.from !== undefined && period.until !== undefined && period.from >= period.until
}

function problemAt({ file, line }: LocatedRule, message: string, hint: string): LoadProblem {
  return { file, line, message, hint }
}

function placeOf({ file, line }: LocatedRule): string {
  return `${file}:${line}`
}
