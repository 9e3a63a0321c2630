import { createChecker } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { rulebookOf, wholeRulebook } from '../support/rulebook.ts'

const checker = createChecker({
  rulebook: rulebookOf(({ detect }) => detect === 'meeting'),
  segmenter: hostSegmenter(),
})
const { meetings, 'plenum-documents': adopted } = wholeRulebook().catalogs
const rows = (meetings?.rows ?? []).filter(
  ({ held = '', form = '' }) => held !== '' && /全国|中全会|党的|中央/.test(form),
)
const documents = adopted?.rows ?? []

function rules(text: string, date: string): string[] {
  const { findings } = checker.check({ text, format: 'plain', uri: 'draft', date })
  return findings.map(({ rule }) => rule.replace('fixed-expressions/', ''))
}

describe('the year of a meeting', () => {
  test('its own is right, another is found', () => {
    expect(rows.length).toBeGreaterThan(150)
    for (const { form = '', held = '' } of rows) {
      const [year = '', month = ''] = held.split('-')
      expect(rules(`${form}于${year}年${Number(month)}月9日开幕。`, '2026-11-22'), form).toEqual([])
      expect(rules(`${form}于${Number(year) + 1}年${Number(month)}月9日开幕。`, '2026-11-22'), form).toEqual([
        'meeting-year',
      ])
    }
  })

  test.each([
    ['去年3月5日，十四届全国人大二次会议开幕。', '2025-03-06'],
    ['我省十四届人大二次会议于2023年1月12日开幕。', '2025-03-06'],
    ['县政协十四届二次会议于2022年12月26日开幕。', '2025-03-06'],
    ['学习党的二十届四中全会精神，2024年完成任务。', '2025-11-06'],
    ['党的二十一届三中全会于2024年召开。', '2025-11-06'],
  ])('%s is left alone', (text, date) => {
    expect(rules(text, date)).toEqual([])
  })
})

describe('a meeting ahead of its time', () => {
  const before = (held: string): string => `${Number(held.slice(0, 4)) - 1}-${held.slice(5)}-20`
  const after = (held: string): string => `${Number(held.slice(0, 4)) + 1}-${held.slice(5)}-20`

  test('is found in a draft a year older, and not in one a year younger', () => {
    for (const { form = '', held = '' } of rows) {
      expect(rules(`认真学习${form}精神。`, before(held)), form).toEqual(['meeting-not-yet-held'])
      expect(rules(`认真学习${form}精神。`, after(held)), form).toEqual([])
      expect(rules(`认真学习${form}精神。`, `${held}-28`), form).toEqual([])
    }
  })

  test.each(['党的二十一大', '中国共产党第二十一次全国代表大会', '十四届全国人大五次会议', '全国政协十五届一次会议'])(
    '%s has not been held while the catalog is up to date',
    (name) => {
      const later = `${Number(meetings!.asOf.slice(0, 4)) + 2}-01-01`
      expect(rules(`${name}召开以来，全县面貌一新。`, meetings!.asOf)).toEqual(['meeting-not-yet-held'])
      expect(rules(`${name}召开以来，全县面貌一新。`, later)).toEqual([])
      expect(rules(`${name}召开以来，全县面貌一新。`, 'unknown')).toEqual([])
    },
  )

  test.each([
    '以实际行动迎接党的二十一大胜利召开。',
    '做好党的二十一大代表推选工作。',
    '党的二十一大召开前完成整改。',
    '拟提请十四届全国人大五次会议审议通过。',
    '省委十二届九次全会精神要传达到位。',
    '我省十五届人大一次会议以来，立法有了新进展。',
  ])('%s is left alone', (text) => {
    expect(rules(text, '2026-11-01')).toEqual([])
  })
})

describe('a plenum and what it adopted', () => {
  test('every document goes with its own plenum only', () => {
    expect(documents.length).toBeGreaterThan(12)
    const plenums = [...new Set(documents.map(({ meeting = '' }) => meeting))]
    for (const { document = '', meeting = '' } of documents) {
      for (const plenum of plenums) {
        const wrong = plenum === meeting ? [] : ['plenum-document-mismatch']
        expect(rules(`党的${plenum}审议通过了《${document}》。`, '2026-11-22'), `${plenum} ${document}`).toEqual(wrong)
        expect(rules(`《${document}》由${plenum}通过。`, '2026-11-22'), `${plenum} ${document}`).toEqual(wrong)
      }
    }
  })

  test.each([
    '中国共产党第二十届中央委员会第三次全体会议通过《中共中央关于进一步全面深化改革、推进中国式现代化的决定》。',
    '十八届六中全会通过《关于新形势下党内政治生活的若干准则》和《中国共产党党内监督条例》。',
    '党的二十届四中全会要求，落实《中共中央关于进一步全面深化改革、推进中国式现代化的决定》。',
    '党的二十届四中全会通过了重要文件，会前印发《中共中央关于进一步全面深化改革、推进中国式现代化的决定》。',
    '省委全会审议通过《关于贯彻中共中央关于进一步全面深化改革、推进中国式现代化的决定的意见》。',
  ])('%s is left alone', (text) => {
    expect(rules(text, '2026-11-22')).toEqual([])
  })

  test('the full name of the plenum is read, too', () => {
    const text = '中国共产党第二十届中央委员会第四次全体会议通过《关于进一步全面深化改革、推进中国式现代化的决定》。'
    expect(rules(text, '2026-11-22')).toEqual(['plenum-document-mismatch'])
  })
})
