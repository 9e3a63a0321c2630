import type { SegmentSpan } from '../../types.ts'
import { numeralClass, readNumeral } from './numeral.ts'

/** One cited article: its number and where it is written. */
export interface CitedArticle {
  readonly number: number
  /** As written: 第三十六条. */
  readonly text: string
  readonly span: SegmentSpan
  /** The paragraphs and items cited with it. */
  readonly clauses: readonly CitedClause[]
}

/** A cited paragraph (款) or item (项): 第二款第（三）项 is paragraph 2, item 3. */
export interface CitedClause {
  readonly paragraph?: number
  readonly item?: number
  /** As written: 第二款第（三）项. */
  readonly text: string
  readonly span: SegmentSpan
}

const number = `[${numeralClass}]+`
const article = new RegExp(`第\\s*(${number}(?:[、和及]${number})*)\\s*条(?:之[一二三四五六七八九十]+)?`, 'y')
const clause = `第?\\s*[（(]?${number}[）)]?\\s*[款项目]`
const clauses = new RegExp(
  `(?:规定的|的|中的)?${clause}(?:(?:、|和|及|或|以及|至|，)?(?:${clause}|[（(]${number}[）)]项?))*`,
  'y',
)
const joint = /\s*(?:、|和|及|以及|与|或者|或|至|到|，|-|－|—|~|～)\s*(?=第)/y
const opening = /\s*(?:（[^（）]{0,60}）|\([^()]{0,60}\))?\s*(?:中的|中|的|规定的|之)?\s*/y

/**
 * The articles cited from `at` on, where a title has just ended: 第三条、第五条第二款, 第十条至第十二条.
 * Empty when no article follows.
 */
export function readArticles(text: string, at: number): readonly CitedArticle[] {
  let position = endOf(opening, text, at)
  if (!text.startsWith('第', position)) return NONE
  const cited: CitedArticle[] = []
  while (cited.length < 60) {
    const found = execAt(article, text, position)
    if (found === null) break
    const after = position + found[0].length
    const end = endOf(clauses, text, after)
    cited.push(...toArticles(found, position, end === after ? NO_CLAUSES : readClauses(text.slice(after, end), after)))
    position = endOf(joint, text, end)
    if (position === end) break
  }
  return cited
}

const NONE: readonly CitedArticle[] = []
const NO_CLAUSES: readonly CitedClause[] = []

function toArticles(found: RegExpExecArray, start: number, clauses: readonly CitedClause[]): CitedArticle[] {
  const span = { start, end: start + found[0].length }
  return found[1]!.split(/[、和及]/).flatMap((part) => {
    const value = readNumeral(part)
    return value === undefined ? [] : [{ number: value, text: found[0], span, clauses }]
  })
}

const part = new RegExp(`第?\\s*[（(]?(${number})[）)]?\\s*([款项])`, 'g')

/** 第二款第一项、第三项: an item belongs to the paragraph named before it. */
function readClauses(text: string, start: number): CitedClause[] {
  const cited: CitedClause[] = []
  let paragraph: number | undefined
  for (const found of text.matchAll(part)) {
    const value = readNumeral(found[1]!)
    if (value === undefined) continue
    const span = { start: start + found.index, end: start + found.index + found[0].length }
    if (found[2] === '款') paragraph = value
    const ofItem = found[2] === '项' ? { item: value } : {}
    cited.push({ ...(paragraph === undefined ? {} : { paragraph }), ...ofItem, text: found[0], span })
  }
  return cited
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Where what a sticky pattern matches at an offset ends; the offset itself where it does not match. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
