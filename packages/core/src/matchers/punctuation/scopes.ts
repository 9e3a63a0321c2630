import type { Scope } from '../../types.ts'

/** Where whole paragraphs stand: attributes and metadata are often cut off and say nothing about marks. */
export const BODY_SCOPES: ReadonlySet<Scope> = new Set<Scope>(['prose', 'heading', 'cell', 'title'])
