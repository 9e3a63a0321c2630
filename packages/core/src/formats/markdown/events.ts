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
const WITHIN = [gfm(), WITHOUT_BARE_ADDRESSES]
type Parser = ReturnType<typeof parse>
/** Putting a parser together takes as long as reading a paragraph: it is done once, when one is needed. */
let within: Parser | undefined
let fromBeginning: Parser | undefined

/**
 * Reads a stretch of a text as GitHub's Markdown with front matter.
 * Positions, in the text, are micromark's own and exact; its text values, which drop quote marks and decode, are never
 * used.
 */
export function markdownEvents(text: string, stretch: DocumentSpan = { start: 0, end: text.length }): MarkdownEvents {
  const shift = stretch.start + (text[stretch.start] === '\uFEFF' ? 1 : 0)
  const { text: safe, tamed } = tame(text.slice(shift, stretch.end))
  const chunks = preprocess()(safe, 'utf8', true)
  const events = postprocess(parserFor(stretch).document().write(chunks))
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

/** Front matter stands at the beginning of a text, not of a stretch. */
function parserFor({ start }: DocumentSpan): Parser {
  within ??= parse({ extensions: WITHIN })
  if (start > 0) return cleared(within)
  fromBeginning ??= parse({ extensions: [frontmatter(['yaml', 'toml']), ...WITHIN] })
  return cleared(fromBeginning)
}

/** The parser without what it remembers of the text before: definitions, footnotes, the lines that were lazy. */
function cleared(parser: Parser): Parser {
  parser.defined = []
  parser.lazy = {}
  delete (parser as { gfmFootnotes?: readonly string[] }).gfmFootnotes
  return parser
}
