import type { DocumentSpan } from '../../types.ts'
import type { Collection, SegmentDetails } from '../collection.ts'
import { entityAt } from '../entity.ts'
import { readHtml } from '../html/reader.ts'
import { Wording } from '../wording.ts'
import { BareAddresses } from './bare-addresses.ts'
import type { MarkdownEvent } from './events.ts'
import { readFrontMatter } from './front-matter.ts'
import { readInlineHtml } from './inline-html.ts'
import { Links } from './links.ts'
import type { Gathering } from './plain-blocks.ts'

type Steps = Readonly<Record<string, (span: DocumentSpan) => void>>

/** Token types whose text is no wording: code, addresses, labels. */
const SILENT: ReadonlySet<string> = new Set(
  `codeFenced codeIndented codeText definition gfmFootnoteCall gfmFootnoteDefinitionLabel htmlFlow htmlText
  reference resource tableDelimiterRow toml yaml`.split(/\s+/),
)

/** Walks micromark's events and gathers wording; token types that are not listed change nothing. */
export class MarkdownReader {
  readonly #source: string
  /** The source with what is not HTML inside its HTML blanked. */
  readonly #html: string
  readonly #collection: Collection
  readonly #links: Links
  readonly #bareAddresses: BareAddresses
  /** The wordings that are being gathered, innermost last; `undefined` where text is silent. */
  readonly #targets: (Wording | undefined)[] = []
  readonly #tables: Gathering['tables']
  #cell = { table: -1, row: -1, column: -1 }
  #marker: string | undefined
  #level = 0
  #setext: Wording | undefined

  constructor(sources: { readonly source: string; readonly html: string }, { collection, tables }: Gathering) {
    this.#source = sources.source
    this.#html = sources.html
    this.#collection = collection
    this.#tables = tables
    this.#links = new Links(collection)
    this.#bareAddresses = new BareAddresses(collection)
  }

  /** Reads one stretch after the other. */
  read(events: readonly MarkdownEvent[]): void {
    for (const { kind, type, start, end } of events) {
      const span = { start, end }
      if (kind === 'enter') this.#enter[type]?.(span)
      if (SILENT.has(type)) this.#silence(kind)
      if (kind === 'exit') this.#exit[type]?.(span)
    }
  }

  /** Nothing is left to be read. */
  finish(): void {
    this.#links.finish()
  }

  readonly #enter: Steps = {
    ...this.#opening([
      'paragraph',
      'atxHeadingText',
      'setextHeadingText',
      'resourceTitleString',
      'definitionTitleString',
    ]),
    ...this.#opening(['resourceDestinationString', 'definitionDestinationString']),
    ...this.#enterTables(),
    data: ({ start, end }) => this.#target?.verbatim(start, end),
    lineEnding: ({ start, end }) => this.#target?.blank({ start, end, breaksLine: true }),
    hardBreakTrailing: ({ start, end }) => this.#target?.lineBreak(start, end),
    hardBreakEscape: ({ start, end }) => this.#target?.lineBreak(start, end),
    characterEscape: ({ start, end }) => this.#target?.decoded(this.#source.slice(end - 1, end), start, end),
    characterReference: ({ start, end }) => {
      const text = entityAt(this.#source, start, 'text')?.text ?? this.#source.slice(start, end)
      this.#target?.decoded(text, start, end)
    },
    codeText: ({ start, end }) => this.#target?.gap(start, end),
    atxHeading: () => {
      this.#level = 0
    },
    atxHeadingSequence: ({ start, end }) => {
      this.#level ||= end - start
    },
    setextHeadingLineSequence: ({ start }) => this.#endSetext(start),
    listItemPrefix: () => {
      this.#marker = ''
    },
    listItemValue: (span) => this.#addToMarker(span),
    listItemMarker: (span) => this.#addToMarker(span),
    link: () => this.#links.open(this.#target?.mark ?? 0),
    image: ({ start, end }) => {
      this.#target?.gap(start, end)
      this.#links.open(0)
      this.#targets.push(new Wording(this.#source))
    },
    autolinkProtocol: (span) => this.#addAutolink(span, ''),
    autolinkEmail: (span) => this.#addAutolink(span, 'mailto:'),
    yaml: (span) => readFrontMatter(this.#source, span, this.#collection),
    toml: (span) => readFrontMatter(this.#source, span, this.#collection),
    htmlFlow: (span) => void readHtml(this.#html, span, { collection: this.#collection, tables: this.#tables }),
    htmlText: (span) => readInlineHtml(this.#html, span, { collection: this.#collection, wording: this.#target }),
  }

  readonly #exit: Steps = {
    paragraph: () => this.#close({ scope: 'prose' }),
    atxHeadingText: () => this.#close({ scope: 'heading', level: this.#level }),
    setextHeadingText: () => {
      this.#setext = this.#targets.pop()
    },
    tableHeader: () => this.#close({ scope: 'cell', cell: this.#cell }),
    tableData: () => this.#close({ scope: 'cell', cell: this.#cell }),
    listOrdered: () => this.#endList(),
    listUnordered: () => this.#endList(),
    resourceTitleString: () => this.#close({ scope: 'attribute' }),
    definitionTitleString: () => this.#close({ scope: 'attribute' }),
    labelText: ({ start, end }) => this.#links.label(this.#source.slice(start, end)),
    referenceString: ({ start, end }) => this.#links.reference(this.#source.slice(start, end)),
    resourceDestinationString: (span) => this.#links.destination({ address: this.#targets.pop()?.finish(), span }),
    definitionLabelString: ({ start, end }) => this.#links.definitionLabel(this.#source.slice(start, end)),
    definitionDestinationString: (span) => this.#links.define({ address: this.#targets.pop()?.finish(), span }),
    link: (span) => {
      this.#links.close((mark) => this.#target?.since(mark) ?? '')
      this.#bareAddresses.exclude(span)
    },
    image: () => {
      this.#close({ scope: 'attribute' })
      this.#links.close(() => '')
    },
  }

  get #target(): Wording | undefined {
    return this.#targets.at(-1)
  }

  #opening(types: readonly string[]): Steps {
    return Object.fromEntries(types.map((type) => [type, () => void this.#targets.push(new Wording(this.#source))]))
  }

  #enterTables(): Steps {
    return {
      ...this.#opening([]),
      table: () => {
        this.#cell = { table: this.#tables.next(), row: -1, column: -1 }
      },
      tableRow: () => {
        this.#cell = { ...this.#cell, row: this.#cell.row + 1, column: -1 }
      },
      tableHeader: () => this.#openCell(),
      tableData: () => this.#openCell(),
    }
  }

  #openCell(): void {
    this.#cell = { ...this.#cell, column: this.#cell.column + 1 }
    this.#targets.push(new Wording(this.#source))
  }

  #silence(kind: 'enter' | 'exit'): void {
    if (kind === 'enter') this.#targets.push(undefined)
    else this.#targets.pop()
  }

  /** The innermost wording is complete; the first paragraph or heading of a list item carries its marker. */
  #close(details: SegmentDetails): void {
    const mapped = this.#targets.pop()?.finish()
    const marker = details.scope === 'prose' || details.scope === 'heading' ? this.#marker : undefined
    this.#collection.segment(mapped, marker === undefined ? details : { ...details, marker })
    if (mapped !== undefined && details.scope !== 'attribute') this.#bareAddresses.add(mapped)
    if (marker !== undefined) this.#marker = undefined
  }

  #endSetext(lineStart: number): void {
    this.#targets.push(this.#setext)
    this.#setext = undefined
    this.#close({ scope: 'heading', level: this.#source[lineStart] === '=' ? 1 : 2 })
  }

  #addToMarker({ start, end }: DocumentSpan): void {
    this.#marker = `${this.#marker ?? ''}${this.#source.slice(start, end)}`
  }

  #endList(): void {
    this.#marker = undefined
  }

  #addAutolink({ start, end }: DocumentSpan, scheme: string): void {
    this.#target?.verbatim(start, end)
    this.#bareAddresses.exclude({ start, end })
    const text = this.#source.slice(start, end)
    this.#collection.visibleLink({ url: scheme + text, span: { start, end }, text })
  }
}
