import { LIST_MARKER } from './numbering.ts'
import { isPrime, readTokens, type Token } from './tokens.ts'

/** Two marks that belong together. */
export interface MarkPair {
  readonly open: Token
  readonly close: Token
  /** Whether the same kind of pair encloses it, and none of the inner kind between. */
  readonly nested: boolean
}

/** Two pairs that cut into each other, “（”）: the mark that closes too early, and the one it closes over. */
export interface Crossing {
  readonly early: Token
  readonly over: Token
}

/** The marks of one paragraph, paired as far as they can be. */
export interface Pairing {
  readonly pairs: readonly MarkPair[]
  readonly crossings: readonly Crossing[]
  readonly unclosed: readonly Token[]
  readonly unopened: readonly Token[]
}

/**
 * Pairs the marks of a paragraph in one pass over a stack.
 *
 *     （甲“乙）丙”      ）closes over “; should ” still come, the two cross; should it not, “ was never closed
 */
export function pairMarks(text: string, marker: RegExp = LIST_MARKER): Pairing {
  const stack = new MarkStack()
  const pairs: MarkPair[] = []
  const crossings: Crossing[] = []
  const unopened: Token[] = []
  for (const token of readTokens(text, marker)) {
    const { pair, side } = token.mark
    if (side === 'open') {
      stack.push(token)
    } else if (stack.depth(pair) > 0) {
      const open = stack.close(token)
      pairs.push({ open, close: token, nested: stack.depth(pair) > 0 && stack.depth(INNER[pair] ?? '') === 0 })
    } else {
      const crossing = stack.takePassed(pair)
      if (crossing !== undefined) crossings.push(crossing)
      else if (closesInterval(text, stack.top, token)) stack.pop()
      else if (!isPrime(text, token)) unopened.push(token)
    }
  }
  return { pairs, crossings, unclosed: stack.rest(), unopened }
}

/** The pair that stands inside another; within it the outer one is right again: 《〈《》〉》. */
const INNER: Readonly<Record<string, string>> = { title: 'inner-title', double: 'single' }

/** The marks that wait for their partner, and those that another pair closed over. */
class MarkStack {
  readonly #stack: Token[] = []
  readonly #depth = new Map<string, number>()
  readonly #passed = new Map<string, Crossing[]>()

  get top(): Token | undefined {
    return this.#stack.at(-1)
  }

  depth(pair: string): number {
    return this.#depth.get(pair) ?? 0
  }

  push(token: Token): void {
    this.#stack.push(token)
    this.#depth.set(token.mark.pair, this.depth(token.mark.pair) + 1)
  }

  pop(): Token {
    const token = this.#stack.pop()!
    this.#depth.set(token.mark.pair, this.depth(token.mark.pair) - 1)
    return token
  }

  /** Takes the partner of `early`, which waits somewhere in the stack; what stood above it is passed over. */
  close(early: Token): Token {
    for (let over = this.pop(); ; over = this.pop()) {
      const { pair } = over.mark
      if (pair === early.mark.pair) return over
      const passed = this.#passed.get(pair)
      if (passed === undefined) this.#passed.set(pair, [{ early, over }])
      else passed.push({ early, over })
    }
  }

  takePassed(pair: string): Crossing | undefined {
    return this.#passed.get(pair)?.pop()
  }

  /** Whatever never found its partner, in reading order. */
  rest(): Token[] {
    const passed = [...this.#passed.values()].flat().map(({ over }) => over)
    return [...passed, ...this.#stack].sort((a, b) => a.at - b.at)
  }
}

/** [0, 1) and （5, 10]: brackets of two shapes around numbers. */
function closesInterval(text: string, open: Token | undefined, close: Token): boolean {
  if (open === undefined || open.mark.family !== 'bracket' || close.mark.family !== 'bracket') return false
  if (close.at - open.at > 40) return false
  return /^[\s\d.,，%+\-−～~∞a-zA-Z万亿元]+$/.test(text.slice(open.at + 1, close.at))
}
