import { isAlike } from '../../language/similarity.ts'
import { isParticle } from './alignment.ts'
import type { Context } from './context.ts'
import { type Change, isFree } from './difference.ts'
import type { Form } from './form.ts'
import type { Candidate } from './search.ts'
import type { Spellings } from './spellings.ts'

/** A candidate with what differs and what stands around it: all that the decision looks at. */
export interface Evidence {
  readonly form: Pick<Form, 'skeleton'>
  /** The skeleton of the stretch. */
  readonly written: string
  readonly changes: readonly Change[]
  readonly headWhole: boolean
  readonly tailWhole: boolean
  readonly context: Context
  /** An item of a list lacks characters while the marks around it stand. */
  readonly uneven: boolean
}

/** Why a candidate is no finding. */
export type Objection = 'numeral' | 'edge' | 'short' | 'added' | 'many' | 'unlike' | 'link'

/** What lengths and single characters rule out before the changes are worked out: most candidates go here. */
export function isOutOfReach(candidate: Candidate, spellings: Spellings, text: Uint16Array): boolean {
  const { form, start, end, cost, headWhole, tailWhole } = candidate
  if (!headWhole && !tailWhole) return true
  if (cost === 0) return false
  const length = spellings.lengths[form]!
  if (cost > 1 && length < 8 && end - start !== length - cost) return true
  if (end - start === length) return (cost > 1 || length < shortestWithUnlike) && !onlySlips(candidate, spellings, text)
  return cost === 2 && end - start === length - 1 && !maySlipBesides(candidate, spellings, text)
}

/** Whether every character that differs stands swapped with the next, doubles its neighbour or resembles what should stand there. */
function onlySlips({ form, start, end }: Stretch, { codes, starts }: Spellings, text: Uint16Array): boolean {
  const from = starts[form]! - start
  let slips = true
  for (let at = start; at < end; at++) {
    const [meant, written] = [codes[from + at]!, text[at]!]
    if (meant === written) continue
    if (isParticle(written)) return true
    if (!slips) continue
    if (at + 1 < end && meant === text[at + 1] && codes[from + at + 1] === written) at++
    else slips = isSlipOf(meant, text, at)
  }
  return slips
}

/** Whether what stands at `at` doubles its neighbour or resembles what is meant. */
export function isSlipOf(meant: number, text: Uint16Array, at: number): boolean {
  const written = text[at]!
  if (written === text[at - 1] || written === text[at + 1]) return true
  return isAlike(String.fromCharCode(written), String.fromCharCode(meant))
}

/**
 * Whether beside a character left out another may be a slip. Looks only at one that stands for two neighbours, which is
 * mostly the case: 城县 for 城厢区.
 */
function maySlipBesides({ form, start, end }: Stretch, { codes, starts }: Spellings, text: Uint16Array): boolean {
  const from = starts[form]!
  let [head, tail] = [0, end - start]
  while (head < tail && text[start + head] === codes[from + head]) head++
  while (tail > head && text[start + tail - 1] === codes[from + tail]) tail--
  if (tail - head !== 1 || isParticle(text[start + head]!)) return true
  const written = String.fromCharCode(text[start + head]!)
  return (
    isAlike(written, String.fromCharCode(codes[from + head]!)) ||
    isAlike(written, String.fromCharCode(codes[from + head + 1]!))
  )
}

type Stretch = Pick<Candidate, 'form' | 'start' | 'end'>

/**
 * Whether a candidate counts only where something around it vouches for the form: it lacks or has more characters and
 * its first or last is not the form's; or it lacks one of the few characters of a form in a crowd of short ones.
 */
export function needsVouching({ form, start, end, headWhole, tailWhole }: Candidate, spellings: Spellings): boolean {
  const length = spellings.lengths[form]!
  if (end - start === length) return false
  return !headWhole || !tailWhole || (spellings.crowded && length < 6 && end - start < length)
}

/** Whether single characters let a changed first or last one be a slip, which needs nothing to vouch for it. */
export function mayBeEdgeSlip(candidate: Candidate, spellings: Spellings, text: Uint16Array): boolean {
  const { form, start, end, headWhole, tailWhole } = candidate
  if (headWhole && tailWhole) return true
  const length = spellings.lengths[form]!
  return end - start === length && length >= fewestForEdgeSlip && onlySlips(candidate, spellings, text)
}

/** Whether something stands in a stretch that no wording has: it ends a clause. */
export function hasStop(written: string): boolean {
  return /[^\p{Script=Han}\dA-Z·—+.%-]/u.test(written)
}

/** The first reason, of those that need no segmentation, not to take the stretch for a broken form. */
export function objectionTo(evidence: Evidence): Objection | undefined {
  if (evidence.changes.some((change) => touchesNumeral(change, evidence))) return 'numeral'
  if (!edgesVouched(evidence) && !isEdgeSlip(evidence)) return 'edge'
  const length = evidence.form.skeleton.length
  const replaced = evidence.changes.filter(({ kind }) => kind === 'replaced')
  const unlike = replaced.filter((change) => isUnlike(change))
  const added = evidence.changes.filter(({ kind }) => kind === 'added')
  if (evidence.changes.some((change) => dropsLink(change, evidence))) return 'link'
  if (added.length > 0 && (evidence.changes.length > 1 || !isSlipOfHand(added[0]!, evidence))) return 'added'
  if (unlike.some(({ weight, text }) => weight > 1 || text.end - text.start > 1)) return 'unlike'
  if (unlike.length > 0 && evidence.changes.length > 1) return 'unlike'
  if (length < 12 && replaced.length > 0 && evidence.changes.some(({ kind }) => kind === 'dropped')) return 'many'
  if (length < 8 && evidence.changes.length > 1 && evidence.changes.some(({ kind }) => kind !== 'dropped'))
    return 'many'
  if (length < shortestWithUnlike && unlike.length > 0) return 'short'
  return undefined
}

/** Only so long a form bears a character that neither sounds nor looks like what should stand there. */
export const shortestWithUnlike = 10

/** What the words around the changes say. */
export interface Words {
  readonly fluent: boolean
  /** Asked only when needed, as the next. */
  cutsWords(): boolean
  /** A change left out a part of a word of the form. */
  breaksWord(): boolean
}

/** Whether the words of the text let the stretch be a broken form. */
export function wordsAgree(evidence: Evidence, words: Words): boolean {
  const slips = evidence.changes.every(isSlip)
  const vouched = edgesVouched(evidence)
  if (words.fluent) return vouched && standsFluent(evidence, { slips, words }) && !words.cutsWords()
  return (slips && vouched) || !words.cutsWords()
}

/**
 * Whether a person need not look: slips, swaps or omissions rather than another's choice of words, and they break words
 * or stand in a form so long that nothing else is meant.
 */
export function isSure({ form, changes }: Evidence, fluent: boolean): boolean {
  // What is left of four characters may belong to other words: 当事|人调解.
  if (form.skeleton.length < 5 && changes.some(({ kind }) => kind === 'dropped')) return false
  if (changes.some((change) => change.kind === 'added' || (change.kind === 'replaced' && !isSlip(change)))) return false
  return !fluent || (form.skeleton.length >= 8 && changes.every(({ kind }) => kind !== 'dropped'))
}

/**
 * Whether a stretch whose words are whole may still be a broken form: a slip of sound, sight or order, or something
 * left out of a form that is long enough to be known by the rest.
 */
function standsFluent(
  { form, changes, context, headWhole, tailWhole, uneven }: Evidence,
  { slips, words }: { slips: boolean; words: Words },
): boolean {
  const length = form.skeleton.length
  if (uneven) return true
  if (context.led || context.followed) return slips || length >= 5
  if (context.enclosed) return slips || (headWhole && tailWhole && length >= 5)
  if (slips) return length >= 5
  if (changes.some(({ kind }) => kind === 'added' || kind === 'replaced')) return length >= 16
  if (length >= 10) return true
  return length >= 6 && changes.length === 1 && words.breaksWord()
}

/**
 * A changed first or last character needs someone to vouch for the form, or is a slip in a form of six and more; a
 * form without its first or last character is mostly another wording (生态环境 beside 生态环境部).
 */
export function edgesVouched({ headWhole, tailWhole, context }: Pick<Evidence, Edges | 'context'>): boolean {
  if (headWhole && tailWhole) return true
  if (!headWhole && !tailWhole) return false
  if (context.enclosed) return true
  return headWhole ? context.followed : context.led
}

/** Whether something around the stretch says that the form is meant: a fixed word beside it, or marks that hold it. */
export function isVouched({ led, followed, enclosed }: Context): boolean {
  return led || followed || enclosed
}

type Edges = 'headWhole' | 'tailWhole'

function isEdgeSlip({ form, changes, written }: Evidence): boolean {
  const edge = changes.filter(({ text }) => text.start === 0 || text.end === written.length)
  return form.skeleton.length >= fewestForEdgeSlip && changes.length === 1 && edge.every(isSlip)
}

/** A form of fewer characters is no longer known by the rest when its first or last is wrong. */
export const fewestForEdgeSlip = 6

/** The link after the first character only is left out: 党十五届 of 中国共产党十五届 beside 党的十五届. */
function dropsLink({ kind, form }: Change, { form: { skeleton }, context }: Evidence): boolean {
  if (context.opening) return false
  return kind === 'dropped' && form.start === 1 && form.end === 2 && isParticle(skeleton.charCodeAt(1))
}

/** An added character that doubles its neighbour or resembles it, or stands in a form so long that nothing else is meant. */
function isSlipOfHand({ text, weight }: Change, { written, form }: Evidence): boolean {
  if (weight > 1) return false
  const char = written.charAt(text.start)
  const neighbours = [written.charAt(text.start - 1), written.charAt(text.end)]
  if (neighbours.some((other) => other === char || isAlike(char, other))) return true
  return form.skeleton.length >= 6 && !modifiers.has(char)
}

/** Words of one character that a writer may put into a wording: 落实好, 更加, 新的. */
const modifiers = new Set('好大小新全更再先也还将要可能都已正在各多少不未最很真实深')

/** Whether a change is one of order, sound or sight. */
export function isSlip(change: Change): boolean {
  return change.kind === 'swapped' || (change.kind === 'replaced' && !isUnlike(change))
}

/** Whether one of the replaced characters neither sounds nor looks like what should stand there. */
function isUnlike({ text, weight }: Change): boolean {
  return weight > mostAlike * (text.end - text.start)
}

/** The weight of the least alike pair that still counts as alike. */
const mostAlike = 0.5

const numerals = /[\d零〇○一二三四五六七八九十百千万亿两]/
const ordinalMark = '第'

/** 第十九次 is not a misspelt 第二十次: where numerals differ, another check must speak. */
function touchesNumeral({ kind, form, text }: Change, { form: { skeleton }, written }: Evidence): boolean {
  const meant = skeleton.slice(form.start, form.end)
  const instead = written.slice(text.start, text.end)
  if (meant.includes(ordinalMark) || instead.includes(ordinalMark)) return true
  const inForm = numerals.test(meant)
  const inText = numerals.test(instead)
  if (kind === 'replaced') return inForm && inText
  if (!inForm && !inText) return false
  if (kind === 'swapped') return true
  const around = [skeleton.charAt(form.start - 1), skeleton.charAt(form.end), written.charAt(text.start - 1)]
  return numerals.test([...around, written.charAt(text.end)].join(''))
}

/** The changes that count. */
export function telling(changes: readonly Change[]): readonly Change[] {
  return changes.filter((change) => !isFree(change))
}
