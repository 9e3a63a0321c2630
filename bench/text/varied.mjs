// Text of as many different words as real official text has, without meaning: prose.mjs repeats its templates, which no
// word list of thousands would notice in life. On work reports and laws, with forms cut in the same way, as many places
// begin a form and as many forms are found.
import { between, pick, randomness } from './random.mjs'

const WORDS = 60_000
const CHARACTERS = 3000
const FLAT = 50

/** So many UTF-16 units of made-up words in sentences, the same for the same seed. */
export function variedText(length, seed = 11) {
  const random = randomness(seed)
  const words = Array.from({ length: WORDS }, () => word(random))
  const parts = []
  for (let written = 0; written < length; ) {
    const part = clause(random, words)
    parts.push(part)
    written += part.length
  }
  return parts.join('').slice(0, length)
}

/** Common words are common: a sentence's words by their rank. */
function clause(random, words) {
  const text = Array.from({ length: between(random, 2, 7) }, () => words[rank(random, words.length)]).join('')
  return text + pick(random, ['，', '，', '，', '。', '、', '；\n'])
}

function word(random) {
  const length = pick(random, [1, 2, 2, 2, 2, 3, 4])
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + 7 * rank(random, CHARACTERS))).join('')
}

/** A rank by Zipf's and Mandelbrot's law: the first FLAT ranks are about equally common. */
function rank(random, count) {
  return Math.floor(FLAT * (1 + count / FLAT) ** random() - FLAT)
}
