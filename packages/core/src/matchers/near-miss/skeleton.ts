import { bytes, integers, words } from './blocks.ts'

/** What stood between two kept characters: nothing, a mark that wordings take or leave, a list comma 、, a clause comma, or a bracket. */
export const gapKinds = { none: 0, mark: 1, list: 2, clause: 3, bracket: 4 } as const

/**
 * Text without the marks that wordings take or leave, so that “五位一体”总体布局 and 五位一体总体布局 are one.
 *
 *     text      建设 “ 五 位 一 体 ” 总
 *     codes     建设 五 位 一 体 总        kept characters: full-width folded, letters in upper case
 *     offsets   0 1  3  4  5  6  8        where each stands in the text
 *     gaps      0 0  1  0  0  0  1        what was dropped before it
 */
export interface Skeleton {
  readonly text: string
  readonly codes: Uint16Array
  readonly offsets: Int32Array
  readonly gaps: Uint8Array
}

const marks = ' \u00a0\u3000\t\u200b\u200c\u200d\ufeff“”‘’"\'「」『』《》〈〉·•'
const listMarks = '、'
const clauseMarks = '，,'
const brackets = '（）()'

/** Whatever a skeleton leaves out. */
export const droppedMarks: string = marks + listMarks + clauseMarks + brackets

const gapOf = new Uint8Array(65_536)
for (const mark of marks) gapOf[mark.charCodeAt(0)] = gapKinds.mark
for (const mark of listMarks) gapOf[mark.charCodeAt(0)] = gapKinds.list
for (const mark of clauseMarks) gapOf[mark.charCodeAt(0)] = gapKinds.clause
for (const mark of brackets) gapOf[mark.charCodeAt(0)] = gapKinds.bracket

/** Folds `text`; marks that end a clause for good (。；：！？) stay and so keep forms from crossing them. */
export function skeletonOf(text: string): Skeleton {
  const codes = words(text.length)
  const offsets = integers(text.length)
  const gaps = bytes(text.length + 1)
  let length = 0
  let gap = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const kind = gapOf[code]!
    if (kind > 0) {
      if (kind > gap) gap = kind
      continue
    }
    codes[length] = fold(code)
    offsets[length] = i
    gaps[length] = gap
    gap = 0
    length++
  }
  gaps[length] = gap
  if (length === text.length) return { text, codes, offsets, gaps }
  return {
    text,
    codes: codes.subarray(0, length),
    offsets: offsets.subarray(0, length),
    gaps: gaps.subarray(0, length + 1),
  }
}

/** The skeleton as a string, for keys and for showing; thousands are made at start, so no arrays. */
export function skeletonText(text: string): string {
  let kept = ''
  let done = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const isKept = gapOf[code] === 0
    if (isKept && fold(code) === code) continue
    kept += text.slice(done, i)
    if (isKept) kept += String.fromCharCode(fold(code))
    done = i + 1
  }
  return done === 0 ? text : kept + text.slice(done)
}

/** Characters `[start, end)` as a string. */
export function stringOf(codes: Uint16Array, start: number, end: number): string {
  // Of a list that is no typed array it is made several times as fast.
  const list: number[] = new Array(end - start)
  for (let at = start; at < end; at++) list[at - start] = codes[at]!
  return Reflect.apply(String.fromCharCode, undefined, list)
}

/** The stretch of the text that skeleton characters `[start, end)` stand in, marks inside included, marks around not. */
export function textSpan(skeleton: Skeleton, start: number, end: number): { start: number; end: number } {
  return { start: skeleton.offsets[start]!, end: skeleton.offsets[end - 1]! + 1 }
}

/** Characters that are folded, from the first to the last of each range. */
export const foldedRanges: readonly (readonly [number, number])[] = [
  [0x61, 0x7a],
  [0xff01, 0xff5e],
]

/** Full-width to half-width, letters to upper case. */
export function fold(code: number): number {
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
  return narrow >= 0x61 && narrow <= 0x7a ? narrow - 0x20 : narrow
}
