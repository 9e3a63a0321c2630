/** Calls `visit` with each place where one of the anchors begins, in reading order, and the anchor's number. */
export type AnchorScan = (text: string, visit: (anchor: number, start: number) => void) => void

/**
 * Finds anchors by their first character: one table look-up a character, which for a few hundred short literals is
 * faster to build than an automaton and as fast to run.
 */
export function anchorScan(anchors: readonly string[]): AnchorScan {
  const firsts = new Uint8Array(65_536)
  const byFirst = new Map<number, { readonly anchor: string; readonly number: number }[]>()
  anchors.forEach((anchor, number) => {
    const first = anchor.charCodeAt(0)
    firsts[first] = 1
    byFirst.set(first, [...(byFirst.get(first) ?? []), { anchor, number }])
  })
  return (text, visit) => {
    for (let at = 0; at < text.length; at++) {
      const first = text.charCodeAt(at)
      if (firsts[first] === 0) continue
      for (const { anchor, number } of byFirst.get(first)!) if (text.startsWith(anchor, at)) visit(number, at)
    }
  }
}
