#!/usr/bin/env node
// Counts the paragraphs (款) and items (项) of each article of the laws in a plain text, one paragraph a line,
// each law headed by its title, and writes rules/catalogs/law-clauses.tsv.
//
//   node scripts/laws-clauses.mjs TEXT.txt
//
// Only laws whose articles are all there, as many as the catalog says, are kept. An article is written as its number
// of paragraphs, in base 36; where a paragraph has items their numbers follow in brackets: 1, 2, 3(0,4,0).
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from './laws-catalog.mjs'

const article = /^第([一二三四五六七八九十百千零]+)条(之[一二三四五六七八九十])?[\s　]*(.*)$/
const chapter = /^第[一二三四五六七八九十百]+(?:分编|[编章节])(?:[\s　]|$)/
const item = /^[（(]([一二三四五六七八九十]+)[）)]/
const subitem = /^(?:\d+[.．、]|[（(]\d+[）)])/

const root = new URL('../rules/catalogs/', import.meta.url)
const entries = parse(readFileSync(fileURLToPath(new URL('laws.tsv', root)), 'utf8'))
const byKey = new Map(entries.map((entry) => [keyOf(entry.title), entry]))

function keyOf(title) {
  return title.replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）')
}

function numberOf(text) {
  const units = { 十: 10, 百: 100, 千: 1000 }
  let total = 0
  let figure
  for (const char of text) {
    if (char in units) {
      total += (figure ?? 1) * units[char]
      figure = undefined
    } else figure = '零一二三四五六七八九'.indexOf(char)
  }
  return total + (figure ?? 0)
}

/** Laws in the order of the text: entry and articles [{number, paragraphs: [items]}]. */
function readLaws(text) {
  const laws = []
  let current
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    const entry = line.length < 80 ? byKey.get(keyOf(line)) : undefined
    if (entry !== undefined) {
      current = { entry, articles: [] }
      laws.push(current)
    } else if (current !== undefined && line !== '') readLine(current, line)
  }
  return laws
}

function readLine(law, line) {
  const found = article.exec(line)
  if (found !== null) {
    const isMain = found[2] === undefined
    law.open = { number: isMain ? numberOf(found[1]) : 0, paragraphs: found[3] === '' ? [] : [0] }
    law.articles.push(law.open)
    return
  }
  if (chapter.test(line) && line.length < 40) law.open = undefined
  if (law.open === undefined || subitem.test(line)) return
  const { paragraphs } = law.open
  const numbered = item.exec(line)
  if (numbered === null) paragraphs.push(0)
  else if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] = numberOf(numbered[1])
}

function isWhole({ entry, articles }) {
  const numbers = articles.map(({ number }) => number).filter((number) => number > 0)
  return entry.articles === String(numbers.length) && numbers.every((number, at) => number === at + 1)
}

function encode({ articles }) {
  return articles
    .filter(({ number }) => number > 0)
    .map(({ paragraphs }) => {
      const items = paragraphs.some((count) => count > 0) ? `(${paragraphs.join(',')})` : ''
      return paragraphs.length.toString(36) + items
    })
    .join('')
}

const path = process.argv[2]
if (path === undefined) {
  process.stderr.write('usage: node scripts/laws-clauses.mjs TEXT.txt\n')
  process.exit(2)
}
const whole = new Map()
for (const law of readLaws(readFileSync(path, 'utf8'))) {
  const { kind, status } = law.entry
  if (kind === '法律' && status === '有效' && isWhole(law)) whole.set(law.entry.title, encode(law))
}
const rows = [...whole].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, clauses]) => `${title}\t${clauses}`)
const head = '# title: 法律各条的款数、项数\n# as-of: 2026-06-26\n# sources: npc-law-database\ntitle\tclauses\n'
writeFileSync(fileURLToPath(new URL('law-clauses.tsv', root)), `${head}${rows.join('\n')}\n`)
process.stdout.write(`${rows.length} laws\n`)
