import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../packages/core/src/matchers/near-miss/catalog-index.ts'
import { search } from '../../packages/core/src/matchers/near-miss/search.ts'
import { formOf, pageOf } from '../support/near-miss.ts'

/** Repeatable randomness (mulberry32). */
function randomness(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const random = randomness(11)
const characters = Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x4e00 + 31 * i))
const words = Array.from({ length: 3000 }, () => characterAt() + characterAt())

function characterAt(): string {
  return characters[Math.floor(random() * characters.length)]!
}

/** A word, common ones far more often (Zipf's law). */
function word(): string {
  return words[Math.floor(words.length ** random()) - 1] ?? words[0]!
}

function phrase(count: number): string {
  return Array.from({ length: count }, word).join('')
}

const catalog = new Set<string>()
while (catalog.size < 50_000) catalog.add(phrase(2 + Math.floor(random() * 4)))
const skeletons = [...catalog]
const texts = { 'of other words': ofOtherWords(20_000), 'of the forms’ own words': phrase(10_000) }

/** Words of the same characters, nearly all of which are no form's. */
function ofOtherWords(length: number): string {
  return Array.from({ length }, () => (random() < 0.2 ? word() : characterAt())).join('')
}

/** Counted work for each 1,000 characters: lists opened, spellings asked for their ends, and spellings read. */
function workOf(size: number, text: string): number {
  const forms = skeletons.slice(0, size).map(formOf)
  const { work } = search(buildIndex(forms, []), pageOf(text))
  return (1000 * (work.visits + work.asked + work.verified)) / text.length
}

describe('the work for each character hardly grows with the catalog', () => {
  it.each(Object.entries(texts))('in a text %s', (_, text) => {
    const [few, many] = [workOf(5_000, text), workOf(50_000, text)]
    expect(few).toBeGreaterThan(0)
    expect(many).toBeLessThan(5 * few)
  })
})

describe('a form is found among 50,000', () => {
  it('though a character differs', () => {
    const index = buildIndex(skeletons.map(formOf), [])
    const long = skeletons.findIndex(({ length }) => length === 10)
    const skeleton = skeletons[long]!
    const broken = skeleton.slice(0, 4) + skeleton.slice(5)
    const { near } = search(index, pageOf(`，${broken}。`))
    expect(near.map(({ form }) => form)).toContain(long)
  })
})
