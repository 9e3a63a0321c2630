import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import type { Catalog, Segment } from '../../types.ts'
import type { Finding } from './index.ts'

/** By document: the plenum that adopted it, as 二十届三中全会. */
export type PlenumDocuments = ReadonlyMap<string, string>

/** Reads a catalog with the columns `document` and `meeting`. */
export function readDocuments(catalog: Catalog | undefined): PlenumDocuments {
  return new Map((catalog?.rows ?? []).map(({ document = '', meeting = '' }) => [core(document), meeting]))
}

/** Plenums that are said to have adopted a document of another plenum; spans are those of the plenum's name. */
export function wrongPlenums(segment: Segment, documents: () => PlenumDocuments): readonly Finding[] {
  const { text } = segment
  if (!hasHint(segment, hint.plenum) || (!text.includes('全会') && !text.includes('全体会议'))) return NONE
  return [...text.matchAll(TITLE)].flatMap(({ 0: title, 1: name = '', index }) => {
    const right = documents().get(core(name))
    if (right === undefined) return []
    const stated = adoptedBefore(text, index) ?? adoptedBehind(text, index + title.length)
    if (stated === undefined || shortName(stated.written) === right) return []
    return [{ span: stated, facts: { meeting: stated.written, document: name, right } }]
  })
}

const NONE: readonly Finding[] = []

const TITLE = /《([^《》]{6,60})》/g

const NUMBERS = '[一二三四五六七八九十]{1,3}'
const PLENUM = `${NUMBERS}届${NUMBERS}中全会|第${NUMBERS}届中央委员会第${NUMBERS}次全体会议`
/** …审议通过了《…》和《 */
const BEFORE = new RegExp(`(${PLENUM})[^，。；《》]{0,14}通过(?:了|的)?(?:《[^《》]{2,60}》[和、]?)*$`)
/** 》由…通过, 》在…上审议通过 */
const BEHIND = new RegExp(`^(?:已|是)?[由经在](?:党的|中国共产党|中共)?(${PLENUM})上?[^，。；《》]{0,6}通过`)

interface Stated {
  readonly start: number
  readonly end: number
  readonly written: string
}

function adoptedBefore(text: string, title: number): Stated | undefined {
  const from = Math.max(0, title - 120)
  const match = BEFORE.exec(text.slice(from, title))
  return match === null ? undefined : statedAt(from + match.index, match[1] ?? '')
}

function adoptedBehind(text: string, end: number): Stated | undefined {
  const match = BEHIND.exec(text.slice(end, end + 60))
  return match === null ? undefined : statedAt(end + match[0].indexOf(match[1] ?? ''), match[1] ?? '')
}

function statedAt(start: number, written: string): Stated {
  return { start, end: start + written.length, written }
}

function shortName(plenum: string): string {
  const full = /^第(.+)届中央委员会第(.+)次全体会议$/.exec(plenum)
  return full === null ? plenum : `${full[1]}届${full[2]}中全会`
}

/** Titles are cited with and without 中共中央, with one or another mark inside. */
function core(title: string): string {
  return title.replace(/^中共中央/, '').replace(/[“”"、，,\s]/g, '')
}
