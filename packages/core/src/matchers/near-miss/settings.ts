import { RulebookError } from '../../rulebook/error.ts'
import type { Rule, Rulebook } from '../../types.ts'
import type { RowSelection } from './rows.ts'

/** The JSON Schema of a near-miss rule's `with`. */
export const settings: object = {
  type: 'object',
  required: ['catalog'],
  additionalProperties: false,
  properties: {
    catalog: {
      description: '守护哪些参考表（rules/catalogs 下的文件名，不带 .tsv）',
      anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }],
    },
    groups: {
      description: '只守护 group 列为这些值的条目；缺省为全部',
      type: 'array',
      items: { type: 'string' },
      minItems: 1,
    },
    lenient: {
      description: '漏词、添字、换字也可能是换了说法：只有音近形近、颠倒、把词漏断的按规则的级别报，其余降为 warning',
      type: 'boolean',
    },
    min: { description: '规范写法至少几个字才守护，缺省 4', type: 'integer', minimum: 4 },
  },
}

const shortestGuarded = 4

/**
 * Which rows of which catalogs the rules guard, by catalog.
 * @throws RulebookError when a rule's settings are wrong or name a catalog that is not there.
 */
export function selectionsOf(rules: readonly Rule[], rulebook: Rulebook): ReadonlyMap<string, readonly RowSelection[]> {
  const selections = new Map<string, RowSelection[]>()
  rules.forEach((rule, number) => {
    const {
      catalog,
      groups,
      min = shortestGuarded,
    } = rule.with as { catalog?: unknown; groups?: unknown; min?: unknown }
    if (typeof min !== 'number' || min < shortestGuarded) throw fault(rule, 'with.min 应为不小于 4 的整数')
    if (groups !== undefined && !isTexts(groups)) throw fault(rule, 'with.groups 应为一列文字')
    for (const name of namesOf(rule, catalog)) {
      if (!Object.hasOwn(rulebook.catalogs, name)) throw fault(rule, `没有参考表 ${name}`)
      const chosen = selections.get(name) ?? []
      chosen.push(groups === undefined ? { rule: number, min } : { rule: number, groups, min })
      selections.set(name, chosen)
    }
  })
  return selections
}

function namesOf(rule: Rule, catalog: unknown): readonly string[] {
  if (typeof catalog === 'string') return [catalog]
  if (isTexts(catalog) && catalog.length > 0) return catalog
  throw fault(rule, 'with.catalog 应为参考表的名称')
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}

function fault(rule: Rule, message: string): RulebookError {
  return new RulebookError([
    { file: `${rule.topic}.yaml`, line: 0, message: `${rule.id}：${message}`, hint: '改正这条规则的 with' },
  ])
}
