import { substitutionWeight } from '../../language/similarity.ts'
import { isParticle } from './alignment.ts'

/** One change from a form to a text: which characters of the form, which of the text (as offsets into both). */
export interface Change {
  readonly kind: 'dropped' | 'added' | 'replaced' | 'swapped'
  readonly form: { readonly start: number; readonly end: number }
  readonly text: { readonly start: number; readonly end: number }
  /** Less than one a character when what stands there sounds or looks like what should, or doubles its neighbour. */
  readonly weight: number
}

const swapWeight = 0.6
const doubledWeight = 0.5
const particleWeight = 0.05

/** The cheapest way from `form` to `text` by weighted Damerau distance; neighbouring changes of one kind are one. */
export function differences(form: string, text: string): readonly Change[] {
  return onlyChange(form, text) ?? cheapestChanges(form, text)
}

/** The change when there is but one, which is mostly so: what is left between the common head and tail. */
function onlyChange(form: string, text: string): readonly Change[] | undefined {
  const shorter = Math.min(form.length, text.length)
  let head = 0
  while (head < shorter && form[head] === text[head]) head++
  let tail = 0
  while (tail < shorter - head && form.at(-1 - tail) === text.at(-1 - tail)) tail++
  const stretch = { form: { start: head, end: form.length - tail }, text: { start: head, end: text.length - tail } }
  const [meant, written] = [form.length - tail - head, text.length - tail - head]
  if (written === 0 && meant > 0) return [{ kind: 'dropped', ...stretch, weight: meant }]
  if (meant === 0 && written === 1) return [{ kind: 'added', ...stretch, weight: addedWeight(text, head) }]
  if (meant === 1 && written === 1) {
    return [{ kind: 'replaced', ...stretch, weight: replacedWeight(form, text, head) }]
  }
  return undefined
}

/** A character that doubles its neighbour is a slip of the hand as much as one that sounds alike: 监管管理 for 监督管理. */
function replacedWeight(form: string, text: string, at: number): number {
  const weight = substitutionWeight(text[at]!, form[at]!)
  const isDoubled = at > 0 && (text[at] === text[at - 1] || text[at] === text[at + 1])
  return isDoubled ? Math.min(weight, doubledWeight) : weight
}

/** By characters of the form and of the text: the least cost so far, and how it was come by. Filled anew each time. */
let costs: Float64Array = new Float64Array(0)
let moves: Uint8Array = new Uint8Array(0)

function cheapestChanges(form: string, text: string): readonly Change[] {
  const width = text.length + 1
  const cells = (form.length + 1) * width
  if (costs.length < cells) [costs, moves] = [new Float64Array(2 * cells), new Uint8Array(2 * cells)]
  costs[0] = 0
  for (let j = 1; j <= text.length; j++) setCell(j, costs[j - 1]! + addedWeight(text, j - 1), move.add)
  for (let i = 1; i <= form.length; i++) {
    setCell(i * width, costs[(i - 1) * width]! + 1, move.drop)
    for (let j = 1; j <= text.length; j++) fillCell({ form, text }, i, j)
  }
  return joined(trace(form, text))
}

/** Of equal ways the first counts. */
function fillCell({ form, text }: { form: string; text: string }, i: number, j: number): void {
  const width = text.length + 1
  const cell = i * width + j
  setCell(cell, costs[cell - width - 1]! + substitutionWeight(text[j - 1]!, form[i - 1]!), move.match)
  if (i > 1 && j > 1 && form[i - 1] === text[j - 2] && form[i - 2] === text[j - 1] && form[i - 1] !== form[i - 2]) {
    offer(cell, costs[cell - 2 * width - 2]! + swapWeight, move.swap)
  }
  offer(cell, costs[cell - width]! + 1, move.drop)
  offer(cell, costs[cell - 1]! + addedWeight(text, j - 1), move.add)
}

function offer(cell: number, cost: number, way: number): void {
  if (cost < costs[cell]!) setCell(cell, cost, way)
}

function setCell(cell: number, cost: number, way: number): void {
  costs[cell] = cost
  moves[cell] = way
}

const move = { match: 1, swap: 2, drop: 3, add: 4 } as const

function addedWeight(text: string, at: number): number {
  return isParticle(text.charCodeAt(at)) ? particleWeight : 1
}

function trace(form: string, text: string): Change[] {
  const width = text.length + 1
  const changes: Change[] = []
  let i = form.length
  let j = text.length
  while (i > 0 || j > 0) {
    const taken = moves[i * width + j]!
    const formTaken = taken === move.add ? 0 : taken === move.swap ? 2 : 1
    const textTaken = taken === move.drop ? 0 : taken === move.swap ? 2 : 1
    const stretch = { form: { start: i - formTaken, end: i }, text: { start: j - textTaken, end: j } }
    i -= formTaken
    j -= textTaken
    if (taken === move.drop) changes.unshift({ kind: 'dropped', ...stretch, weight: 1 })
    else if (taken === move.add) changes.unshift({ kind: 'added', ...stretch, weight: addedWeight(text, j) })
    else if (taken === move.swap) changes.unshift({ kind: 'swapped', ...stretch, weight: swapWeight })
    else if (form[i] !== text[j]) {
      changes.unshift({ kind: 'replaced', ...stretch, weight: substitutionWeight(text[j]!, form[i]!) })
    }
  }
  return changes
}

function joined(changes: readonly Change[]): readonly Change[] {
  const result: Change[] = []
  for (const change of changes) {
    const last = result.at(-1)
    const touches =
      last?.kind === change.kind && last.form.end === change.form.start && last.text.end === change.text.start
    if (last === undefined || !touches || change.kind === 'swapped') {
      result.push(change)
      continue
    }
    result[result.length - 1] = {
      kind: change.kind,
      form: { start: last.form.start, end: change.form.end },
      text: { start: last.text.start, end: change.text.end },
      weight: last.weight + change.weight,
    }
  }
  return result
}

/** Whether a change is only a particle put in, which any wording bears. */
export function isFree(change: Change): boolean {
  return change.kind === 'added' && change.weight < 1 && change.text.end - change.text.start === 1
}

/** What differs, in words: 漏“攻坚”二字, 多“的”字, “决定”误作“确定”, “攻坚”次序颠倒. */
export function inWords(changes: readonly Change[], form: string, text: string): string {
  return changes
    .filter((change) => !isFree(change))
    .map((change) => {
      const meant = form.slice(change.form.start, change.form.end)
      const written = text.slice(change.text.start, change.text.end)
      if (change.kind === 'dropped') return `漏“${meant}”${characters(meant.length)}`
      if (change.kind === 'added') return `多“${written}”${characters(written.length)}`
      if (change.kind === 'swapped') return `“${meant}”次序颠倒`
      return `“${meant}”误作“${written}”`
    })
    .join('，')
}

function characters(count: number): string {
  return count === 1 ? '字' : `${['', '一', '二', '三', '四', '五', '六'][count] ?? count}字`
}
