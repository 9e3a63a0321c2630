import { extractMarkdown } from '../markdown.ts'
import type { PiecewiseFormat, ReadPiece, Stretch } from '../piece.ts'
import { LEAST_PIECE, renumbered } from '../piece.ts'
import { isClosed } from './closed.ts'
import { frontMatterEnd } from './front-matter.ts'

/** Markdown in pieces: cut before fresh lines, where nothing can be open. */
export const markdownPieces: PiecewiseFormat<null> = {
  isWhole: (text) => text.includes(DEFINES),
  read(stretch) {
    const { text, isWhole, after } = stretch
    if (isWhole) return [pieceOf(stretch, { from: 0, to: text.length })]
    if (after !== undefined && !BLANK_END.test(text)) return undefined
    const cuts = cutsOf(stretch)
    if (cuts.length === 0) return undefined
    const pieces: ReadPiece<null>[] = []
    for (let from = 0, at = 0; at < cuts.length; at++) {
      // What is left open (a fence, a comment) is read on, twice as far each time, to its end or the text's.
      for (let more = 1; !isClosed(text.slice(from, cuts[at])); more *= 2) {
        if (at === cuts.length - 1 && after !== undefined) return undefined
        if (at === cuts.length - 1) break
        at = Math.min(at + more, cuts.length - 1)
      }
      const to = cuts[at]!
      pieces.push(pieceOf(stretch, { from, to }))
      from = to
    }
    return pieces
  },
}

function pieceOf({ text, tables }: Stretch<null>, { from, to }: { from: number; to: number }): ReadPiece<null> {
  const { extraction, tamed } = extractMarkdown(text.slice(from, to))
  return { from, origin: from, state: null, ...renumbered(extraction, tables), needsWhole: tamed.length > 0 }
}

/** Link definitions hold for the whole document. */
const DEFINES = ']:'

/** After a blank line, a line that no list, quote or table goes on with. */
const FRESH_LINE = /\n[ \t]*\r?\n(?=[\u4e00-\u9fff\u201c《（【#])/g
const BLANK_END = /\n[ \t]*\r?\n$/

/** The ends of the pieces: fresh lines, and the end of the stretch. */
function cutsOf({ text, before, after }: Stretch<null>): number[] {
  const head = before === undefined ? frontMatterEnd(text) : 0
  // The rest of the front matter may come yet.
  if (head === undefined) return after === undefined ? [text.length] : []
  const cuts: number[] = []
  for (const { 0: blank, index } of text.matchAll(FRESH_LINE)) {
    const at = index + blank.length
    if (at > head && at - (cuts.at(-1) ?? 0) >= LEAST_PIECE) cuts.push(at)
  }
  return [...cuts, text.length]
}
