import { existsSync } from 'node:fs'
import {
  closest,
  type ExemptedFinding,
  type ExemptionReason,
  type Finding,
  lineIndex,
  officialEvidence,
  type Rule,
  type Rulebook,
} from '@kanwu/core'
import { type OptionTable, readArguments } from '../arguments.ts'
import { checkInputs, INPUT_HELP, INPUT_OPTIONS, projectsOf } from '../files/inputs.ts'
import { print } from '../print.ts'
import { UsageError } from '../usage-error.ts'

const HELP = `用法：kanwu explain 规则编号
      kanwu explain 文件:行号

  说明一条规则的依据和例句，或者一行中报了什么、为何没有报

${INPUT_HELP}
`

const OPTIONS: OptionTable = { ...INPUT_OPTIONS, help: { type: 'boolean', short: 'h' } }

/** Why a match is no finding, in words. */
const REASONS: Readonly<Record<ExemptionReason, string>> = {
  date: '按文稿日期，当时这样写是对的（或文稿日期不明）',
  scope: '规则不查这种位置',
  allowed: '属于规则列明的正当用法',
  mention: '这里是在说这个错误，不是犯这个错误',
  directive: '文中的 kanwu 指令关掉了这条规则',
  covered: '同一处已有更长或更重的发现',
  word: '匹配切断了词语，不是一回事',
  config: '配置中的 allow 认可这个说法',
}

/** `kanwu explain`: a rule, or a line of a file. */
export async function explain(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS, HELP)
  if (given.values['help']) {
    print(HELP)
    return 0
  }
  const [subject, ...rest] = given.paths
  if (subject === undefined || rest.length > 0) throw new UsageError('请给出一个规则编号或 文件:行号', HELP)
  const [, path, line] = /^(.+):(\d+)$/.exec(subject) ?? []
  if (path !== undefined && line !== undefined && existsSync(path)) {
    const { files } = await checkInputs({ ...given, paths: [path] }, HELP)
    return explainLine(files[0]!, Number(line))
  }
  const { rulebook } = await projectsOf(given).forFile('./-')
  const rule = rulebook.rules.find(({ id }) => id === subject)
  if (rule === undefined) throw new UsageError(unknown(subject, rulebook), HELP)
  print(describeRule(rule, rulebook))
  return 0
}

function unknown(subject: string, rulebook: Rulebook): string {
  const near = closest(
    subject,
    rulebook.rules.map(({ id }) => id),
  )
  return `没有这样的规则，也没有这样的文件：${subject}${near === undefined ? '' : `（是否为 ${near}？）`}`
}

function explainLine(file: Awaited<ReturnType<typeof checkInputs>>['files'][number], line: number): number {
  const { path, text, report } = file
  const [problem] = report.problems.filter(({ effect }) => effect === 'unread')
  if (problem !== undefined) throw new UsageError(`${path}: ${problem.message}`, '')
  const lines = lineIndex(text)
  const onLine = ({ span }: Finding) =>
    lines.positionAt(span.start).line <= line && lines.positionAt(span.end).line >= line
  const found = report.findings
    .filter(onLine)
    .map((finding) => `报：“${finding.text}” ${finding.rule} ${finding.message}——${finding.why}`)
  const exempted = report.exempted.filter(({ finding }) => onLine(finding)).map(describeExempted)
  const all = [...found, ...exempted]
  const date = report.date === 'unknown' ? '不明' : report.date
  const official = officialEvidence({ text, format: report.format })
  const lead = official === undefined ? [] : [`按公文检查：${official}`]
  const told = [...lead, ...(all.length > 0 ? all : ['这一行没有命中任何规则'])]
  print(`${path}:${line}（按 ${date} 判断）\n${told.join('\n')}\n`)
  return 0
}

function describeExempted({ finding, because }: ExemptedFinding): string {
  return `未报：“${finding.text}” ${finding.rule}——${REASONS[because]}`
}

function describeRule(rule: Rule, rulebook: Rulebook): string {
  const sources = rule.sources.map(({ source, at }) => {
    const { title, issuer, date, url } = rulebook.sources[source]!
    return `  《${title}》${at ?? ''} ${issuer}${date ? ` ${date}` : ''}${url ? ` ${url}` : ''}`
  })
  const period = [rule.valid.from && `${rule.valid.from} 起`, rule.valid.until && `${rule.valid.until} 前`]
    .filter(Boolean)
    .join('、')
  return `${[
    `${rule.id}  ${rule.severity}${rule.status === 'trial' ? '（试行，只作提示）' : ''}`,
    `${rule.message}：${rule.why}`,
    ...(rule.wrong.length > 0 ? [`错误写法：${rule.wrong.join('、')}`] : []),
    ...(rule.right.length > 0 ? [`正确写法：${rule.right.join('、')}`] : []),
    ...(period === '' ? [] : [`适用：文稿日期 ${period}`]),
    '依据：',
    ...sources,
    '会报：',
    ...rule.examples.hit.map(({ text, date }) => `  ${text}${date ? `（${date}）` : ''}`),
    '不报：',
    ...rule.examples.miss.map(
      ({ text, because, date }) =>
        `  ${text}${date ? `（${date}）` : ''}——${because === 'no-match' ? '不是这种错误' : REASONS[because]}`,
    ),
    ...rule.examples.gap.map(({ text, because }) => `  ${text}——${because}（已知的漏报）`),
  ].join('\n')}\n`
}
