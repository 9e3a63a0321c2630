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

/** 5.1（数值范围）、4.1.1 names 5.1 and 4.1.1; the numbers of an article's items belong to it. */
function clausesIn(at: string): string[] {
  const plain = at.replace(/（[^（）]*）/g, (words) => (/^（[一二三四五六七八九十]+）$/.test(words) ? words : ''))
  return plain.split('、').filter((clause) => clause !== '')
}
