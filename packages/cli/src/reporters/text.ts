import { type FileReport, type Finding, type LineIndex, lineIndex, type Severity } from '@kanwu/core'
import { type Colours, coloured, uncoloured } from './colours.ts'
import { frameOf } from './frame.ts'
import { maskText } from './mask.ts'
import type { CheckedFile, Rendering } from './reporter.ts'
import { isRead, summarise } from './summary.ts'

const NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示' }

interface Page {
  readonly text: string
  readonly lines: LineIndex
  readonly colours: Colours
  readonly columns: number
}

/** For people: where, what, the line itself, why, what to write, and by which source. */
export function text({ files, reveal, terminal }: Rendering): string {
  const colours = terminal.colour ? coloured : uncoloured
  const blocks = files.map((file) => {
    const shown = reveal ? file.text : maskText(file.text, file.report)
    return renderFile(file, { text: shown, lines: lineIndex(file.text), colours, columns: terminal.columns })
  })
  return `${[...blocks.filter((block) => block !== ''), closing(files, colours)].join('\n')}\n`
}

function renderFile(file: CheckedFile, page: Page): string {
  const problems = file.report.problems.map(({ message, span }) => {
    const place = span === undefined ? file.path : placeOf(file.path, span.start, page)
    return `${place}  ${page.colours.magenta('注意')}  ${message}\n`
  })
  return [...problems, ...file.report.findings.map((finding) => renderFinding(finding, file.path, page))].join('\n')
}

function renderFinding(finding: Finding, path: string, page: Page): string {
  const { colours } = page
  const paint = { error: colours.red, warning: colours.yellow, info: colours.blue }[finding.severity]
  const { line } = page.lines.positionAt(finding.span.start)
  const gutter = String(line)
  const frame = frameOf(page.text, finding.span, page.columns - gutter.length - 6)
  const blank = ' '.repeat(gutter.length)
  return [
    `${colours.bold(placeOf(path, finding.span.start, page))}  ${paint(NAMES[finding.severity])}  ${finding.message}  ${colours.dim(finding.rule)}`,
    `  ${colours.dim(`${gutter} │`)} ${frame.line}`,
    `  ${colours.dim(`${blank} │`)} ${paint(frame.marks)}`,
    ...explanation(finding).map(([label, words]) => `  ${blank}   ${colours.dim(label)} ${words}`),
    '',
  ].join('\n')
}

function explanation({ why, suggestions, sources, severity }: Finding): [string, string][] {
  const cited = sources.map(({ title, date, at }) => `${titled(title)}${date ? `（${date}）` : ''}${at ?? ''}`)
  return [
    ['为何', why],
    ...advice(suggestions),
    ...(severity !== 'info' && cited.length > 0 ? [['依据', cited.join('；')] as [string, string]] : []),
  ]
}

function advice(suggestions: Finding['suggestions']): [string, string][] {
  const [first] = suggestions
  if (first === undefined) return []
  return first.text === '' ? [['改法', '删去']] : [['改为', suggestions.map(({ text }) => text).join(' 或 ')]]
}

function titled(title: string): string {
  return title.startsWith('《') ? title : `《${title}》`
}

function placeOf(path: string, offset: number, page: Page): string {
  const { line, column } = page.lines.positionAt(offset)
  return `${path}:${line}:${column}`
}

/** Never says that nothing was found in files that were not read. */
function closing(files: readonly CheckedFile[], colours: Colours): string {
  const { files: read, characters, error, warning, info, exempted } = summarise(files)
  const unread = files.length - files.filter(isRead).length
  const partly = files.filter(({ report }) => isPartlyRead(report)).length
  const counts = [`${error} 个错误`, `${warning} 个警告`, ...(info > 0 ? [`${info} 个提示`] : [])].join('、')
  const state = [
    `检查了 ${read} 个文件、${characters} 字`,
    ...(partly > 0 ? [`其中 ${partly} 个只检查了一部分`] : []),
    ...(unread > 0 ? [colours.red(`${unread} 个没能检查`)] : []),
  ].join('，')
  return read === 0
    ? `没有检查任何文件：${unread} 个没能检查`
    : `${state}：${counts}${exempted > 0 ? `（另有 ${exempted} 处判为正当而未报）` : ''}`
}

function isPartlyRead({ problems }: FileReport): boolean {
  return problems.some(({ effect }) => effect === 'partial')
}
