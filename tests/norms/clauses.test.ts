import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { wholeRulebook } from '../support/rulebook.ts'

const LEDGER = readFileSync(new URL('../../docs/accuracy/clauses.md', import.meta.url), 'utf8')

/** The clauses that were read, by the id of their standard. */
const READ: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  LEDGER.split(/^## /m)
    .slice(1)
    .flatMap((section): [string, Set<string>][] => {
      const id = /^[a-z0-9-]+/.exec(section)?.[0]
      const clauses = [...section.matchAll(/^\| ([^|-][^|]*?) \|/gm)].map(([, clause = '']) => clause)
      return id === undefined ? [] : [[id, new Set(clauses)]]
    }),
)

const CITED = wholeRulebook().rules.flatMap(({ id, sources }) =>
  sources.filter(({ source }) => READ.has(source)).map(({ source, at = '' }) => ({ id, source, at })),
)

test('the ledger lists clauses of every standard that it names', () => {
  expect([...READ.keys()]).toEqual(
    expect.arrayContaining(['gbt-15834-2011', 'gbt-15835-2011', 'gbt-9704-2012', 'gongwen-2012']),
  )
  for (const clauses of READ.values()) expect(clauses.size).toBeGreaterThan(1)
})

test.each(CITED)('$id cites $source at a clause that was read: $at', ({ source, at }) => {
  const clauses = clausesIn(at)
  expect(clauses.length).toBeGreaterThan(0)
  for (const clause of clauses) expect(READ.get(source)).toContain(clause)
})

test('no clause is listed that no rule cites', () => {
  for (const [source, clauses] of READ) {
    const cited = new Set(CITED.filter((one) => one.source === source).flatMap(({ at }) => clausesIn(at)))
    expect([...clauses].filter((clause) => clause !== '条号' && !cited.has(clause))).toEqual([])
  }
})

/** Where the written norms are: every rule there says on what clause, article, table or entry it rests. */
const FIELDS = /^(?:punctuation|numerals|dates|figures|numbering|documents|usage|usage-style)\//
const NORMS = wholeRulebook().rules.filter(({ id }) => FIELDS.test(id))

/** The sources that have no clauses, by the ledger's last table. */
const PLAIN = new Set(
  [...(LEDGER.split('## 没有条号可引的')[1] ?? '').matchAll(/^\| ([a-z][a-z0-9-]+) \|/gm)].map(([, id = '']) => id),
)

/** 第8条, 一、社会生活类第1条, 第四部分第2条, 第（2）项, 领土部分, or the ordinal of a paragraph. */
const ARTICLE = /第[（\d一二三四五六七八九十、]+[）]?[条项]|^[一二三四五六七八九十]$|部分$/

test.each(NORMS)('$id rests on something that can be looked up', ({ sources }) => {
  expect(sources.length).toBeGreaterThan(0)
  for (const { source, at = '' } of sources) {
    expect(at).not.toBe('')
    expect(READ.has(source) || PLAIN.has(source) || ARTICLE.test(at) ? source : `${source} ${at}`).toBe(source)
  }
})

/** Official tables of units and words: their entries are as good as clauses. */
const TABLES = new Set(
  [...(LEDGER.split('## 没有条号可引的')[1] ?? '').matchAll(/^\| ([a-z][a-z0-9-]+) \|.*表 \|$/gm)].map(
    ([, id = '']) => id,
  ),
)

test.each(NORMS)('$id cites a clause or article of a standard, or an entry of an official table', ({ sources }) => {
  const firm = sources.filter(({ source, at = '' }) => READ.has(source) || TABLES.has(source) || ARTICLE.test(at))
  expect(firm.length).toBeGreaterThan(0)
})

test('what only the dictionary says is advice, whatever clause asks for plain words', () => {
  const alone = NORMS.filter(({ sources }) =>
    sources.every(({ source }) => source === 'modern-chinese-dictionary-7' || source === 'gongwen-2012'),
  ).filter(({ sources }) => sources.some(({ source }) => source === 'modern-chinese-dictionary-7'))
  expect(alone.length).toBeGreaterThan(0)
  for (const { severity, status } of alone) expect(status === 'trial' ? 'info' : severity).toBe('info')
})

test('no source without clauses is listed that no rule cites', () => {
  const cited = new Set(NORMS.flatMap(({ sources }) => sources.map(({ source }) => source)))
  expect([...PLAIN].filter((source) => !cited.has(source))).toEqual([])
})

/** 5.1（数值范围）、4.1.1 names 5.1 and 4.1.1; the numbers of an article's items belong to it. */
function clausesIn(at: string): string[] {
  const plain = at.replace(/（[^（）]*）/g, (words) => (/^（[一二三四五六七八九十]+）$/.test(words) ? words : ''))
  return plain.split('、').filter((clause) => clause !== '')
}
