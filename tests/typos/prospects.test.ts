import { defaultModel } from '@kanwu/node'
import { expect, test } from 'vitest'
import { suspicionScore } from '../../packages/core/src/matchers/statistical/evidence.ts'
import { suspicions } from '../../packages/core/src/matchers/statistical/scan.ts'
import { firstCharacter } from '../../packages/core/src/model/character-table.ts'
import { listEnd, listStart, meantId } from '../../packages/core/src/model/confusions.ts'

const SENTENCES = [
  '县政府召开常务会议，研究部署今年防汛抗旱和安全生产工作。',
  '各单位要加强组织领导，认真落实责任，确保各项任务按时完成。',
  '申请人对本决定不服的，可以依法申请行政复议或者提起行政诉讼。',
  '全市城镇居民人均可支配收入比上年增长百分之五，物价总体保持稳定。',
  '镇里的老茶馆翻修一新，游客坐在河边听评弹，一坐就是半天。',
]

/** Each sentence with each of its characters written as the ones it is confused with, a few of them. */
function planted(): readonly string[] {
  const model = defaultModel()!
  const { characters, confusions } = model
  return SENTENCES.flatMap((sentence) =>
    [...sentence].flatMap((character, at) => {
      const unit = character.charCodeAt(0)
      const entries = confusions.entries.subarray(listStart(confusions, unit), listEnd(confusions, unit))
      const wrong = Array.from(entries, (entry) => characters.characters[meantId(entry) - firstCharacter]!)
      const some = wrong.filter((_, index) => index % 4 === at % 4)
      return some.map((one) => sentence.slice(0, at) + one + sentence.slice(at + 1))
    }),
  )
}

test('what cannot reach the score asked for is left out, and nothing else, however often a text is read', () => {
  const model = defaultModel()!
  const texts = planted()
  const least = 2
  const all = texts.map((text) => suspicions(text, model).filter((one) => suspicionScore(one) >= least))
  expect(all.flat().length).toBeGreaterThan(300)
  for (const _ of ['first', 'again']) {
    const told = texts.map((text) => suspicions(text, model, least).filter((one) => suspicionScore(one) >= least))
    expect(told).toEqual(all)
  }
})
