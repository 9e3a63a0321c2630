import { applyEdits, type Checker, createChecker, type FileReport, type Rule } from '@kanwu/core'
import { defaultModel, hostSegmenter } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { EXAMPLE_DATE, wholeRulebook } from '../support/rulebook.ts'

const rulebook = wholeRulebook()
const checker: Checker = createChecker({ rulebook, segmenter: hostSegmenter(), model: defaultModel })

interface Example {
  readonly text: string
  readonly date?: string
  readonly format?: string
}

function reportOf({ text, date = EXAMPLE_DATE, format = 'plain' }: Example): FileReport {
  return checker.check({ text, format, uri: 'example', date })
}

function findingsOf(rule: Rule, example: Example): FileReport['findings'] {
  return reportOf(example).findings.filter((finding) => finding.rule === rule.id)
}

const topics = [...new Set(rulebook.rules.map(({ topic }) => topic))]

describe.each(topics)('%s', (topic) => {
  for (const rule of rulebook.rules.filter((one) => one.topic === topic)) {
    for (const example of rule.examples.hit) {
      test(`${rule.id} 报出：${example.text.slice(0, 40)}`, () => {
        const [finding] = findingsOf(rule, example)
        expect(finding, '没有报出').toBeDefined()
        if (example.fixed === undefined) return
        const edit = finding?.suggestions[0]?.edit
        expect(edit, '没有可用的建议').toBeDefined()
        expect(applyEdits(example.text, edit === undefined ? [] : [edit])).toBe(example.fixed)
      })
    }
    for (const example of rule.examples.miss) {
      test(`${rule.id} 不报：${example.text.slice(0, 40)}`, () => {
        const report = reportOf(example)
        expect(report.findings.filter((finding) => finding.rule === rule.id)).toEqual([])
        const reasons = report.exempted.filter(({ finding }) => finding.rule === rule.id).map(({ because }) => because)
        expect(reasons.length === 0 ? ['no-match'] : reasons).toContain(example.because)
      })
    }
    for (const example of rule.examples.gap) {
      test(`${rule.id} 放过：${example.text.slice(0, 40)}`, () => {
        expect(findingsOf(rule, example), '已能报出：把这个例句移到 hit').toEqual([])
      })
    }
  }
})
