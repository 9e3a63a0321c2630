/** What a regular expression can cost at one place of a text. */
export interface PatternCost {
  /** The most UTF-16 units it can look at, lookarounds included. */
  readonly reach: number
  /** The most characters it can be made to compare, backtracking included. */
  readonly steps: number
}

/** Thrown when a regular expression leaves the bounded subset; `message` says where, in Chinese. */
export class UnboundedPattern extends Error {}

/**
 * Measures a regular expression of the bounded subset: literals, classes, groups, alternatives, lookarounds, `?` and
 * `{m,n}`. Repetition without an upper bound and backreferences are refused, so that a rule of anyone's making costs a
 * known number of steps on any text.
 * @throws UnboundedPattern for anything outside the subset.
 */
export function measurePattern(source: string): PatternCost {
  const reader = new PatternReader(source)
  const { reach, steps } = reader.alternatives()
  if (!reader.atEnd) throw new UnboundedPattern(`第 ${reader.at + 1} 个字符处多了一个 )`)
  return { reach, steps }
}

/** The cost of a part, and in how many ways it can match: what follows is tried once for each. */
interface PartCost extends PatternCost {
  readonly ways: number
  /** The literal character it must begin with, where that is known. */
  readonly first?: string
}

const NOTHING: PartCost = { reach: 0, steps: 0, ways: 1 }
const UNIT: PartCost = { reach: 1, steps: 1, ways: 1 }
/** What may take a character beyond the basic plane: two units. */
const CHARACTER: PartCost = { reach: 2, steps: 1, ways: 1 }

/** The members of a character class, and its closing bracket. */
const CLASS_BODY = /(?:[^\]\\]|\\[\s\S])*\]/y

/** Members that may lie beyond the basic plane. */
const ASTRAL = /^\^|\\[pPDWSu]\{|\\[DWS]|[\ud800-\udfff]/

class PatternReader {
  readonly #source: string
  at = 0

  constructor(source: string) {
    this.#source = source
  }

  get atEnd(): boolean {
    return this.at >= this.#source.length
  }

  alternatives(): PartCost {
    const branches = [this.#sequence()]
    while (this.#take('|')) branches.push(this.#sequence())
    const [only] = branches
    if (branches.length === 1 && only !== undefined) return only
    const firsts = new Set(branches.map(({ first }) => first))
    const isExclusive = firsts.size === branches.length && !firsts.has(undefined)
    const ways = branches.map((branch) => branch.ways)
    return {
      reach: Math.max(...branches.map(({ reach }) => reach)),
      steps: branches.reduce((sum, { steps }) => sum + steps, 0),
      ways: isExclusive ? Math.max(...ways) : ways.reduce((sum, count) => sum + count, 0),
    }
  }

  #sequence(): PartCost {
    let { reach, steps, ways } = NOTHING
    let first: string | undefined
    for (let next = this.#next; next !== '' && next !== '|' && next !== ')'; next = this.#next) {
      const isFirst = reach === 0
      const part = this.#repeated(this.#atom())
      if (isFirst) first = part.first
      reach += part.reach
      steps += ways * part.steps
      ways *= part.ways
    }
    return { reach, steps, ways, ...(first === undefined ? {} : { first }) }
  }

  #repeated(part: PartCost): PartCost {
    const bounds = this.#quantifier()
    if (bounds === undefined) return part
    this.#take('?')
    let ways = 0
    let steps = 0
    for (let times = 0; times <= bounds.most; times++) {
      if (times >= bounds.least) ways += part.ways ** times
      if (times > 0) steps += part.steps * part.ways ** (times - 1)
    }
    return { reach: part.reach * bounds.most, steps, ways }
  }

  #quantifier(): { readonly least: number; readonly most: number } | undefined {
    const next = this.#next
    if (next === '*' || next === '+') throw this.#refuse('* 和 + 没有上限，请写 {0,n} 或 {1,n}')
    if (this.#take('?')) return { least: 0, most: 1 }
    if (next !== '{') return undefined
    const [all, least, comma, most] = /^\{(\d{1,3})(,?)(\d{0,3})\}/.exec(this.#source.slice(this.at)) ?? []
    if (all === undefined || least === undefined) throw this.#refuse('次数须写作 {m} 或 {m,n}')
    if (comma === ',' && most === '') throw this.#refuse('{m,} 没有上限，请写 {m,n}')
    this.at += all.length
    return { least: Number(least), most: Number(most === '' ? least : most) }
  }

  #atom(): PartCost {
    const character = this.#source.charAt(this.at++)
    if (character === '(') return this.#group()
    if (character === '[') return this.#class()
    if (character === '\\') return this.#escape()
    if (character === '^' || character === '$') return NOTHING
    return character === '.' ? CHARACTER : { reach: 1, steps: 1, ways: 1, first: character }
  }

  #group(): PartCost {
    const [opening = ''] = /^\?(?:[:=!]|<[=!]|<[A-Za-z]\w{0,30}>)/.exec(this.#source.slice(this.at, this.at + 40)) ?? []
    this.at += opening.length
    const inner = this.alternatives()
    if (!this.#take(')')) throw this.#refuse('少了一个 )')
    // A lookaround is never entered again once it has held: it counts as one way.
    return /[=!]$/.test(opening) ? { reach: inner.reach, steps: inner.steps, ways: 1 } : inner
  }

  #class(): PartCost {
    CLASS_BODY.lastIndex = this.at
    const body = CLASS_BODY.exec(this.#source)
    if (body === null) throw this.#refuse('少了一个 ]')
    this.at += body[0].length
    return ASTRAL.test(body[0]) ? CHARACTER : UNIT
  }

  #escape(): PartCost {
    const letter = this.#source.charAt(this.at++)
    if (/[1-9k]/.test(letter)) throw this.#refuse('不支持反向引用')
    if (letter === 'b' || letter === 'B') return NOTHING
    const argument = /^(?:\{[^}]{1,40}\}|[0-9A-Fa-f]{4})/.exec(this.#source.slice(this.at, this.at + 42))
    if (/[pPu]/.test(letter) && argument !== null) this.at += argument[0].length
    return /[pPDWS]/.test(letter) || argument?.[0].startsWith('{') ? CHARACTER : UNIT
  }

  /** The character to be read next; empty at the end. */
  get #next(): string {
    return this.#source.charAt(this.at)
  }

  #take(character: string): boolean {
    if (this.#next !== character) return false
    this.at++
    return true
  }

  #refuse(message: string): UnboundedPattern {
    return new UnboundedPattern(`第 ${this.at + 1} 个字符处：${message}`)
  }
}
