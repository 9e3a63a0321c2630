import type { Edit, Finding, Safety } from './types.ts'

/**
 * The edits of the findings' first suggestions that are at least as safe as asked, in text order. Of overlapping edits
 * the first stays; a finding with several right forms is never applied unasked.
 */
export function chooseEdits(findings: readonly Finding[], safety: Safety): Edit[] {
  const edits: Edit[] = []
  let reached = 0
  for (const { suggestions } of [...findings].sort((a, b) => a.span.start - b.span.start)) {
    const [first] = suggestions
    if (first?.edit === undefined || (safety === 'safe' && first.safety !== 'safe')) continue
    if (suggestions.length > 1 || first.edit.span.start < reached) continue
    edits.push(first.edit)
    reached = first.edit.span.end
  }
  return edits
}

/** `text` with the edits made; edits are in text order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let reached = 0
  for (const { span, text: replacement } of edits) {
    result += text.slice(reached, span.start) + replacement
    reached = span.end
  }
  return result + text.slice(reached)
}
