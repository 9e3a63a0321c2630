import { PairBits } from '../pair-bits.ts'

/** Called for each occurrence of a form: its index in the list and `[start, end)` in the text. */
export type Visit = (form: number, start: number, end: number) => void

/** Finds every occurrence of every form, overlapping ones too, from left to right by their ends. */
export interface FormIndex {
  scan(text: string, visit: Visit): void
}

/**
 * Indexes forms by their last two characters. Names of institutions, offices and places share few endings (部, 总局,
 * 书记), so looking back from an ending is as fast as an automaton here, and there is little to build at start-up.
 * Forms: distinct, two characters and more.
 */
export function indexForms(forms: readonly string[]): FormIndex {
  const endings = new PairBits()
  const byEnding = new Map<number, number[]>()
  for (const [index, form] of forms.entries()) {
    const ending = endingAt(form, form.length - 1)
    endings.add(ending >>> 16, ending & 0xffff)
    const known = byEnding.get(ending)
    if (known === undefined) byEnding.set(ending, [index])
    else known.push(index)
  }
  return {
    scan(text, visit) {
      for (let last = endings.next(text, 1); last < text.length; last = endings.next(text, last + 1)) {
        for (const index of byEnding.get(endingAt(text, last)) ?? []) {
          const form = forms[index] ?? ''
          if (text.endsWith(form, last + 1)) visit(index, last + 1 - form.length, last + 1)
        }
      }
    },
  }
}

/** The unit at `last` and the one before it as one number. */
function endingAt(text: string, last: number): number {
  return ((text.charCodeAt(last - 1) << 16) | text.charCodeAt(last)) >>> 0
}
