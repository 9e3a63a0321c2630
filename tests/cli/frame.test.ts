import { describe, expect, test } from 'vitest'
import { frameOf, widthOf } from '../../packages/cli/src/reporters/frame.ts'

describe('a frame', () => {
  test('shows a short line whole, with marks under the span', () => {
    expect(frameOf('甲，乙', { start: 1, end: 2 }, 80)).toEqual({ line: '甲，乙', marks: '  ^^' })
  })

  test('cuts before and after a span in a long line', () => {
    const { line, marks } = frameOf(`${'前'.repeat(200)}错字${'后'.repeat(200)}`, { start: 200, end: 202 }, 60)
    expect(line).toMatch(/^…前+错字后+…$/)
    expect(line.indexOf('错') * 2 - 1).toBe(marks.indexOf('^'))
    expect(widthOf(line)).toBeLessThanOrEqual(60)
  })

  test('cuts a span that is longer than the line can be', () => {
    const { line, marks } = frameOf('复'.repeat(5000), { start: 10, end: 4000 }, 60)
    expect(line).toContain('…')
    expect(widthOf(line)).toBeLessThanOrEqual(80)
    expect(marks.length).toBe(widthOf(line))
  })

  test('lets no control character reach the terminal', () => {
    expect(frameOf('甲\u001b[2J乙', { start: 0, end: 1 }, 80).line).toBe('甲[2J乙')
  })

  test('takes no longer for a line of a million characters', () => {
    const text = '长'.repeat(1_000_000)
    for (let at = 0; at < 500; at++) frameOf(text, { start: 1000 * at, end: 1000 * at + 2 }, 80)
  }, 5000)
})
