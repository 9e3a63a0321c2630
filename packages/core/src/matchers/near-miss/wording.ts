import type { Segmenter } from '../../types.ts'
import type { Change } from './difference.ts'
import { type Evidence, isVouched } from './evidence.ts'
import { type Skeleton, textSpan } from './skeleton.ts'

/** What the words of a text say of a stretch that may be a broken form. */
export interface Wording {
  /**
   * The stretch begins or ends inside a word, close to a change: 依法向国|有企业 beside 依法治国; or its one unchanged
   * character there stands beside a character that is no word either: 纵|深推进 beside 深入推进.
   */
  readonly cut: boolean
  /** Around every change stand whole words, as in a wording that someone may mean: 保持社会稳定 beside 保持社会和谐稳定. */
  readonly fluent: boolean
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

/** Words of one character that stand alone in good text; any other single character is a sign of something broken. */
const singles = new Set('的地得之和与及或在是为对把被将向从以到要不有无了着过也又都更最很再等各')

/** Words of one character that may stand right before or after a wording in good text. */
const free = new Set(
  '除几讲抓谈说看用做搞学写读听问念唱办干开走上下中内外前后里间时处名年月日个项条次种类批届本该各每凡即则却便仍还就才只但而因如若虽并且同跟叫请派令使给替按照依据靠凭由自打往朝关至论是有为以其此这那们者家也都均皆未曾正刚已将会能可要须应需愿想求促推强抢保护守创建立树做当成作好稳省市县区乡镇村街局厅部委办院所队组站校厂园',
)

/** Cut the text's windows, and the forms, into words. */
export interface Segmenters {
  readonly text: Segmenter
  readonly forms: Segmenter
}

/** Cuts the stretch and what stands around it into words. */
export function wordingOf(stretch: Stretch, skeleton: Skeleton, segmenters: Segmenters): Wording {
  const span = textSpan(skeleton, stretch.start, stretch.end)
  const from = Math.max(0, span.start - windowReach)
  const words = cutWords(segmenters.text, skeleton.text.slice(from, span.end + windowReach), from)
  const meant = () => wordsOf(stretch.form.skeleton, segmenters.forms)
  const fluent = stretch.changes.every((change) => isFluent(change, { stretch, skeleton, words, meant }))
  const headRun = stretch.changes[0]!.text.start
  const tailRun = stretch.end - stretch.start - stretch.changes.at(-1)!.text.end
  const crosses = (edge: number) => words.some((word) => word.start < edge && word.end > edge)
  const clings = (outside: number) =>
    !free.has(skeleton.text.charAt(outside)) &&
    words.some((word) => word.start === outside && !isWhole(word, skeleton.text))
  return {
    cut:
      (headRun <= shortRun && crosses(span.start)) ||
      (tailRun <= shortRun && crosses(span.end)) ||
      (headRun === 1 && clings(span.start - 1)) ||
      (tailRun === 1 && clings(span.end)),
    fluent,
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

/** A segmenter that cuts each stretch of one text once: rivals for a place ask the same again and again. */
export function remembering(segmenter: Segmenter): Segmenter {
  const known = new Map<string, readonly string[]>()
  return {
    name: segmenter.name,
    cut(text) {
      const words = known.get(text) ?? segmenter.cut(text)
      known.set(text, words)
      return words
    },
  }
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
  readonly words: readonly Word[]
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
  const word = offset === undefined ? undefined : words.find(({ start, end }) => start <= offset && end > offset)
  return word !== undefined && !isWhole(word, skeleton.text)
}

function isAlone(at: number, words: readonly Word[]): boolean {
  return words.some(({ start, end }) => start === at && end === at + 1)
}

function isWhole({ start, end }: Word, text: string): boolean {
  return end - start > 1 || singles.has(text.charAt(start)) || !/\p{Script=Han}/u.test(text.charAt(start))
}
