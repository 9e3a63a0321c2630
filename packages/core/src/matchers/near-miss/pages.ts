import { Page } from './page.ts'

/** Filled by one draft after the other; matchers that ask for the same draft one after the other find it filled. */
const page: Page = new Page()

/** Lays texts out page by page; a page's first text is the `first`th of all. Mostly a draft has one page. */
export function eachPage(texts: readonly { readonly text: string }[], read: (page: Page, first: number) => void): void {
  for (let first = 0, next = 0; first < texts.length; first = next) {
    next = page.fill(texts, first)
    read(page, first)
  }
}
