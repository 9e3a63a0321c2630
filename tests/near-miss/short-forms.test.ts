import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alike } from '../../packages/core/src/language/similarity.ts'
import { buildIndex } from '../../packages/core/src/matchers/near-miss/catalog-index.ts'
import { stepToBucket } from '../../packages/core/src/matchers/near-miss/families.ts'
import type { Form } from '../../packages/core/src/matchers/near-miss/form.ts'
import { scanJoints } from '../../packages/core/src/matchers/near-miss/joints.ts'
import { type Candidate, search } from '../../packages/core/src/matchers/near-miss/search.ts'
import { buildSeedTable } from '../../packages/core/src/matchers/near-miss/seeds.ts'
import { Triples } from '../../packages/core/src/matchers/near-miss/triples.ts'
import { formOf, pageOf } from '../support/near-miss.ts'

function searchIn(form: Form, text: string): { near: readonly Candidate[]; wholes: number } {
  const { near, wholes } = search(buildIndex([form], []), pageOf(text))
  return { near, wholes: wholes.count }
}

const short = ['护林防火值班', '沿江植树造林队']

/** Every two places of so many. */
function pairsOf(length: number): [number, number][] {
  return Array.from({ length }, (_, i) => i).flatMap((i) =>
    Array.from({ length: length - i - 1 }, (_, j): [number, number] => [i, i + 1 + j]),
  )
}

function without(form: string, places: readonly number[]): string {
  return [...form].filter((_, at) => !places.includes(at)).join('')
}

describe.each(short)('%s', (form) => {
  const last = form.length - 1
  const pairs = pairsOf(form.length).filter(([one, other]) => one > 0 || other < last)

  it('is found without any two of its characters, its ends only where something vouches for it', () => {
    for (const places of pairs) {
      const left = without(form, places)
      const stretch = { start: expect.any(Number), end: expect.any(Number) }
      const [headWhole, tailWhole] = [!places.includes(0), !places.includes(last)]
      const found = { ...stretch, form: 0, cost: 2, headWhole, tailWhole }
      expect(searchIn(formOf(form), `他写了“${left}”。`).near, left).toContainEqual(found)
      const plain = searchIn(formOf(form), `，${left}，`).near
      expect(plain.length > 0, left).toBe(headWhole && tailWhole)
      const vouched = searchIn({ ...formOf(form), before: ['参加'] }, `，${left}，`).near
      expect(vouched, left).toContainEqual(found)
    }
  })

  it('is found with a slip though a particle stands anywhere inside', () => {
    for (let slip = 1; slip < last; slip++) {
      const broken = form.slice(0, slip) + alike(form.charAt(slip))[0]! + form.slice(slip + 1)
      for (let at = 1; at <= last; at++) {
        const text = `，${broken.slice(0, at)}的${broken.slice(at)}，`
        expect(searchIn(formOf(form), text).near, text).toContainEqual(expect.objectContaining({ cost: 1 }))
      }
    }
  })

  it('is found with two characters swapped though a particle stands elsewhere', () => {
    for (let first = 1; first + 1 < last; first++) {
      const broken = form.slice(0, first) + form[first + 1] + form[first] + form.slice(first + 2)
      for (const at of [1, last].filter((place) => place < first || place > first + 2)) {
        const text = `，${broken.slice(0, at)}的${broken.slice(at)}，`
        expect(searchIn(formOf(form), text).near, text).toContainEqual(expect.objectContaining({ cost: 1 }))
      }
    }
  })

  it('is not found with two swapped and more particles than a wording may have', () => {
    const middle = Math.round(form.length / 2)
    const broken = form.slice(0, middle - 1) + form[middle] + form[middle - 1] + form.slice(middle + 1)
    const found = (particles: string) =>
      searchIn(formOf(form), `，${broken.slice(0, -1)}${particles}${broken.at(-1)}，`)
    expect(found('的的').near).not.toEqual([])
    expect(found('的的的').near).toEqual([])
  })

  it('stands as it should with a particle inside', () => {
    for (let at = 1; at <= last; at++) {
      const { near, wholes } = searchIn(formOf(form), `，${form.slice(0, at)}的${form.slice(at)}，`)
      expect(wholes + near.filter(({ cost }) => cost === 0).length).toBeGreaterThan(0)
    }
  })
})

describe('seeds with a particle put in', () => {
  const char = fc.constantFrom(...'甲乙丙')
  const piece = fc.array(char, { minLength: 2, maxLength: 4 }).map((chars) => chars.join(''))
  const text = fc.array(fc.oneof(char, fc.constantFrom('的', '与')), { maxLength: 40 }).map((chars) => chars.join(''))

  it('are found where they have three characters or four, and only there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(piece, { minLength: 1, maxLength: 30 }), text, (seeds, chars) => {
        const roots = seeds.map((_, number) => stepToBucket(number, 1))
        const page = pageOf(chars)
        const found = new Triples()
        scanJoints(buildSeedTable(seeds, roots), page, found)
        const [from] = page.starts
        const expected = seeds.flatMap((seed, number) =>
          [...chars].flatMap((_, start) =>
            Array.from({ length: seed.length - 1 }, (_, i) => start + 1 + i)
              .filter((at) => seed.length > 2 && isParticleAt(chars, at))
              .filter((at) => chars.slice(start, at) + chars.slice(at + 1, start + seed.length + 1) === seed)
              .map(() => [roots[number]!, from! + start, from! + start + seed.length + 1]),
          ),
        )
        const rows = Array.from({ length: found.count }, (_, row) => [...found.values.subarray(3 * row, 3 * row + 3)])
        expect(rows.sort()).toEqual(expected.sort())
      }),
      { numRuns: 400 },
    )
  })

  function isParticleAt(chars: string, at: number): boolean {
    return chars[at] === '的' || chars[at] === '与'
  }
})
