import { expect, test } from 'vitest'
import { longest, Repeats } from '../../packages/core/src/matchers/repetition/repeats.ts'

/** Texts of few characters, so that much comes again. */
function* texts(): Generator<string> {
  let state = 20_261_122
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % limit
  }
  const units = '安全生产落实。；，！研究20'
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: below(40) }, () => units[below(units.length)]).join('')
    yield below(3) === 0 ? `${text}。${text}。` : text
  }
}

/** Whether a sentence of ten characters and more follows itself. */
function hasDoubledSentence(text: string): boolean {
  const sentences = text.match(/[^。！？；]+[。！？；]?/g) ?? []
  return sentences.some((one, index) => one.length >= 10 && one === sentences[index + 1])
}

test('one pass misses nothing that comes again', () => {
  const repeats = new Repeats()
  let found = 0
  for (const text of texts()) {
    const any = repeats.read(text)
    const places = Array.from(text, (_, at) => at)
    const pairs = places.filter((at) => {
      const again = text.indexOf(text.slice(at, at + 2), at + 1)
      return at + 1 < text.length && again > 0 && again - at <= longest
    })
    const doubled = places.filter((at) => at > 0 && text[at] === text[at - 1])
    expect(repeats.pairs.slice(0, repeats.pairCount).reverse(), text).toEqual(expect.arrayContaining(pairs))
    expect(repeats.doubled.slice(0, repeats.doubledCount).reverse(), text).toEqual(doubled)
    if (hasDoubledSentence(text)) expect(repeats.hasLikeEnds, text).toBe(true)
    if (pairs.length + doubled.length > 0) expect(any, text).toBe(true)
    found += pairs.length
  }
  expect(found).toBeGreaterThan(1000)
})
