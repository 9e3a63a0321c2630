import { describe, expect, it } from 'vitest'
import { looksAlike } from '../../packages/core/src/language/shape.ts'
import { alike, isAlike, substitutionWeight } from '../../packages/core/src/language/similarity.ts'
import { homophones, soundCloseness, soundsAlike, syllables } from '../../packages/core/src/language/sound.ts'

describe('sound', () => {
  it('knows the syllables of common, rare and polyphonic characters', () => {
    expect(syllables('志')).toEqual(['zhi'])
    expect(syllables('绿')).toContain('lv')
    expect(syllables('行')).toEqual(expect.arrayContaining(['xing', 'hang']))
    expect(syllables('喆')).toEqual(['zhe'])
    expect(syllables('A')).toEqual([])
  })

  it.each(['治至', '障彰', '重仲', '权全', '筑铸'])('hears %s as one syllable or nearly', (pair) => {
    expect(soundsAlike(pair[0]!, pair[1]!)).toBe(true)
  })

  it.each([
    ['治', '自', 'fuzzy'],
    ['能', '冷', 'fuzzy'],
    ['金', '经', 'fuzzy'],
    ['湖', '福', 'fuzzy'],
    ['会', '费', 'fuzzy'],
    ['治', '置', 'same'],
    ['治', '国', 'none'],
    ['治', '!', 'none'],
  ])('%s and %s are %s', (a, b, closeness) => {
    expect(soundCloseness(a, b)).toBe(closeness)
    expect(soundCloseness(b, a)).toBe(closeness)
  })

  it('does not call a character alike itself', () => {
    expect(soundsAlike('治', '治')).toBe(false)
    expect(homophones('治')).not.toContain('治')
  })
})

describe('shape', () => {
  it.each(['己已', '已巳', '未末', '人入', '入八', '社杜', '戊戌', '侯候', '徽微'])(
    'sees %s as look-alikes',
    (pair) => {
      expect(looksAlike(pair[0]!, pair[1]!)).toBe(true)
      expect(looksAlike(pair[1]!, pair[0]!)).toBe(true)
    },
  )

  it('keeps unlike characters apart', () => {
    expect(looksAlike('国', '家')).toBe(false)
    expect(looksAlike('己', '己')).toBe(false)
  })
})

describe('similarity', () => {
  it('weighs sound before shape before anything else', () => {
    expect(substitutionWeight('国', '国')).toBe(0)
    expect(substitutionWeight('置', '治')).toBeLessThan(substitutionWeight('冶', '治'))
    expect(substitutionWeight('冶', '治')).toBeLessThan(substitutionWeight('国', '治'))
  })

  it('lists what isAlike accepts and nothing else', () => {
    for (const char of '治设己国习攻核铸') {
      const listed = alike(char)
      expect(new Set(listed).size).toBe(listed.length)
      expect(listed.every((other) => isAlike(char, other))).toBe(true)
    }
    expect(alike('社')).toContain('杜')
    expect(alike('治')).toContain('冶')
  })
})
