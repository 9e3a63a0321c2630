import type { Segmenter } from '../../types.ts'
import type { Change } from './difference.ts'
import { type Evidence, isVouched } from './evidence.ts'
import { type Skeleton, textSpan } from './skeleton.ts'
import { mayBeAlone, Words } from './words.ts'

/** What the words of a text say of a stretch that may be a broken form. */
export interface Wording {
  /** Around every change stand whole words, as in a wording that someone may mean: 保持社会稳定 beside 保持社会和谐稳定. */
  readonly fluent: boolean
  /**
   * Whether the stretch begins or ends inside a word, close to a change: 依法向国|有企业 beside 依法治国; or its one
   * unchanged character there stands beside a character that is no word either: 纵|深推进 beside 深入推进. Asked only
   * when needed.
   */
  cutsWords(): boolean
}

/** A stretch of skeleton characters and how it differs from a form. */
export interface Stretch {
  readonly form: { readonly skeleton: string }
  readonly start: number
  readonly end: number
  readonly changes: readonly Change[]
}

const windowReach = 8

/** An unchanged run at an edge vouches for the edge when it is longer than this. */
const shortRun = 2

/** Words of one character that may stand right before or after a wording in good text. */
const free = new Set(
  '除几讲抓谈说看用做搞学写读听问念唱办干开走上下中内外前后里间时处名年月日个项条次种类批届本该各每凡即则却便仍还就才只但而因如若虽并且同跟叫请派令使给替按照依据靠凭由自打往朝关至论是有为以其此这那们者家也都均皆未曾正刚已将会能可要须应需愿想求促推强抢保护守创建立树做当成作好稳省市县区乡镇村街局厅部委办院所队组站校厂园',
)

/** Asks for the words of the stretch and of what stands around it. */
export function wordingOf(stretch: Stretch, skeleton: Skeleton, segmenter: Segmenter): Wording {
  const span = textSpan(skeleton, stretch.start, stretch.end)
  const words = new Words(skeleton.text, { start: span.start - windowReach, end: span.end + windowReach }, segmenter)
  const meant = () => wordsOf(stretch.form.skeleton, segmenter)
  const headRun = stretch.changes[0]!.text.start
  const tailRun = stretch.end - stretch.start - stretch.changes.at(-1)!.text.end
  const clings = (outside: number) => !free.has(skeleton.text.charAt(outside)) && words.haveAlone(outside)
  return {
    fluent: stretch.changes.every((change) => isFluent(change, { stretch, skeleton, words, meant })),
    cutsWords: () =>
      (headRun <= shortRun && words.reachOver(span.start)) ||
      (tailRun <= shortRun && words.reachOver(span.end)) ||
      (headRun === 1 && clings(span.start - 1)) ||
      (tailRun === 1 && clings(span.end)),
  }
}

/** Whether a change leaves out characters of a word but not the whole word: 习平 for 习近平. */
export function breaksWord(form: string, changes: readonly Change[], segmenter: Segmenter): boolean {
  const words = wordsOf(form, segmenter)
  return changes.some(
    ({ kind, form: { start, end } }) =>
      kind === 'dropped' &&
      words.some((word) => (word.start < start && word.end > start) || (word.start < end && word.end > end)),
  )
}

/**
 * Whether a form of middle length lacks nothing but a word between whole words, and nothing around vouches for it: what
 * is left reads well, so that the text's own words need not be asked.
 */
export function leavesWordsWhole({ form, changes, context, uneven }: Evidence, segmenter: Segmenter): boolean {
  const { skeleton } = form
  const [change] = changes
  if (skeleton.length < 6 || skeleton.length >= 10 || isVouched(context) || uneven) return false
  if (changes.length > 1 || change?.kind !== 'dropped' || change.form.end - change.form.start < 2) return false
  const words = wordsOf(skeleton, segmenter)
  const before = words.find(({ end }) => end === change.form.start)
  const after = words.find(({ start }) => start === change.form.end)
  return before !== undefined && after !== undefined && isWhole(before, skeleton) && isWhole(after, skeleton)
}

/** The forms' words: the same few forms are asked about again and again. */
const known = new WeakMap<Segmenter, Map<string, readonly Word[]>>()

function wordsOf(form: string, segmenter: Segmenter): readonly Word[] {
  const forms = known.get(segmenter) ?? new Map<string, readonly Word[]>()
  known.set(segmenter, forms)
  const words = forms.get(form) ?? cutWords(segmenter, form, 0)
  forms.set(form, words)
  return words
}

interface Word {
  readonly start: number
  readonly end: number
}

function cutWords(segmenter: Segmenter, text: string, from: number): Word[] {
  let at = from
  return segmenter.cut(text).map((word) => {
    const start = at
    at += word.length
    return { start, end: at }
  })
}

interface Cut {
  readonly stretch: Stretch
  readonly skeleton: Skeleton
  readonly words: Words
  /** The words of the form itself: beside a word left out, a character that is alone there too is no sign. */
  meant(): readonly Word[]
}

/** Whether the words that hold the change, or stand on either side of a gap, are whole. */
function isFluent({ text, form }: Change, cut: Cut): boolean {
  if (text.start < text.end) {
    for (let i = text.start; i < text.end; i++) if (standsAlone(i, cut)) return false
    return true
  }
  const isWord = form.end - form.start > 1
  const isSign = (at: number, meant: number) => standsAlone(at, cut) && !(isWord && isAlone(meant, cut.meant()))
  return !isSign(text.start - 1, form.start - 1) && !isSign(text.start, form.end)
}

/** Whether a character of the stretch is a word by itself that good text does not have. */
function standsAlone(at: number, { stretch, skeleton, words }: Cut): boolean {
  const offset = skeleton.offsets[stretch.start + at]
  return offset !== undefined && words.haveAlone(offset)
}

function isAlone(at: number, words: readonly Word[]): boolean {
  return words.some(({ start, end }) => start === at && end === at + 1)
}

function isWhole({ start, end }: Word, text: string): boolean {
  return end - start > 1 || mayBeAlone(text.charAt(start))
}
