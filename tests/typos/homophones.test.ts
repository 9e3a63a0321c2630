import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker, intlSegmenter } from '@kanwu/core'
import { defaultModel } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'

const rulebook = rulebookOf(({ detect }) => detect === 'homophone')
const segmenter = intlSegmenter()
const checker = createChecker({ rulebook, segmenter, model: defaultModel })

/** What is told of a text, info too: word, meant word and severity. */
function told(text: string, by = checker): readonly string[] {
  const { findings } = by.check({ text, format: 'plain', uri: 'line', date: 'unknown' })
  return findings.map(({ text: word, suggestions, severity }) => `${word} ${suggestions[0]?.text} ${severity}`)
}

describe('words of one sound', () => {
  test.each([
    ['坚持以人民为忠心的发展思想。', '忠心 中心 warning'],
    ['各地要结合时机情况制定方案。', '时机 实际 warning'],
    ['由上级主观部门责令改正。', '主观 主管 warning'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  test.each(['他对事业一片忠心。', '把握有利时机，加快项目建设。', '犯罪的主观方面是故意。'])('%s is right', (text) => {
    expect(told(text)).toEqual([])
  })

  test.each(['有关机关可以采取技术侦察措施。', '他有坚忍不拔的意志，也有耐心。'])(
    'known in a run of four or a longer word as it stands: %s',
    (text) => {
      expect(told(text)).toEqual([])
    },
  )

  test('a word that recurs is advice', () => {
    const text = ['由上级主观部门责令改正。', '报上级主观部门批准。', '经上级主观部门同意。'].join('\n')
    expect(told(text)).toEqual(Array.from({ length: 3 }, () => '主观 主管 info'))
  })

  test('nothing is told without a model', () => {
    expect(told('由上级主观部门责令改正。', createChecker({ rulebook, segmenter }))).toEqual([])
  })

  test('in names of places counts are not asked', () => {
    expect(told('项目位于主观镇和时机村。')).toEqual([])
  })
})

describe('the catalog of words of one sound', () => {
  const rows = rulebook.catalogs['homophones']?.rows ?? []

  test('pairs words of two characters with others', () => {
    expect(rows.length).toBeGreaterThan(5000)
    const odd = rows.filter(({ form = '', right = '' }) => {
      const rights = right.split(';')
      return form.length !== 2 || rights.includes(form) || rights.some((word) => word.length !== 2)
    })
    expect(odd).toEqual([])
  })
})

const folder = sharedFolder('corpora')

describe.skipIf(folder === undefined)('words of work reports', () => {
  /** One word in a line exchanged for another of its sound, in every third line of the newest report. */
  test('are found exchanged in a quarter of the places at least', () => {
    const meantBy = new Map(
      (rulebook.catalogs['homophones']?.rows ?? []).flatMap(({ form = '', right = '' }) =>
        right.split(';').map((word) => [word, form] as const),
      ),
    )
    const lines = readFileSync(join(folder!, 'clean/work-reports/2025-03-05.txt'), 'utf8').split('\n')
    let planted = 0
    let found = 0
    for (const line of lines) {
      const words = [...segmenter.cut(line)]
      const index = words.findIndex((word, at) => at > 3 && meantBy.has(word))
      if (index < 0) continue
      planted++
      const wrong = words.with(index, meantBy.get(words[index]!)!).join('')
      if (told(wrong).some((one) => one.endsWith(`${words[index]} warning`))) found++
    }
    expect(planted).toBeGreaterThan(50)
    expect(found / planted).toBeGreaterThanOrEqual(0.25)
  })
})
