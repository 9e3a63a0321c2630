#!/usr/bin/env node
// Turns a raw list of laws (tab-separated, with its list of versions) into rules/catalogs/laws.tsv.
//
//   node scripts/laws-build.mjs RAW.tsv VERSIONS.tsv
//
// RAW needs the columns title, kind, latest_date, effective, status, articles, bis_articles, abolished_on,
// successor, revision_kind, note; VERSIONS needs title, articles. scripts/laws-corrections.tsv is laid over the result.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { catalogColumns, problemsOf, serialize } from './laws-catalog.mjs'

const prefix = '中华人民共和国'
const date = /^\d{4}-\d{2}-\d{2}$/
const titleOnlyKinds = new Set(['部门规章', '规范性文件'])

function readTable(path) {
  const [header, ...lines] = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('# '))
  const columns = header.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}

function mostArticles(versions) {
  const most = new Map()
  for (const { title, articles } of versions) {
    most.set(title, Math.max(most.get(title) ?? 0, Number(articles) || 0))
  }
  return most
}

function toEntry(raw, most) {
  const firstDateOnly = raw.note.includes('施行日期为最初施行日')
  const newLaw = raw.kind === '法律' && raw.revision_kind === '' && raw.effective >= '2000'
  return {
    title: raw.title,
    short: raw.title.startsWith(prefix) ? raw.title.slice(prefix.length) : '',
    kind: raw.kind,
    since: newLaw ? raw.effective : '',
    revised: date.test(raw.latest_date) ? raw.latest_date : '',
    effective: firstDateOnly || !date.test(raw.effective) ? '' : raw.effective,
    status: { 疑似已废止: '待核', 尚未生效: '尚未施行' }[raw.status] ?? raw.status,
    abolished: date.test(raw.abolished_on) ? raw.abolished_on : '',
    successor: raw.successor.replace(/（党内法规）$/, ''),
    source: '',
    at: '',
    articles: raw.articles === '0' ? '' : raw.articles,
    most: String(Math.max(most.get(raw.title) ?? 0, Number(raw.articles) || 0) || ''),
    bis: raw.bis_articles,
    note: raw.note.includes('名称取自废止条款') ? '题名取自废止条款' : '',
    verified: '',
  }
}

function emptyEntry(title) {
  const entry = Object.fromEntries(catalogColumns.map((column) => [column, '']))
  return { ...entry, title, short: title.startsWith(prefix) ? title.slice(prefix.length) : '', status: '有效' }
}

function correct(entries, corrections) {
  const byTitle = new Map(entries.map((entry) => [entry.title, entry]))
  for (const { title, column, value } of corrections) {
    if (column === 'drop') {
      byTitle.delete(title)
      continue
    }
    const entry = byTitle.get(title) ?? emptyEntry(title)
    entry[column] = value
    if (column === 'abolished' && value !== '') entry.status = '已废止'
    if (column === 'articles') entry.most = value === '' ? '' : String(Math.max(Number(entry.most) || 0, Number(value)))
    byTitle.set(title, entry)
  }
  return [...byTitle.values()]
}

const [rawPath, versionsPath] = process.argv.slice(2)
if (rawPath === undefined || versionsPath === undefined) {
  process.stderr.write('usage: node scripts/laws-build.mjs RAW.tsv VERSIONS.tsv\n')
  process.exit(2)
}
const most = mostArticles(readTable(versionsPath))
const raw = readTable(rawPath).filter((row) => !row.title.startsWith('[['))
const corrections = readTable(fileURLToPath(new URL('laws-corrections.tsv', import.meta.url)))
const entries = correct(
  raw.map((row) => toEntry(row, most)),
  corrections,
)
for (const entry of entries) {
  if (titleOnlyKinds.has(entry.kind) && entry.articles === '' && entry.note === '') entry.note = '仅题名'
}
/** Clauses that abolish many titles at once and have an entry of their own in sources.yaml. */
const repealClauses = {
  中华人民共和国民法典: ['civil-code-1260', '第一千二百六十条'],
  中华人民共和国生态环境法典: ['ecology-code-1242', '第一千二百四十二条'],
}
for (const entry of entries) {
  const clause = repealClauses[entry.successor]
  if (clause !== undefined) [entry.source, entry.at] = clause
}
const problems = problemsOf(entries)
for (const problem of problems) process.stderr.write(`${problem}\n`)
writeFileSync(fileURLToPath(new URL('../rules/catalogs/laws.tsv', import.meta.url)), serialize(entries))
process.stderr.write(`${entries.length} entries, ${problems.length} problems\n`)
process.exit(problems.length === 0 ? 0 : 1)
