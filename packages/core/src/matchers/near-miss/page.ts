import { particleList } from './alignment.ts'
import { endMarks, marksVouch } from './context.ts'
import { droppedMarks, fold, foldedRanges, type Skeleton, skeletonOf } from './skeleton.ts'

/** Stands before and behind each text: no form has it. */
const margin = 1

/** So much of it that no reading of a form goes from one text to the next: more than a form's changes and particles. */
const marginWidth = 12

/** Before the first text more: a form's first character is looked for so far before its seed. */
const firstMargin = 64

/** More than any form's characters. */
const far = 255

/** Texts are added while fewer characters than these stand on the page: what is listed of it stays near the processor. */
const enough = 16_384

/**
 * Texts side by side as one skeleton, so that the many short ones of a draft are searched as one. Filled anew again and
 * again: a draft's texts allocate nothing.
 *
 *     texts    共建，共享                 “五位” 一体
 *     codes    ··· 共 建 共 享 ··· 五 位 一 体 ···
 *     starts       ^               ^
 */
export class Page {
  codes: Uint16Array = new Uint16Array(0)
  /** By end of a stretch: how far before is the last end that marks may vouch for; `far` and more are one. */
  #vouched: Uint8Array = new Uint8Array(0)
  /** By character: how far before is the last particle. */
  #particlesBefore: Uint8Array = new Uint8Array(0)
  /** Characters and margins. */
  length = 0
  /** How many texts there are; by text where its characters begin and end. */
  count = 0
  readonly starts: number[] = []
  readonly ends: number[] = []
  /** Where the particles stand, and their count: what was listed of an earlier page stays behind it. */
  readonly particles: number[] = []
  particleCount = 0
  #lastVouched = -far
  #lastParticle = -far
  #texts: readonly { readonly text: string }[] = []
  #first = 0
  readonly #skeletons = new Map<number, Skeleton>()

  /**
   * Fills the page with texts from the `from`th on, at least one, and tells which is the first that it left. Where they
   * stand on it already, as when another matcher asked before, nothing is done.
   */
  fill(texts: readonly { readonly text: string }[], from: number): number {
    if (texts === this.#texts && from === this.#first && this.count > 0) return from + this.count
    this.length = 0
    this.count = 0
    this.particleCount = 0
    this.#lastVouched = -far
    this.#lastParticle = -far
    this.#texts = texts
    this.#first = from
    this.#skeletons.clear()
    this.#makeRoom(firstMargin)
    this.#leaveMargin(firstMargin)
    let next = from
    while (next < texts.length && (next === from || this.length < enough)) this.#add(texts[next++]!.text)
    return next
  }

  /** The text that characters `[start, end)` stand in, or -1 where they touch a margin. */
  textOf(start: number, end: number): number {
    let [low, high] = [0, this.count - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle]! > start) high = middle - 1
      else low = middle
    }
    return this.starts[low]! <= start && end <= this.ends[low]! ? low : -1
  }

  /** Whether marks may vouch for a stretch that ends at `from`, `to` or between. */
  mayBeVouched(from: number, to: number): boolean {
    const last = Math.min(to, this.length - 1)
    return this.#vouched[last]! <= last - from
  }

  /** Whether a particle stands among the characters after (`reach` positive) or before `at`. */
  hasParticle(at: number, reach: number): boolean {
    const last = reach > 0 ? Math.min(at + reach, this.length - 1) : at - 1
    return this.#particlesBefore[last]! <= last - (reach > 0 ? at + 1 : at + reach)
  }

  /** The skeleton of one of the texts by itself. */
  skeletonOf(text: number): Skeleton {
    const known = this.#skeletons.get(text) ?? skeletonOf(this.#texts[this.#first + text]!.text)
    this.#skeletons.set(text, known)
    return known
  }

  /** Whether the marks around a stretch vouch for it, whatever the form. */
  marksVouch({ start, end }: { start: number; end: number }): boolean {
    if (this.#vouched[end] !== 0) return false
    const text = this.textOf(start, end)
    const from = this.starts[text]!
    return text >= 0 && marksVouch(this.skeletonOf(text), { start: start - from, end: end - from })
  }

  #add(text: string): void {
    this.#makeRoom(this.length + text.length + firstMargin)
    const codes = this.codes
    const vouched = this.#vouched
    const particles = this.#particlesBefore
    let [length, lastVouched, lastParticle] = [this.length, this.#lastVouched, this.#lastParticle]
    this.starts[this.count] = length
    // Whether the character before is kept: only what stands right behind a stretch vouches for it.
    let isBeside = false
    for (let i = 0; i < text.length; i++) {
      let code = text.charCodeAt(i)
      const sign = mayHaveSigns(code) ? signs[code]! : 0
      if (sign !== 0) {
        if (isBeside && (sign & signOf.end) !== 0) lastVouched = length
        isBeside = (sign & signOf.dropped) === 0
        if (!isBeside) continue
        if ((sign & signOf.particle) !== 0) this.particles[this.particleCount++] = lastParticle = length
        code = fold(code)
      }
      isBeside = true
      vouched[length] = Math.min(far, length - lastVouched)
      particles[length] = Math.min(far, length - lastParticle)
      codes[length++] = code
    }
    this.length = length
    this.ends[this.count++] = length
    this.#lastVouched = lastVouched
    this.#lastParticle = lastParticle
    this.#leaveMargin(marginWidth)
  }

  #leaveMargin(width: number): void {
    const { length } = this
    for (let at = length; at < length + width; at++) {
      this.codes[at] = margin
      this.#vouched[at] = Math.min(far, at - this.#lastVouched)
      this.#particlesBefore[at] = Math.min(far, at - this.#lastParticle)
    }
    this.length += width
  }

  #makeRoom(length: number): void {
    if (length <= this.codes.length) return
    const room = 2 * Math.max(length, enough)
    this.codes = grown(this.codes, new Uint16Array(room))
    this.#vouched = grown(this.#vouched, new Uint8Array(room))
    this.#particlesBefore = grown(this.#particlesBefore, new Uint8Array(room))
  }
}

function grown<Numbers extends Uint16Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}

/** What is to be known of a character; nearly always nothing. */
const signOf = { dropped: 1, folded: 2, end: 4, particle: 8 } as const

const signs = new Uint8Array(65_536)
for (const mark of droppedMarks) signs[mark.charCodeAt(0)]! |= signOf.dropped
for (const char of particleList) signs[char.charCodeAt(0)]! |= signOf.particle
for (const mark of endMarks) signs[mark.charCodeAt(0)]! |= signOf.end
for (const [first, last] of foldedRanges) {
  for (let code = first; code <= last; code++) {
    signs[code]! |= signOf.folded
    if (endMarks.includes(String.fromCharCode(fold(code)))) signs[code]! |= signOf.end
  }
}

/** By their last eight bits, in which they differ: the Chinese characters that have a sign. So `signs` mostly stays unread. */
const hanWithSigns = new Uint16Array(256)
for (const char of particleList + endMarks) hanWithSigns[char.charCodeAt(0) & 255] = char.charCodeAt(0)

function mayHaveSigns(code: number): boolean {
  return code < 0x3400 || code > 0x9fff || hanWithSigns[code & 255] === code
}
