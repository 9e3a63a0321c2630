import { markdownEvents } from './events.ts'

/** What may be left open over a blank line: fenced code, and HTML that ends at a mark of its own. */
const OPENERS = /```|~~~|<[!?]|<(?:pre|script|style|textarea)\b/i
const PROBE = '\n\n甲'

/** Whether a paragraph that follows the text, a blank line between, stands by itself. */
export function isClosed(text: string): boolean {
  if (!OPENERS.test(text)) return true
  const at = text.length + 2
  let depth = 0
  for (const { kind, type, start } of markdownEvents(text + PROBE).events) {
    if (kind === 'enter' && type === 'paragraph' && start === at) return depth === 0
    if (type === 'content') continue
    depth += kind === 'enter' ? 1 : -1
  }
  return false
}
