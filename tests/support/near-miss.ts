import type { Form } from '../../packages/core/src/matchers/near-miss/form.ts'
import { Page } from '../../packages/core/src/matchers/near-miss/page.ts'

/** A form of a catalog that nothing is known of but its characters. */
export function formOf(skeleton: string): Form {
  return { text: skeleton, skeleton, hasMarks: false, before: [], after: [], period: {}, citations: [], rules: [0] }
}

/** A page that holds one text. */
export function pageOf(text: string): Page {
  const page = new Page()
  page.fill([{ text }], 0)
  return page
}
