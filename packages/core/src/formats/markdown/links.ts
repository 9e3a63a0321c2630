import type { MappedText } from '../../text/offset-map.ts'
import type { DocumentSpan, Link } from '../../types.ts'
import type { Collection } from '../collection.ts'

/** A place that a link leads to. */
export interface Destination {
  readonly address: MappedText | undefined
  readonly span: DocumentSpan
}

/** A link or image that is being read. */
interface OpenLink {
  readonly mark: number
  destination?: Destination
  label?: string
  reference?: string
}

/** Joins links to their destinations; `[text][label]` may come before or after `[label]: destination`. */
export class Links {
  readonly #collection: Collection
  readonly #open: OpenLink[] = []
  readonly #definitions = new Map<string, Destination>()
  readonly #references: { readonly label: string; readonly text: string }[] = []
  #label = ''

  constructor(collection: Collection) {
    this.#collection = collection
  }

  /** A link begins; `mark` tells `close` where its text began. */
  open(mark: number): void {
    this.#open.push({ mark })
  }

  label(label: string): void {
    const link = this.#open.at(-1)
    if (link !== undefined) link.label = label
  }

  reference(label: string): void {
    const link = this.#open.at(-1)
    if (link !== undefined) link.reference = label
  }

  destination(destination: Destination): void {
    const link = this.#open.at(-1)
    if (link !== undefined) link.destination = destination
  }

  /** The innermost link ends; `textSince` gives its visible text, empty for images. */
  close(textSince: (mark: number) => string): void {
    const link = this.#open.pop()
    if (link === undefined) return
    const text = textSince(link.mark)
    if (link.destination !== undefined) this.#add(link.destination, text)
    else this.#references.push({ label: identifier(link.reference ?? link.label ?? ''), text })
  }

  definitionLabel(label: string): void {
    this.#label = identifier(label)
  }

  /** The first definition of a label counts. */
  define(destination: Destination): void {
    if (!this.#definitions.has(this.#label)) this.#definitions.set(this.#label, destination)
  }

  /** Adds all links by label, and the definitions that no link uses. */
  finish(): void {
    const used = new Set<string>()
    for (const { label, text } of this.#references) {
      const definition = this.#definitions.get(label)
      if (definition === undefined) continue
      if (used.has(label)) this.#collection.visibleLink(linkTo(definition, text))
      else this.#add(definition, text)
      used.add(label)
    }
    for (const [label, definition] of this.#definitions) if (!used.has(label)) this.#add(definition, '')
  }

  #add(destination: Destination, text: string): void {
    this.#collection.link(linkTo(destination, text), destination.address)
  }
}

function linkTo({ address, span }: Destination, text: string): Link {
  return { url: address?.text ?? '', span, ...(text === '' ? {} : { text }) }
}

function identifier(label: string): string {
  return label
    .replaceAll(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
}
