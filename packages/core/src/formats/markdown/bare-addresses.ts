import type { MappedText } from '../../text/offset-map.ts'
import type { DocumentSpan } from '../../types.ts'
import type { Collection } from '../collection.ts'
import { urlsIn } from '../url.ts'

/** Finds the web addresses of a segment that are not part of a link already. */
export class BareAddresses {
  readonly #collection: Collection
  /** Links of the segment that is being read, in order. */
  #linked: DocumentSpan[] = []

  constructor(collection: Collection) {
    this.#collection = collection
  }

  /** This stretch is a link, whatever it says. */
  exclude(span: DocumentSpan): void {
    this.#linked.push(span)
  }

  /** The segment is complete; what was excluded in it is forgotten. */
  add({ text, map }: MappedText): void {
    let next = 0
    for (const found of urlsIn(text, 0, text.length)) {
      const span = map.toDocument({ start: found.start, end: found.end })
      while (next < this.#linked.length && this.#linked[next]!.end <= span.start) next++
      const linked = this.#linked[next]
      if (linked !== undefined && linked.start < span.end) continue
      const url = text.slice(found.start, found.end)
      this.#collection.visibleLink({ url, span, text: url })
    }
    this.#linked = []
  }
}
