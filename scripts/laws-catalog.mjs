#!/usr/bin/env node
// The law catalog's columns, its rules, and how it is written. Run alone it validates rules/catalogs/laws.tsv.
import { readFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The columns of rules/catalogs/laws.tsv, in order; docs/accuracy/laws.md says what each means. */
export const catalogColumns = [
  'title',
  'short',
  'kind',
  'since',
  'revised',
  'effective',
  'status',
  'abolished',
  'successor',
  'source',
  'at',
  'articles',
  'most',
  'bis',
  'note',
  'verified',
]

const kinds = ['宪法', '法律', '行政法规', '司法解释', '监察法规', '部门规章', '党内法规', '规范性文件']
const statuses = ['有效', '已废止', '尚未施行', '待核']
const head = `# title: 法律、行政法规、司法解释题名目录
# as-of: 2026-08-28
# sources: npc-law-catalog-2026, npc-law-database, state-council-regulation-database, civil-code-1260, ecology-code-1242
`

/** The catalog as text, sorted by kind and title. */
export function serialize(entries) {
  const sorted = [...entries].sort(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.title < b.title ? -1 : 1),
  )
  const rows = sorted.map((entry) => catalogColumns.map((column) => entry[column]).join('\t'))
  return `${head}${catalogColumns.join('\t')}\n${rows.join('\n')}\n`
}

/** What is wrong with the entries, one sentence each; empty when all is well. */
export function problemsOf(entries) {
  const titles = new Set()
  const problems = []
  for (const entry of entries) {
    const say = (text) => problems.push(`${entry.title}: ${text}`)
    if (titles.has(entry.title)) say('duplicate title')
    titles.add(entry.title)
    if (!kinds.includes(entry.kind)) say(`unknown kind “${entry.kind}”`)
    if (!statuses.includes(entry.status)) say(`unknown status “${entry.status}”`)
    for (const problem of [...dateProblems(entry), ...countProblems(entry)]) say(problem)
  }
  for (const entry of entries) {
    if (entry.successor !== '' && !titles.has(entry.successor)) {
      problems.push(`${entry.title}: successor “${entry.successor}” is not in the catalog`)
    }
    if (entry.successor === entry.title) problems.push(`${entry.title}: succeeds itself`)
  }
  return problems
}

function dateProblems(entry) {
  const problems = []
  for (const column of ['since', 'revised', 'effective', 'abolished']) {
    const value = entry[column]
    const real = /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
    if (value !== '' && !real) problems.push(`${column} “${value}” is no date`)
  }
  if (entry.since !== '' && entry.effective !== '' && entry.since > entry.effective)
    problems.push('since after effective')
  if (entry.abolished !== '' && entry.since !== '' && entry.abolished < entry.since)
    problems.push('abolished before since')
  if (entry.abolished !== '' && entry.revised !== '' && entry.abolished < entry.revised) {
    problems.push('abolished before its last revision')
  }
  if (entry.status === '已废止' && entry.abolished === '') problems.push('abolished without a date')
  if (entry.status === '有效' && entry.abolished !== '') problems.push('in force with a date of abolition')
  return problems
}

function countProblems(entry) {
  const problems = []
  for (const column of ['articles', 'most', 'bis']) {
    if (entry[column] !== '' && !/^[1-9]\d*$/.test(entry[column]))
      problems.push(`${column} “${entry[column]}” is no count`)
  }
  if (Number(entry.most) < Number(entry.articles)) problems.push('most is less than articles')
  return problems
}

/** The entries of a catalog file's text. */
export function parse(text) {
  const [header, ...rows] = text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('# '))
  const columns = header.split('\t')
  return rows.map((row) => {
    const cells = row.split('\t')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const path = fileURLToPath(new URL('../rules/catalogs/laws.tsv', import.meta.url))
  const entries = parse(readFileSync(path, 'utf8'))
  const problems = problemsOf(entries)
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.stdout.write(`${entries.length} entries, ${problems.length} problems\n`)
  process.exit(problems.length === 0 ? 0 : 1)
}
