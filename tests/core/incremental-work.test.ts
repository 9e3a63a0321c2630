import { describe, expect, test } from 'vitest'
import { htmlPieces } from '../../packages/core/src/formats/html/pieces.ts'
import { markdownPieces } from '../../packages/core/src/formats/markdown/pieces.ts'
import type { PiecewiseFormat } from '../../packages/core/src/formats/piece.ts'
import { plainPieces } from '../../packages/core/src/formats/plain.ts'
import { DraftMemory } from '../../packages/core/src/session/draft-memory.ts'
import { DraftReader } from '../../packages/core/src/session/draft-reader.ts'
import { gather } from '../../packages/core/src/text/recall.ts'

const PARAGRAPH = '全镇今年共修建乡村道路12公里，惠及8个村的群众；水务部门抽检了20处水源，合格率为98.5%。'

/** Drafts of so many paragraphs, nested as a page nests them. */
const DRAFTS = {
  plain: (count: number) => `${PARAGRAPH}\n`.repeat(count),
  markdown: (count: number) => `# 情况\n\n${`${PARAGRAPH}\n\n`.repeat(count)}`,
  html: (count: number) =>
    `<html><body><div><table><tr><td><div>${`<p>${PARAGRAPH}</p>\n`.repeat(count)}</div></td></tr></table></body></html>`,
}
const FORMATS = ['plain', 'markdown', 'html'] as const

/** What a check of a draft looks at after one character was typed in its middle. */
function workOfEdit(format: (typeof FORMATS)[number], count: number) {
  const memory = new DraftMemory()
  let asked = 0
  const check = (text: string) => {
    const { segments } = memory.extract({ text, format })
    memory.settle({ segments, date: 'unknown' }, {})
    for (const segment of memory.gathering.fresh(segments)) segment.memory?.set(workOfEdit, true)
    asked = 0
    gather({ segments, gathering: memory.gathering }, workOfEdit.name, () => void asked++)
    return segments.length
  }
  const text = DRAFTS[format](count)
  check(text)
  const middle = text.indexOf('水务', text.length / 2)
  const segments = check(`${text.slice(0, middle)}改${text.slice(middle)}`)
  return { ...memory.work, asked, segments }
}

describe.each(FORMATS)('typing a character into %s', (format) => {
  test('reads a few hundred characters and makes one segment, however long the draft', () => {
    const [short, long] = [workOfEdit(format, 300), workOfEdit(format, 3000)]
    expect(long.segments).toBeGreaterThanOrEqual(3000)
    expect(long.readUnits).toBeLessThan(2500)
    expect(long.newSegments).toBe(1)
    expect(long.asked).toBeLessThan(40)
    expect(long.readUnits).toBeLessThan(short.readUnits * 1.5)
    expect(long.asked).toBeLessThan(short.asked * 1.5)
  })

  test('asks nothing when nothing has changed', () => {
    const memory = new DraftMemory()
    const text = DRAFTS[format](100)
    memory.extract({ text, format })
    memory.extract({ text, format })
    expect(memory.work.readUnits).toBe(0)
  })
})

test.each([
  ['plain', plainPieces, '甲\t乙'],
  ['markdown', markdownPieces, '```'],
  ['html', htmlPieces, '<!--'],
] as [string, PiecewiseFormat<unknown>, string][])(
  'what stays open in %s is read on, and no longer than it is open',
  (format, pieces, opener) => {
    const text = DRAFTS[format as 'plain'](1000)
    const reader = new DraftReader(pieces)
    reader.read(text)
    const at = text.indexOf(PARAGRAPH, text.length / 2)
    const opened = `${text.slice(0, at)}${opener}\n${text.slice(at)}`
    reader.read(opened)
    const toTheEnd = reader.readUnits
    reader.read(text)
    reader.read(`改${text}`)
    expect(toTheEnd).toBeLessThan(text.length * 4)
    expect(reader.readUnits).toBeLessThan(3000)
  },
)
