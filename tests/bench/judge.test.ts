import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../support/shared.ts'

interface Result {
  readonly name: string
  readonly ratio: number
  readonly better: 'more' | 'less'
  readonly judged?: false
}

interface Judging {
  judge(settings: { before: readonly Result[]; measure: () => readonly Result[]; say: (line: string) => void }): {
    readonly results: readonly Result[]
    readonly regressions: readonly string[]
  }
}

const { judge }: Judging = await import(join(ROOT, 'bench/harness/judge.mjs'))

const before: readonly Result[] = [
  { name: 'peer ÷ kanwu', ratio: 10, better: 'more' },
  { name: 'kanwu ÷ floor', ratio: 5, better: 'less' },
  { name: 'by the clock', ratio: 2, better: 'more', judged: false },
]

/** Judges runs with these ratios in turn; answers also how many were asked for. */
function judged(...runs: readonly (readonly [number, number, number])[]) {
  let asked = 0
  const measure = () => {
    const ratios = runs[asked++]
    return before.map((result, at) => ({ ...result, ratio: ratios![at]! }))
  }
  return { ...judge({ before, measure, say: () => undefined }), asked }
}

describe('a ratio has become worse', () => {
  test.each<[string, (readonly [number, number, number])[], number, number]>([
    ['never: one run is enough', [[9, 5.5, 2]], 0, 1],
    ['by less than a fifth', [[8.4, 5.9, 2]], 0, 1],
    [
      'once: noise',
      [
        [7, 5, 2],
        [10, 5, 2],
      ],
      0,
      2,
    ],
    [
      'twice: noise',
      [
        [7, 5, 2],
        [7, 5, 2],
        [9, 5, 2],
      ],
      0,
      3,
    ],
    [
      'three times',
      [
        [7, 5, 2],
        [7, 5, 2],
        [7, 5, 2],
      ],
      1,
      3,
    ],
    [
      'each line once: noise',
      [
        [7, 5, 2],
        [10, 9, 2],
      ],
      0,
      2,
    ],
    [
      'both, for good',
      [
        [7, 7, 2],
        [7, 7, 2],
        [7, 7, 2],
      ],
      2,
      3,
    ],
    ['by the clock only: not judged', [[10, 5, 0.5]], 0, 1],
    ['never: both are better', [[30, 1, 2]], 0, 1],
  ])('%s', (_, runs, regressions, asked) => {
    const verdict = judged(...runs)
    expect(verdict.regressions).toHaveLength(regressions)
    expect(verdict.asked).toBe(asked)
  })

  test('what is told is the best of the runs', () => {
    expect(judged([7, 5, 2], [7.5, 6, 2], [7.2, 4, 2]).results.map(({ ratio }) => ratio)).toEqual([7.5, 4, 2])
  })
})

test('drafts are the same for the same seed, in every format, and others for another', async () => {
  const { drafts } = await import(join(ROOT, 'bench/text/prose.mjs'))
  const { formats } = await import(join(ROOT, 'bench/text/formats.mjs'))
  for (const { write } of Object.values<{ write: (blocks: unknown) => string }>(formats)) {
    const text = (seed: number) => drafts({ count: 2, characters: 900, seed }).map(write).join('\n')
    expect(text(1)).toBe(text(1))
    expect(text(1)).not.toBe(text(2))
    expect(text(1).length).toBeGreaterThan(1500)
  }
})
