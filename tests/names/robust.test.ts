import { createChecker } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import fc from 'fast-check'
import { test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'

const kinds = new Set(['renamed', 'early', 'pairing', 'autonomy', 'belonging'])
const checker = createChecker({ rulebook: rulebookOf(({ detect }) => kinds.has(detect)), segmenter: hostSegmenter() })

const pieces = fc.constantFrom(
  '原',
  '国土资源部',
  '自治州',
  '自治县',
  '恩施',
  '土家族',
  '湖北省',
  '长沙市',
  '国务院总理',
  '李墙',
  '李强',
  '总理',
  '\ud840',
  '𠮷',
  '\n',
  '。',
  '〔2016〕',
  '2016年',
  '国办函〔1996〕16号',
  '一九九六年二月九日',
  '习进平',
  '县',
  '工商局',
  '\u3000',
  '\u200b',
  '（',
  '、',
  '2024年5月6日',
)

test('any mixture of names, marks and broken characters is judged inside the text', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
      fc.constantFrom('unknown', '2016-01-01', '2024-01-01'),
      (text, date) => {
        const { findings, exempted } = checker.check({ text, format: 'plain', uri: 'any', date })
        return [...findings, ...exempted.map(({ finding }) => finding)].every(
          ({ span }) => span.start >= 0 && span.start < span.end && span.end <= text.length,
        )
      },
    ),
    { numRuns: 400 },
  )
})
