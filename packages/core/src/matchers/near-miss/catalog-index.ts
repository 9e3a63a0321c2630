import { type Automaton, buildAutomaton } from './automaton.ts'
import { buildContinuations, type Continuations } from './continuations.ts'
import { type Form, pieceStarts } from './form.ts'

/** All that a search needs, as plain data and typed arrays. */
export interface CatalogIndex {
  readonly forms: readonly Form[]
  readonly automaton: Automaton
  /** By pattern of the automaton: its piece's place in `tree.roots`, or -1. */
  readonly pieceOf: Int32Array
  /** By pattern: its length when it is right wording as a whole, else 0. */
  readonly knownLength: Uint8Array
  /** By pattern: the form of which it is the one swap that leaves no piece whole, or -1. */
  readonly swapOf: Int32Array
  readonly tree: Continuations
}

/**
 * Builds the index; `known` are the skeletons of everything that is right as it stands. The forms themselves are found
 * by their pieces at no cost, so the automaton holds only the others whole and stays small.
 */
export function buildIndex(forms: readonly Form[], known: Iterable<string>): CatalogIndex {
  const { pieces, tree } = buildContinuations(forms)
  const patterns = new Map<string, number>(pieces.map((piece, number) => [piece, number]))
  const wholes = new Set(known)
  for (const { skeleton } of forms) wholes.delete(skeleton)
  const swaps = new Map(forms.flatMap(({ skeleton }, form) => swapped(skeleton).map((text) => [text, form] as const)))
  for (const text of [...wholes, ...swaps.keys()]) if (!patterns.has(text)) patterns.set(text, -1)
  return {
    forms,
    automaton: buildAutomaton([...patterns.keys()]),
    pieceOf: Int32Array.from(patterns.values()),
    knownLength: Uint8Array.from(patterns.keys(), (text) => (wholes.has(text) ? text.length : 0)),
    swapOf: Int32Array.from(patterns.keys(), (text) => swaps.get(text) ?? -1),
    tree,
  }
}

/** In a form of two pieces a swap where they meet breaks both: 四意|个识 for 四个|意识. */
function swapped(skeleton: string): string[] {
  const [, middle, end] = pieceStarts(skeleton.length)
  if (end !== skeleton.length || middle === undefined) return []
  return [skeleton.slice(0, middle - 1) + skeleton[middle] + skeleton[middle - 1] + skeleton.slice(middle + 1)]
}
