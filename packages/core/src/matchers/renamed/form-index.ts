/** Called for each occurrence of a form: its index in the list and `[start, end)` in the text. */
export type Visit = (form: number, start: number, end: number) => void

/** Finds every occurrence of every form, overlapping ones too, from left to right by their ends. */
export interface FormIndex {
  scan(text: string, visit: Visit): void
}

/**
 * Indexes forms by their last two characters. Names of institutions, offices and places share few endings (部, 总局,
 * 书记), so looking back from an ending is as fast as an automaton here, and there is nothing to build at start-up.
 * Forms: distinct, two characters and more.
 */
export function indexForms(forms: readonly string[]): FormIndex {
  const endings = new Uint8Array(65_536)
  const byEnding = new Map<string, number[]>()
  for (const [index, form] of forms.entries()) {
    const ending = form.slice(-2)
    endings[ending.charCodeAt(1)] = 1
    byEnding.set(ending, [...(byEnding.get(ending) ?? []), index])
  }
  return {
    scan(text, visit) {
      for (let end = 2; end <= text.length; end++) {
        if (endings[text.charCodeAt(end - 1)] === 0) continue
        for (const index of byEnding.get(text.slice(end - 2, end)) ?? []) {
          const form = forms[index] ?? ''
          if (text.endsWith(form, end)) visit(index, end - form.length, end)
        }
      }
    },
  }
}
