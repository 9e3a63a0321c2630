// Word lists for the core scan: forms that nearly stand in the text, as those of a rulebook do, and a few that do.
import { between, randomness } from './random.mjs'

/** Distinct forms of 2–12 characters, 99 % of them cut from `text` with one character changed. */
export function formsFrom(text, count, seed = 3) {
  const random = randomness(seed)
  const forms = new Set()
  for (let tries = 0; forms.size < count && tries < count * 40; tries++) {
    const start = between(random, 0, text.length - 13)
    const form = text.slice(start, start + lengthOf(random))
    if (!/^[一-鿿]+$/.test(form)) continue
    forms.add(random() < 0.01 ? form : changed(random, form))
  }
  return [...forms]
}

function lengthOf(random) {
  const share = random()
  if (share < 0.25) return 2
  if (share < 0.45) return 3
  return share < 0.75 ? 4 : between(random, 5, 12)
}

function changed(random, form) {
  const at = between(random, 0, form.length - 1)
  const character = String.fromCharCode(0x4e00 + Math.floor(random() * 6000))
  return form.slice(0, at) + character + form.slice(at + 1)
}
