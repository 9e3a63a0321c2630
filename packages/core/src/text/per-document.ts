import type { Document } from '../types.ts'

/**
 * What one asker keeps of documents, each for as long as the document lives. It stands in the document itself: what a
 * WeakMap holds outlives the collections of young garbage, with every segment that it leads to.
 */
export class PerDocument<Kept> {
  get({ kept }: Pick<Document, 'kept'>): Kept | undefined {
    return kept?.get(this) as Kept | undefined
  }

  set(document: Pick<Document, 'kept'>, value: Kept): void {
    const { kept = new Map<object, unknown>() } = document
    ;(document as { kept?: Document['kept'] }).kept = kept
    kept.set(this, value)
  }
}
