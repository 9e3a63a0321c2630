import type { MappedText } from '../../text/offset-map.ts'
import type { Link } from '../../types.ts'
import type { Collection } from '../collection.ts'
import type { Wording } from '../wording.ts'

/** A link whose visible text is still being read. */
interface OpenLink {
  readonly link: Link
  readonly address: MappedText | undefined
}

/** Longer than any link's wording: a link that is never closed must not carry the rest of the page. */
const LONGEST = 500

/** Gathers the text between `<a href>` and `</a>`, which may run through several blocks. */
export class LinkTexts {
  readonly #collection: Collection
  #open: OpenLink | undefined
  #text = ''
  #mark = 0

  constructor(collection: Collection) {
    this.#collection = collection
  }

  get isOpen(): boolean {
    return this.#open !== undefined
  }

  open(link: OpenLink, wording: Wording): void {
    this.#open = link
    this.#text = ''
    this.#mark = wording.mark
  }

  /** The block ends here; the link may go on in the next one. */
  leave(wording: Wording): void {
    if (this.#open !== undefined && this.#text.length < LONGEST) this.#text += ` ${wording.since(this.#mark)}`
  }

  enter(wording: Wording): void {
    this.#mark = wording.mark
  }

  close(wording: Wording): void {
    if (this.#open === undefined) return
    this.leave(wording)
    const text = this.#text.trim().slice(0, LONGEST)
    this.#collection.link(text === '' ? this.#open.link : { ...this.#open.link, text }, this.#open.address)
    this.#open = undefined
  }
}
