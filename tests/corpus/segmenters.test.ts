import { createChecker, type FileReport, intlSegmenter } from '@kanwu/core'
import { defaultModel, loadJieba } from '@kanwu/node'
import { expect, test } from 'vitest'
import { cleanFiles } from '../support/corpora.ts'
import { wholeRulebook } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'

const folder = sharedFolder('corpora')
const jieba = loadJieba()

const told = ({ findings }: FileReport) =>
  findings.map(({ rule, span, severity }) => `${span.start} ${rule} ${severity}`)

test.skipIf(folder === undefined || jieba === undefined)('nodejieba and Intl.Segmenter give the same findings', () => {
  const rulebook = wholeRulebook()
  const one = createChecker({ rulebook, segmenter: jieba!, model: defaultModel })
  const other = createChecker({ rulebook, segmenter: intlSegmenter(), model: defaultModel })
  for (const { name, text, date } of cleanFiles(folder!)) {
    const source = { text, format: 'plain', uri: name, date }
    expect(told(other.check(source)), name).toEqual(told(one.check(source)))
  }
})
