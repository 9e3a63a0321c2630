import { AhoCorasick } from '@monyone/aho-corasick/fast'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanner } from '../../packages/core/src/matchers/automaton/scan.ts'
import { type AutomatonTables, readTables } from '../../packages/core/src/matchers/automaton/tables.ts'
import { buildAutomaton } from '../../packages/core/src/matchers/automaton.ts'

const letters = fc.constantFrom('习', '总', '书', '记', '国', '家', '𠮷', 'a')
const wordOf = (minLength: number) =>
  fc.array(letters, { minLength, maxLength: 12 }).map((characters) => characters.join(''))

function found(patterns: readonly string[], text: string): string[] {
  const hits: string[] = []
  tableScan(patterns)(text, (pattern, start, end) => {
    hits.push(`${patterns[pattern]} ${start} ${end}`)
  })
  return hits.sort()
}

/** Without the fallback that buildAutomaton has: what the tables find by themselves. */
function tableScan(patterns: readonly string[]): ReturnType<typeof scanner> {
  if (patterns.length === 0) return buildAutomaton(patterns).scan
  return scanner(readTables(new AhoCorasick([...patterns]), patterns) as AutomatonTables)
}

function oracle(patterns: readonly string[], text: string): string[] {
  const hits = patterns.length === 0 ? [] : new AhoCorasick([...patterns]).matchInText(text)
  return hits.map(({ keyword, begin, end }) => `${keyword} ${begin} ${end}`).sort()
}

describe('the flat tables find what the library finds', () => {
  // A pattern of one character has every place looked at; without one the head filter chooses.
  test.each([
    ['patterns of any length', 1],
    ['patterns of two characters and more', 2],
    ['patterns of three characters and more', 3],
  ])('%s', (_, minLength) => {
    const patternLists = fc.uniqueArray(wordOf(minLength), { maxLength: 20 })
    const texts = fc.array(wordOf(1), { maxLength: 30 }).map((words) => words.join(''))
    fc.assert(
      fc.property(patternLists, texts, (patterns, start) => {
        const text = start + patterns.join('国')
        expect(found(patterns, text)).toEqual(oracle(patterns, text))
      }),
      { numRuns: 500 },
    )
  })

  test('thousands of patterns over a text in which they nearly stand', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * at * 7) % 997))).join('')
    const patterns = [...new Set(Array.from({ length: 4000 }, (_, at) => pieceOf(text, at)))]
    expect(found(patterns, text)).toEqual(oracle(patterns, text))
  })
})

/** 2–12 characters of the text; in two of three the last is another one. */
function pieceOf(text: string, at: number): string {
  const start = (at * 37) % (text.length - 12)
  const piece = text.slice(start, start + 2 + (at % 11))
  return at % 3 === 0 ? piece : `${piece.slice(0, -1)}${String.fromCharCode(0x4e00 + (at % 1013))}`
}

/** How often a scan reads a node, and a character of the text. */
function readsOf(patterns: readonly string[], text: string): number {
  let reads = 0
  const counted = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(object, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++
        return Reflect.get(object, key)
      },
    })
  const tables = readTables(new AhoCorasick([...patterns]), patterns) as AutomatonTables
  const characters = {
    length: text.length,
    charCodeAt: (at: number) => {
      reads++
      return text.charCodeAt(at)
    },
  }
  scanner({ ...tables, nodes: counted(tables.nodes) })(characters as unknown as string, () => undefined)
  return reads
}

describe('steps grow with the text, not with how nearly it matches', () => {
  const long = '啊'.repeat(500)
  test.each([
    ['a near miss of 500 characters', [`${long}哦`], '啊'],
    ['a near miss of 500 characters that breaks off', [`${long}哦`], `${'啊'.repeat(499)}乙`],
    ['near misses of every length', Array.from({ length: 60 }, (_, at) => `${'啊'.repeat(at + 1)}哦`), '啊'],
    ['near misses that begin anew', [`${'甲乙'.repeat(250)}丙`, `${'乙甲'.repeat(250)}丙`], '甲乙'],
    ['beginnings only', ['甲乙丙', '乙丙甲丁', '丙甲乙戊'], '甲乙丙'],
  ])('%s', (_, patterns, unit) => {
    const reads = (length: number) => readsOf(patterns, unit.repeat(length / unit.length))
    const once = reads(6000)
    expect(reads(12_000)).toBeLessThanOrEqual(2.05 * once)
    // A handful of reads for each character, whatever the patterns.
    expect(once).toBeLessThanOrEqual(12 * 6000)
  })
})
