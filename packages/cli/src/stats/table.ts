import { widthOf } from '../reporters/frame.ts'
import type { RuleCount, StageTime, Stats } from './stats.ts'

const STAGES: Readonly<Record<string, string>> = {
  start: '启动',
  rulebook: '装入规则库',
  compile: '准备规则',
  read: '读文件',
  decode: '解码',
  extract: '解析格式',
  match: '查找',
  exempt: '判断是否正当',
  report: '成文',
  render: '输出',
}

/** The stats as two tables for people: where the time went, and what each rule did. */
export function tableOf(stats: Stats): string {
  const { milliseconds, files, characters, stages, rules } = stats
  const times = [['环节', '毫秒', '占比', '次数'], ...stages.map((stage) => stageRow(stage, milliseconds))]
  const counts = [['规则', '命中', '报出', '判为正当', '毫秒'], ...rules.map(ruleRow)]
  const head = `共 ${milliseconds.toFixed(1)} 毫秒：${files} 个文件、${characters} 字`
  return `${[head, '', ...aligned(times), '', ...aligned(counts)].join('\n')}\n`
}

function stageRow({ stage, kind, milliseconds, times }: StageTime, total: number): string[] {
  const name = STAGES[stage] ?? stage
  const share = `${((100 * milliseconds) / total).toFixed(1)}%`
  return [kind === undefined ? name : `${name} ${kind}`, milliseconds.toFixed(1), share, String(times)]
}

function ruleRow({ rule, matches, findings, exempted, milliseconds }: RuleCount): string[] {
  return [rule, String(matches), String(findings), String(exempted), milliseconds?.toFixed(1) ?? '']
}

/** Names to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, column) => Math.max(known[column] ?? 0, widthOf(cell))),
    [],
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blank = ' '.repeat((widths[column] ?? 0) - widthOf(cell))
        return column === 0 ? cell + blank : blank + cell
      })
      .join('  ')
      .trimEnd(),
  )
}
