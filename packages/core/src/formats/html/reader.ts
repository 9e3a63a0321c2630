import type { DocumentSpan } from '../../types.ts'
import type { Collection, SegmentDetails } from '../collection.ts'
import { Wording } from '../wording.ts'
import { addressOf, isHiddenElement, readAttributes } from './attributes.ts'
import { BLOCKS, GAPS, HIDDEN, SKIPPED, VOIDS } from './elements.ts'
import { LinkTexts } from './link-texts.ts'
import { type Context, OpenElements, type Visibility } from './open-elements.ts'
import { copyOf, type HtmlState, stateOf } from './state.ts'
import { emptyGrid, nextCell, nextRow } from './table-grid.ts'
import { type Tag, type TokenListener, tokenize } from './tokens.ts'

/** Counts tables over all stretches of HTML in one document. */
export interface TableCounter {
  next(): number
}

/**
 * Reads `[start, end)` of the source as HTML into the collection. Elements left open end with the stretch.
 * @returns where the part that could be read ends
 */
export function readHtml(
  source: string,
  span: DocumentSpan,
  into: { collection: Collection; tables: TableCounter },
): number {
  const reader = new HtmlReader(source, into)
  const told = tokenize(source, span, reader)
  reader.end()
  return told
}

/** Gathers wording from tags and text, from the beginning of a source or from where something is open already. */
export class HtmlReader implements TokenListener {
  readonly #source: string
  readonly #collection: Collection
  readonly #tables: TableCounter
  readonly #elements = new OpenElements()
  readonly #links: LinkTexts
  #wording: Wording
  /** A hidden span within a sentence is gathered apart; the sentence runs on behind it. */
  #hidden: Wording
  #marker: string | undefined

  constructor(
    source: string,
    { collection, tables }: { collection: Collection; tables: TableCounter },
    before?: HtmlState,
  ) {
    this.#source = source
    this.#collection = collection
    this.#tables = tables
    this.#links = new LinkTexts(collection)
    this.#wording = new Wording(source)
    this.#hidden = new Wording(source)
    this.#marker = before?.marker
    for (const { name, context } of copyOf(before?.elements ?? [])) this.#elements.open({ name, start: 0 }, context)
  }

  /** What is open here; undefined amid a sentence, a link or what is not shown. */
  get state(): HtmlState | undefined {
    const { visibility } = this.#elements.context
    if (visibility !== 'shown' || !this.#wording.isEmpty || !this.#hidden.isEmpty || this.#links.isOpen)
      return undefined
    return stateOf(this.#elements.all, this.#marker)
  }

  open(tag: Tag): void {
    if (BLOCKS.has(tag.name)) this.#flush()
    this.#elements.closeBefore(tag.name)
    const context = this.#contextOf(tag)
    this.#openInline(tag)
    if (tag.attributes.size > 0) readAttributes(this.#source, tag, this.#collection)
    this.#openLink(tag)
    if (!VOIDS.has(tag.name)) this.#enter(tag, context)
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.#flush()
    if (name === 'a') this.#links.close(this.#wording)
    if (name === 'li' || name === 'ol' || name === 'ul') this.#marker = undefined
    const before = this.#elements.context.visibility
    this.#elements.close(name)
    if (before === 'hidden' && this.#elements.context.visibility !== 'hidden') this.#flushHidden()
  }

  text(start: number, end: number): void {
    const { visibility, preformatted } = this.#elements.context
    if (visibility === 'skipped') return
    const target = visibility === 'hidden' ? this.#hidden : this.#wording
    if (preformatted) target.verbatimEntities(start, end)
    else target.flowingEntities(start, end, 'text')
  }

  comment(span: DocumentSpan, inside: DocumentSpan): void {
    if (inside.end === this.#source.length) this.#unread(span.start, '注释没有结束')
    if (this.#source[inside.start] !== '?') this.#collection.comment(this.#source, span, inside)
  }

  end(): void {
    this.#flush()
    this.#flushHidden()
    this.#links.close(this.#wording)
    const { name, start } = this.#elements.innermost ?? { name: '', start: 0 }
    if (SKIPPED.has(name)) this.#unread(start, `标签 <${name}> 没有结束`)
  }

  #unread(start: number, reason: string): void {
    const span = { start, end: this.#source.length }
    this.#collection.problem({ message: `${reason}，从这里起的文字没有检查`, effect: 'partial', span })
  }

  #openInline({ name, start, end }: Tag): void {
    if (this.#elements.context.visibility !== 'shown') return
    if (name === 'br') this.#wording.lineBreak(start, end)
    if (GAPS.has(name)) this.#wording.gap(start, end)
  }

  #openLink(tag: Tag): void {
    const address = addressOf(this.#source, tag)
    if (tag.name === 'a') this.#links.close(this.#wording)
    if (address === undefined) return
    const link = { url: address.wording?.text ?? '', span: address.span }
    if (tag.name === 'a') this.#links.open({ link, address: address.wording }, this.#wording)
    else this.#collection.link(link, address.wording)
  }

  #enter(tag: Tag, context: Context): void {
    if (context.visibility === 'hidden' && this.#elements.context.visibility !== 'hidden') this.#flushHidden()
    this.#elements.open(tag, context)
  }

  #contextOf(tag: Tag): Context {
    const outer = this.#elements.context
    const { name } = tag
    const visibility = this.#visibilityOf(tag, outer.visibility)
    const inner: Context = visibility === outer.visibility ? outer : { ...outer, visibility }
    if (isHeading(name)) return { ...inner, level: Number(name[1]) }
    if (name === 'title') return { ...inner, isTitle: true }
    if (name === 'pre' || name === 'listing') return { ...inner, preformatted: true }
    if (name === 'ul' || name === 'ol') return { ...inner, list: { isOrdered: name === 'ol', count: 0 } }
    if (name === 'li') this.#countItem(outer)
    if (name === 'table') return withoutCell({ ...inner, table: emptyGrid(this.#tables.next()) })
    if (name === 'caption') return withoutCell(inner)
    return this.#cellContext(tag, inner)
  }

  #cellContext(tag: Tag, inner: Context): Context {
    const { table } = inner
    if (table === undefined) return inner
    if (tag.name === 'tr') {
      nextRow(table)
      return withoutCell(inner)
    }
    if (tag.name !== 'td' && tag.name !== 'th') return inner
    const column = nextCell(table, this.#source, tag)
    return { ...inner, cell: { table: table.id, row: Math.max(0, table.row), column } }
  }

  #visibilityOf(tag: Tag, outer: Visibility): Visibility {
    if (outer === 'skipped' || SKIPPED.has(tag.name)) return 'skipped'
    if (outer === 'hidden' || HIDDEN.has(tag.name) || isHiddenElement(this.#source, tag)) return 'hidden'
    return 'shown'
  }

  #countItem({ list }: Context): void {
    if (list !== undefined) list.count++
    this.#marker = list?.isOrdered ? `${list.count}.` : '•'
  }

  #flush(): void {
    const { visibility, level, isTitle, cell } = this.#elements.context
    if (visibility === 'hidden') this.#flushHidden()
    if (visibility !== 'shown' || this.#wording.isEmpty) return
    this.#links.leave(this.#wording)
    const wording = this.#wording.finish()
    this.#wording = new Wording(this.#source)
    this.#links.enter(this.#wording)
    if (wording === undefined) return
    this.#collection.segment(wording, this.#details({ level, isTitle, cell }))
    this.#marker = undefined
  }

  #flushHidden(): void {
    this.#collection.segment(this.#hidden.finish(), { scope: 'hidden' })
    this.#hidden = new Wording(this.#source)
  }

  #details(of: Pick<Context, 'level' | 'isTitle' | 'cell'>): SegmentDetails {
    const { level, isTitle, cell } = of
    const scope = isTitle ? 'title' : level !== undefined ? 'heading' : cell !== undefined ? 'cell' : 'prose'
    return { scope, level, cell, marker: this.#marker }
  }
}

/** h1 to h6. */
function isHeading(name: string): boolean {
  return name.length === 2 && name[0] === 'h' && name >= 'h1' && name <= 'h6'
}

function withoutCell(context: Context): Context {
  return context.cell === undefined ? context : { ...context, cell: undefined }
}
