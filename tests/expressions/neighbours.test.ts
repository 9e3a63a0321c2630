import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import { expect, test } from 'vitest'
import { EXAMPLE_DATE, rulebookOf } from '../support/rulebook.ts'
import { ROOT } from '../support/shared.ts'

const text = readFileSync(join(ROOT, 'tests/expressions/neighbours.txt'), 'utf8')
const rulebook = rulebookOf(({ category }) => category === 'fixed-expressions' || category === 'leaders')
const checker = createChecker({ rulebook, segmenter: hostSegmenter() })

/** Wording of local drafts that comes near a fixed expression and is right: other meetings, shorter forms, local plans. */
test.each(text.split('\n').filter((line) => line !== ''))('stays silent on %s', (line) => {
  const { findings } = checker.check({ text: line, format: 'plain', uri: 'neighbours', date: EXAMPLE_DATE })
  const loud = findings.filter(({ severity }) => severity !== 'info')
  expect(loud.map(({ rule, text: found, message }) => `${rule} ${found} ${message}`)).toEqual([])
})
