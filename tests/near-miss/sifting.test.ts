import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intlSegmenter } from '../../packages/core/src/index.ts'
import { stepToBucket } from '../../packages/core/src/matchers/near-miss/families.ts'
import { scanSeeds } from '../../packages/core/src/matchers/near-miss/seed-scan.ts'
import { buildSeedTable } from '../../packages/core/src/matchers/near-miss/seeds.ts'
import { anyCharacter } from '../../packages/core/src/matchers/near-miss/spellings.ts'
import {
  bitsBefore,
  bitsFrom,
  countBits,
  wantedBeside,
} from '../../packages/core/src/matchers/near-miss/surroundings.ts'
import { buildTrie, scan } from '../../packages/core/src/matchers/near-miss/trie.ts'
import { Triples } from '../../packages/core/src/matchers/near-miss/triples.ts'
import { Words } from '../../packages/core/src/matchers/near-miss/words.ts'
import { pageOf } from '../support/near-miss.ts'

/** Rows of a list of three numbers. */
function rowsOf({ values, count }: Triples): number[][] {
  return Array.from({ length: count }, (_, row) => [...values.subarray(3 * row, 3 * row + 3)])
}

const few = fc.array(fc.constantFrom(...'甲乙丙丁'), { minLength: 0, maxLength: 40 }).map((chars) => chars.join(''))

describe('seeds are found wherever they stand', () => {
  const piece = fc.array(fc.constantFrom(...'甲乙丙丁'), { minLength: 2, maxLength: 4 }).map((chars) => chars.join(''))
  const gapped = fc
    .tuple(fc.constantFrom(1, 2), fc.array(fc.constantFrom(...'甲乙丙丁'), { minLength: 4, maxLength: 4 }))
    .map(([gap, chars]) => chars.map((char, at) => (at === gap ? anyCharacter : char)).join(''))

  it.each([
    ['of two to four characters', piece],
    ['with any character inside', fc.oneof(piece, gapped)],
  ])('%s', (_, seed) => {
    fc.assert(
      fc.property(fc.uniqueArray(seed, { minLength: 1, maxLength: 30 }), few, (seeds, text) => {
        const table = buildSeedTable(
          seeds,
          seeds.map((_, number) => stepToBucket(number, 1)),
        )
        const page = pageOf(text)
        const found = new Triples()
        scanSeeds(table, page, found)
        const expected = seeds.flatMap((seed, number) =>
          Array.from(text, (_, at) => at)
            .filter((at) => at + seed.length <= text.length && isAt(seed, text, at))
            .map((at) => [stepToBucket(number, 1), page.starts[0]! + at, page.starts[0]! + at + seed.length]),
        )
        expect(rowsOf(found).sort()).toEqual(expected.sort())
      }),
      { numRuns: 400 },
    )
  })

  function isAt(seed: string, text: string, at: number): boolean {
    return [...seed].every((char, i) => char === anyCharacter || char === text[at + i])
  }
})

describe('what stands beside a seed', () => {
  it('lacks no more of a spelling than the changes made to it', () => {
    const characters = Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + 37 * i))
    const spelling = fc.array(fc.constantFrom(...characters), { minLength: 4, maxLength: 24 })
    const change = fc.record({
      kind: fc.constantFrom('drop', 'add', 'replace', 'swap'),
      at: fc.nat(23),
      char: fc.constantFrom(...characters),
    })
    const changes = fc.array(change, { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(spelling, fc.nat(22), changes, fc.nat(2), (chars, at, changes, particles) => {
        const start = Math.min(at, chars.length - 2)
        const head = broken(chars.slice(0, start), changes.slice(1))
        const tail = broken([...'的'.repeat(particles), ...chars.slice(start + 2)], changes.slice(0, 1))
        const wanted = wantedBeside({ skeleton: chars.join(''), budget: changes.length }, { start, end: start + 2 })
        const { codes, starts } = pageOf([...head, ...chars.slice(start, start + 2), ...tail].join(''))
        const from = starts[0]! + head.length
        const lacksBefore = wanted.before & ~bitsBefore(codes, from)
        expect(countBits(lacksBefore, wanted.after & ~bitsFrom(codes, from + 2))).toBeLessThanOrEqual(changes.length)
      }),
      { numRuns: 2_000 },
    )
  })

  function broken(chars: readonly string[], changes: readonly { kind: string; at: number; char: string }[]): string[] {
    const all = [...chars]
    for (const { kind, at, char } of changes) {
      const place = Math.min(at, all.length)
      if (kind === 'add') all.splice(place, 0, char)
      else if (kind === 'drop') all.splice(place, 1)
      else if (kind === 'replace' && place < all.length) all[place] = char
      else if (place + 1 < all.length) all.splice(place, 2, all[place + 1]!, all[place]!)
    }
    return all
  }

  it('is counted bit by bit', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (first, second) => {
        const ones = [first, second].map((bits) => (bits >>> 0).toString(2).replaceAll('0', '').length)
        expect(countBits(first, second)).toBe(ones[0]! + ones[1]!)
      }),
    )
  })
})

describe('patterns are found wherever they stand', () => {
  it('by their beginnings, the shorter first', () => {
    const pattern = fc
      .array(fc.constantFrom(...'甲乙丙丁'), { minLength: 1, maxLength: 6 })
      .map((chars) => chars.join(''))
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { minLength: 1, maxLength: 20 }), few, (patterns, text) => {
        const page = pageOf(text)
        const [from, to] = [page.starts[0]!, page.ends[0]!]
        const found: [number, number][] = []
        scan(buildTrie(patterns), { codes: page.codes, from, to }, (number, start, end) => {
          expect(end - start).toBe(patterns[number]!.length)
          found.push([start - from, number])
        })
        const expected = Array.from(text, (_, at) =>
          [...patterns.keys()]
            .filter((number) => text.startsWith(patterns[number]!, at))
            .sort((a, b) => patterns[a]!.length - patterns[b]!.length)
            .map((number) => [at, number]),
        ).flat()
        expect(found).toEqual(expected)
      }),
      { numRuns: 400 },
    )
  })
})

describe('words that are asked one by one', () => {
  const text = '各级各部门要认真贯彻落实全国安全生产电视电话会议精神，抓紧排查整治风险隐患。'
  const whole = intlSegmenter()
  const ways = { 'as they are needed': whole, 'all at once': { name: 'cutting', cut: whole.cut } }

  it.each(Object.entries(ways))('%s', (_, segmenter) => {
    const window = { start: 4, end: 30 }
    const words = new Words(text, window, segmenter)
    let at = window.start
    const edges = new Set(whole.cut(text.slice(window.start, window.end)).map(({ length }) => (at += length)))
    for (let offset = -1; offset < text.length + 1; offset++) {
      const isInside = offset > window.start && offset < window.end
      expect(words.reachOver(offset), String(offset)).toBe(isInside && !edges.has(offset))
    }
    expect(words.haveAlone(text.indexOf('要'))).toBe(false)
    expect(words.haveAlone(-1)).toBe(false)
    expect(words.haveAlone(text.length - 2)).toBe(false)
  })

  it('say which character stands alone', () => {
    const segmenter = { name: 'cutting', cut: () => ['深入', '推', '进'] }
    const words = new Words('深入推进', { start: -8, end: 12 }, segmenter)
    expect([0, 1, 2, 3, 4].map((offset) => words.haveAlone(offset))).toEqual([false, false, true, true, false])
  })
})
