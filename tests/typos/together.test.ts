import { defaultModel } from '@kanwu/node'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInCommonWord } from '../../packages/core/src/matchers/statistical/candidates.ts'
import { addFitting, fittingOf, mostEntries } from '../../packages/core/src/matchers/statistical/fitting.ts'
import { askedTogether } from '../../packages/core/src/matchers/statistical/innocence.ts'
import { type Line, layOut } from '../../packages/core/src/matchers/statistical/line.ts'
import { suspicions } from '../../packages/core/src/matchers/statistical/scan.ts'
import { Shortlist } from '../../packages/core/src/matchers/statistical/shortlist.ts'
import { encode, encodedSize, firstCharacter, kind, margin } from '../../packages/core/src/model/character-table.ts'
import { meantId } from '../../packages/core/src/model/confusions.ts'
import {
  createGramTable,
  gramHash,
  putGram,
  readSteps,
  stepsOf,
  tripleHash,
} from '../../packages/core/src/model/gram-table.ts'
import { RunCounts } from '../../packages/core/src/model/run-counts.ts'
import { togetherMost } from '../../packages/core/src/model/together.ts'

const model = defaultModel()!
const { characters, grams } = model

describe('runs that are looked up together', () => {
  const ids = fc.integer({ min: 0, max: 0x1fff })

  test('have the hash of each', () => {
    fc.assert(
      fc.property(ids, ids, ids, (first, second, third) => {
        expect(tripleHash(first, second, third)).toBe(gramHash(Uint16Array.of(first, second, third), 0, 3))
      }),
    )
  })

  test('have the counts of each, in a full table, in small ones and in an empty one', () => {
    const tables = [
      grams,
      tableOf([]),
      tableOf([1, 2, 3]),
      tableOf(Array.from({ length: 200 }, (_, at) => at * 0x1234567)),
    ]
    const hashes = fc.array(fc.oneof(fc.integer(), fc.constantFrom(1, 2, 3, 0x1234567, 0x1234567 * 150)), {
      maxLength: togetherMost,
    })
    for (const table of tables) {
      fc.assert(
        fc.property(hashes, (asked) => {
          const together = Int32Array.from(asked)
          readSteps(table, together, asked.length)
          expect([...together]).toEqual(asked.map((hash) => stepsOf(table, hash | 0)))
        }),
        { numRuns: 30 },
      )
    }
  })

  test('know what runs of a text count, with a publisher’s own counts as well', () => {
    const text = '县政府召开常务会议研究部署今年防汛抗旱和安全生产工作'
    const ids = encode(text, characters)
    const starts = Int32Array.from({ length: text.length - 2 }, (_, at) => at + margin)
    const own = tableOf([...starts.subarray(3, 9)].map((at) => gramHash(ids, at, at + 3)))
    for (const counted of [{ grams }, { grams, own }, { grams: tableOf([]), own }]) {
      const [alone, together] = [new RunCounts(counted), new RunCounts(counted)]
      for (const counts of [alone, together]) counts.read(ids, encodedSize(text))
      together.readTriples(starts, starts.length)
      const said = [...starts].map((at) => together.count(at, 3))
      expect(said).toEqual([...starts].map((at) => alone.count(at, 3)))
      expect(said.filter((count) => count > 0).length).toBeGreaterThan(5)
    }
  })
})

/** A table that counts each of the runs, given by their hashes, more often than the one before. */
function tableOf(hashes: readonly number[]) {
  const table = createGramTable(hashes.length)
  for (const [at, hash] of hashes.entries()) putGram(table, hash | 0, at + 2)
  return table
}

/** Characters in no order: whatever they are confused with stands beside something that it is counted with. */
function jumble(length: number, seed: number): string {
  const common = [...characters.characters]
    .map((character, at) => [character, model.rarity[at + firstCharacter]!] as const)
    .sort(([, one], [, other]) => one - other)
    .slice(0, 200)
    .map(([character]) => character)
  let state = seed
  const next = () => {
    state = (Math.imul(state, 48271) >>> 0) % 0x7fffffff
    return state
  }
  return Array.from({ length }, (_, at) => (at % 29 === 28 ? '，' : common[next() % common.length]!)).join('')
}

describe('the candidates of a text', () => {
  test('are those that a plain search finds in a run of three or in a common word', () => {
    const line = layOut(jumble(250, 5), model)
    const list = new Shortlist()
    const expected: [place: number, entry: number, triple: number][] = []
    for (let place = margin; place < 230 + margin; place++) {
      if (line.ids[place]! < kind.unknown) continue
      list.add(line, place, place)
      const fitting = fittingOf(mostEntries)
      addFitting(fitting, line, place)
      for (const entry of fitting.entries.subarray(0, fitting.count)) {
        const triple = bestTriple(line, place, meantId(entry))
        if (triple > 0 || isInCommonWord(line, place, meantId(entry))) expected.push([place, entry, triple])
      }
    }
    list.weigh(line)
    const found = [...list.places.subarray(0, list.placeCount)].flatMap((place, index) => {
      const [from, to] = [index === 0 ? 0 : list.ends[index - 1]!, list.ends[index]!]
      return [...list.entries.subarray(from, to)].map((entry, at) => [place, entry, list.triples[from + at]!])
    })
    expect(found).toEqual(expected)
    expect(expected.filter(([, , triple]) => triple > 0).length).toBeGreaterThan(20)
    expect(expected.filter(([, , triple]) => triple === 0).length).toBeGreaterThan(5)
  })

  test('are found in a text that has more of them than a list has room for', () => {
    const text = jumble(4000, 3)
    const list = new Shortlist()
    const line = layOut(text, model)
    let places = 0
    for (; !list.isFull; places++) list.add(line, margin + places, places)
    expect(places).toBeLessThan(askedTogether)
    const lines = text.split('，')
    const told = (one: string) => suspicions(one, model, 0.5).map(({ written, meant, at }) => [written, meant, at])
    let from = 0
    const expected = lines.flatMap((one) => {
      const found = told(one).map(([written, meant, at]) => [written, meant, Number(at) + from])
      from += one.length + 1
      return found
    })
    expect(expected.length).toBeGreaterThan(20)
    expect(told(text)).toEqual(expected)
  })
})

/** The count of the best-known run of three with the character in the place, whose pairs are known as well. */
function bestTriple({ ids }: Line, place: number, id: number): number {
  const changed = ids.slice()
  changed[place] = id
  const own = new RunCounts(model)
  own.read(changed, changed.length)
  const isWhole = (from: number) => changed.subarray(from, from + 3).every((one) => one !== kind.boundary)
  const arePairs = (from: number) => own.pair(from) > 0 && own.pair(from + 1) > 0
  const triples = [place - 2, place - 1, place].filter((from) => isWhole(from) && arePairs(from))
  return Math.max(0, ...triples.map((from) => own.count(from, 3)))
}

test('a long text is found to hold what its lines hold one by one', () => {
  const line =
    '县政府召开常务会议，研就部署今年防汛抗旱和安全生产工作。镇里的老茶馆翻修一新，游客坐在河边听评弹，一坐就是半天，'
  const rest = '龙潭垭口桂竹坪寨锣鼓棚，蔺家岙石臼塘麂皮屯，骊浦闸邳庄埠褚坊弄翟桥。'
  const lines = Array.from(
    { length: 60 },
    (_, at) =>
      `${line}${[...rest].slice(at % 7).join('')}${[...rest]
        .reverse()
        .slice(at % 5)
        .join('')}`,
  )
  let from = 0
  const expected = lines.flatMap((one) => {
    const found = suspicions(one, model, 2).map(({ at, meant }) => [at + from, meant])
    from += one.length
    return found
  })
  expect(expected.length).toBeGreaterThanOrEqual(60)
  expect(suspicions(lines.join(''), model, 2).map(({ at, meant }) => [at, meant])).toEqual(expected)
})

test.each([
  ['words farther off', '武', '各部门要密切配合做好安全武产检查', '各部门要密切配合做好安全武产检查处'],
  ['a run of four', '否', '严格按照有关规定否理审批手续', '严格按照有律规定否理审批手续'],
])(
  'what is right only by %s is not remembered as right wherever nearer neighbours are the same',
  (_, written, doubtful, sound) => {
    const asked = { ...model }
    const isTold = (text: string) => suspicions(text, asked, 2).some(({ at }) => at === text.indexOf(written))
    expect(isTold(doubtful)).toBe(true)
    // Looked into, then known by all that lies around, then asked about once more.
    for (let time = 0; time < 3; time++) expect(isTold(sound)).toBe(false)
    expect(isTold(doubtful)).toBe(true)
  },
)
