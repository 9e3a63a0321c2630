import { join } from 'node:path'
import { createChecker, intlSegmenter } from '@kanwu/core'
import { hostSegmenter, loadJieba } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { folderOf, kanwu, OWN_RULE } from '../support/cli.ts'
import { fixtureRulebook, REQUIRED } from '../support/fixture-rulebook.ts'
import { ROOT } from '../support/shared.ts'

const HOOK = join(ROOT, 'tests/support/tell-loads.cjs')
const env = { NODE_OPTIONS: `--require ${HOOK}`, KANWU_TELL_LOADS: 'nodejieba' }
const LOADS = 'loads nodejieba\n'

/** A rule that asks for word boundaries at each of its matches. */
const WHOLE_WORD = OWN_RULE['own/words.yaml']?.replace(
  '    severity: error\n',
  '    severity: error\n    whole-word: true\n',
)
const ASKS = { ...OWN_RULE, 'own/words.yaml': WHOLE_WORD ?? '' }
const OWN_ALONE = 'own-rules: [own/words.yaml]\nsegmenter: intl\n'

/** More questions than Intl.Segmenter is asked before nodejieba pays; each place differs from the last. */
const PLACES = Array.from({ length: 21_000 }, (_, at) => `第${at}处测错词。`)
const MANY = PLACES.join('\n')

describe('nodejieba', () => {
  test('is not loaded for a page', () => {
    const page = '各单位要抓好落实，按时报送整改情况，测错词要改。'.repeat(40)
    const { stderr, code } = kanwu(['check', 'a.txt'], { cwd: folderOf({ ...ASKS, 'a.txt': page }), env })
    expect(code).toBe(1)
    expect(stderr).not.toContain(LOADS)
  })

  test.skipIf(loadJieba() === undefined)('takes over when an archive has very many texts to cut', () => {
    const segmenter = hostSegmenter()
    expect(PLACES.slice(0, 1000).map((place) => segmenter.cut(place) && segmenter.name)).not.toContain('nodejieba')
    for (const place of PLACES) segmenter.cut(place)
    expect(segmenter.name).toBe('nodejieba')
  })

  test('is not loaded for word boundaries, which Intl.Segmenter tells sooner', () => {
    const { stderr } = kanwu(['check', 'a.txt', '-o', 'out.txt'], { cwd: folderOf({ ...ASKS, 'a.txt': MANY }), env })
    expect(stderr).toBe('')
  })

  test('is not loaded for an archive when the configuration says intl', () => {
    const cwd = folderOf({ ...ASKS, 'kanwu.config.yaml': OWN_ALONE, 'a.txt': MANY })
    const { stderr } = kanwu(['check', 'a.txt', '-o', 'out.txt'], { cwd, env })
    expect(stderr).toBe('')
  })

  test.each(['fix', 'explain', 'rules', 'law'])('is not loaded by kanwu %s', (command) => {
    const args = { fix: ['a.txt'], explain: ['a.txt:1'], rules: [], law: ['民法典'] }[command] ?? []
    const { stderr } = kanwu([command, ...args], { cwd: folderOf({ ...ASKS, 'a.txt': '测错词要改。' }), env })
    expect(stderr).not.toContain(LOADS)
  })
})

describe('the segmenter', () => {
  const check = (rule: string): number => {
    let questions = 0
    const { cut } = intlSegmenter()
    const segmenter = {
      name: 'counted',
      cut: (text: string) => {
        questions++
        return cut(text)
      },
    }
    const rulebook = fixtureRulebook(`id: wrong, wrong: [测错词], right: [测对词], ${rule}${REQUIRED}`)
    const report = createChecker({ rulebook, segmenter }).check({
      text: '此处测错词。'.repeat(300),
      format: 'plain',
      uri: 'a.txt',
    })
    expect(report.findings).toHaveLength(300)
    return questions
  }

  test('tells of each offset whether it lies in one of the words that it cuts', () => {
    const { cut, areInWords } = intlSegmenter()
    for (const text of ['发展生产力，促就业', 'GB/T 15834的3.5条', '𠮷野家的🙂 can’t', '２０２４年１月、', '。']) {
      const ends = cut(text).map((_, index, words) => words.slice(0, index).join('').length)
      const offsets = Array.from({ length: text.length + 1 }, (_, at) => at)
      const inside = offsets.map((at) => at < text.length && !ends.includes(at))
      expect(areInWords?.(text, offsets), text).toEqual(inside)
      expect(areInWords?.(text, offsets.toReversed()), `${text} again`).toEqual(inside.toReversed())
    }
  })

  test('is never asked when no rule does', () => {
    expect(check('')).toBe(0)
  })

  test('is asked about the matches of a rule that asks, and nothing else', () => {
    expect(check('whole-word: true, ')).toBe(300)
  })
})
