import { parse, postprocess, preprocess } from 'micromark'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import type { DocumentSpan } from '../../types.ts'
import { tame } from './tame.ts'

/** One step into or out of a piece of Markdown; types are micromark's token names. */
export interface MarkdownEvent extends DocumentSpan {
  readonly kind: 'enter' | 'exit'
  readonly type: string
}

/** What micromark says of a text. */
export interface MarkdownEvents {
  readonly events: readonly MarkdownEvent[]
  /** Where markup was so dense that it was read as text. */
  readonly tamed: readonly DocumentSpan[]
}

/** Bare addresses are found by `urlsIn`: micromark lets them run on through Chinese text, and takes the square of its length. */
const WITHOUT_BARE_ADDRESSES = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } }
const EXTENSIONS = [frontmatter(['yaml', 'toml']), gfm(), WITHOUT_BARE_ADDRESSES]

/**
 * Reads a text as GitHub's Markdown with front matter.
 * Positions are micromark's own and exact; its text values, which drop quote marks and decode, are never used.
 */
export function markdownEvents(text: string): MarkdownEvents {
  const shift = text.startsWith('\uFEFF') ? 1 : 0
  const { text: safe, tamed } = tame(text.slice(shift))
  const chunks = preprocess()(safe, 'utf8', true)
  const events = postprocess(parse({ extensions: EXTENSIONS }).document().write(chunks))
  const move = ({ start, end }: DocumentSpan): DocumentSpan => ({ start: start + shift, end: end + shift })
  return {
    events: events.map(([kind, token]) => ({
      kind,
      type: token.type,
      ...move({ start: token.start.offset, end: token.end.offset }),
    })),
    tamed: tamed.map(move),
  }
}
