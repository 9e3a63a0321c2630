import {
  createLawIndex,
  type DraftDate,
  type Law,
  type LawAnswer,
  type LawReport,
  lawTables,
  lookUpLaw,
} from '@kanwu/core'
import { today } from '@kanwu/node'
import { choose, readArguments } from '../arguments.ts'
import { EXIT } from '../exit-code.ts'
import { INPUT_OPTIONS, projectsOf } from '../files/inputs.ts'
import { print } from '../print.ts'
import { UsageError } from '../usage-error.ts'

const HELP = `用法：kanwu law 题名 [--date YYYY-MM-DD] [--format text|json]

  查一部法律、行政法规或司法解释：在某一天是否有效、有多少条、由什么替代。
  题名可以是全称或简称；查不到时列出相近的题名，退出码为 1
`

/** `kanwu law`: a title looked up in the law catalog. */
export async function law(args: readonly string[]): Promise<number> {
  const given = readArguments(
    args,
    { ...INPUT_OPTIONS, format: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    HELP,
  )
  if (given.values['help']) {
    print(HELP)
    return EXIT.clean
  }
  const format = choose(given, 'format', { choices: ['text', 'json'], otherwise: 'text', help: HELP })
  const [title, ...rest] = given.paths
  if (title === undefined || rest.length > 0) throw new UsageError('请给出一个题名', HELP)
  const date = dateOf(given.values['date'])
  const { rulebook } = await projectsOf(given).forFile('./-')
  const catalog = rulebook.catalogs['laws']
  if (catalog === undefined) throw new UsageError('规则库里没有题名目录 laws', '')
  const answer = lookUpLaw(createLawIndex(lawTables(catalog)), title, date)
  const json = { title, date, asOf: catalog.asOf, ...answer }
  print(format === 'json' ? `${JSON.stringify(json, undefined, 2)}\n` : describe(answer, json))
  return answer.found === undefined ? EXIT.found : EXIT.clean
}

function dateOf(given: string | boolean | undefined): DraftDate {
  if (given === undefined) return today()
  if (given === 'unknown' || /^\d{4}-\d{2}-\d{2}$/.test(String(given))) return String(given)
  throw new UsageError('--date 要写成 YYYY-MM-DD', HELP)
}

interface Question {
  readonly title: string
  readonly date: DraftDate
  readonly asOf: string
}

function describe(answer: LawAnswer, question: Question): string {
  if (answer.found !== undefined) return describeFound(answer.found, question)
  const near = answer.suggestions.map((suggestion) => `  ${suggestion}\n`).join('')
  const hint = near === '' ? '' : `相近的题名：\n${near}`
  return `目录（截至 ${question.asOf}）中没有“${question.title}”。地方性法规、规章和党内文件多数未收。\n${hint}`
}

function describeFound({ law: found, force, form, replacedBy }: LawReport, { date, asOf }: Question): string {
  const words = { 'in-force': '有效', abolished: '已废止', 'not-yet': '尚未施行', unknown: '效力待核' } as const
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['类别', found.kind],
    [date === 'unknown' ? '日期不明' : date, words[force]],
    ['写法', form === 'prefixed' ? '官方题名没有“中华人民共和国”' : undefined],
    ['首次施行', found.since],
    ['最近修改', found.revised],
    ['现文本施行', found.effective],
    ['废止', found.abolished],
    ['现由', replacedBy === undefined ? undefined : `《${replacedBy.title}》`],
    ['条数', articlesOf(found)],
    ['备注', found.note],
    ['核对', `${found.verified ? '已对照两处来源' : '尚未逐项核对'}（目录截至 ${asOf}）`],
  ]
  const lines = rows.flatMap(([label, value]) => (value === undefined ? [] : [`  ${label}：${value}\n`]))
  return `${found.title}\n${lines.join('')}`
}

function articlesOf({ articles, most }: Law): string | undefined {
  if (articles === undefined) return undefined
  return most === undefined || most === articles ? String(articles) : `${articles}（旧文本最多 ${most}）`
}
