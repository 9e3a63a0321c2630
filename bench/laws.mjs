#!/usr/bin/env node
// Breaks every title in force in every way, and counts how often the break is found and the right title offered first.
//
//   node bench/laws.mjs [--write] [--sample N]
//
// --write puts the tables into docs/accuracy/laws.md; --sample N takes every Nth title.
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { createChecker } from '../packages/core/dist/index.js'
import { loadRulebook } from '../packages/node/dist/index.js'
import { bareBreaks, markedBreaks, titlesInForce } from './laws-breaks.mjs'

const sample = Number(process.argv[process.argv.indexOf('--sample') + 1]) || 1
const whole = await loadRulebook()
const rulebook = { ...whole, rules: whole.rules.filter(({ category }) => category === 'laws') }
const checker = createChecker({ rulebook })
const titleRules = new Set(['misspelt', 'doubtful', 'kind-word', 'prefix-added'])
const checkOf = new Map(rulebook.rules.map(({ id, with: settings }) => [id, settings.check]))

function findingIn(text) {
  const { findings } = checker.check({ text, format: 'plain', uri: 'bench', date: '2026-11-22' })
  return findings.find(({ rule }) => titleRules.has(checkOf.get(rule)))
}

function measure(breaks, sentence) {
  const rows = new Map()
  for (const { way, title, written } of breaks) {
    const row = rows.get(way) ?? { way, made: 0, found: 0, first: 0, error: 0, missed: [], wrong: [] }
    rows.set(way, row)
    row.made++
    const finding = findingIn(sentence(written))
    if (finding === undefined) {
      row.missed.push(`${written} ← ${title}`)
      continue
    }
    row.found++
    if (finding.severity === 'error') row.error++
    const offered = finding.suggestions[0]?.text
    const isRight = offered === title || offered === title.replace(/《/g, '〈').replace(/》/g, '〉')
    if (isRight) row.first++
    else row.wrong.push(`${written} → ${offered}（应为 ${title}）`)
  }
  return [...rows.values()]
}

function table(rows) {
  const total = rows.reduce(
    (sum, row) => ({
      way: '合计',
      made: sum.made + row.made,
      found: sum.found + row.found,
      first: sum.first + row.first,
      error: sum.error + row.error,
    }),
    { made: 0, found: 0, first: 0, error: 0 },
  )
  const percent = (part, all) => (all === 0 ? '–' : `${((part / all) * 100).toFixed(2)} %`)
  const line = ({ way, made, found, first, error }) =>
    `| ${way} | ${made} | ${percent(found, made)} | ${percent(error, made)} | ${percent(first, found)} |`
  return [
    '| 改法 | 处数 | 查出 | 其中报错误 | 首选正确 |',
    '| --- | --- | --- | --- | --- |',
    ...[...rows, total].map(line),
  ].join('\n')
}

const titles = titlesInForce(whole.catalogs.laws.rows).filter((_, at) => at % sample === 0)
const marked = markedBreaks(titles, whole.catalogs.laws.rows)
const inMarks = measure(marked.breaks, (written) => `根据《${written}》的规定，开展检查。`)
const bare = measure(bareBreaks(titles, whole.catalogs.laws.rows), (written) => `各单位要依照${written}的规定办理。`)
const report = `### 书名号内（题名七字以上，${titles.length} 个在行题名）\n\n${table(inMarks)}\n\n改后恰为另一真实题名而不计的：${marked.aside.length} 处。\n\n### 行文中（不带书名号，只改中间的字）\n\n${table(bare)}\n`
process.stdout.write(report)
if (process.argv.includes('--list')) {
  for (const row of [...inMarks, ...bare]) {
    for (const text of row.missed.slice(0, 25)) process.stdout.write(`漏 ${row.way} ${text}\n`)
    for (const text of row.wrong.slice(0, 15)) process.stdout.write(`误 ${row.way} ${text}\n`)
  }
  process.stdout.write(`${marked.aside.map((one) => `另 ${one}`).join('\n')}\n`)
}
if (process.argv.includes('--write')) {
  const path = fileURLToPath(new URL('../docs/accuracy/laws.md', import.meta.url))
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(/(<!-- recall -->\n)[\s\S]*?(<!-- \/recall -->)/, `$1\n${report}\n$2`))
}
