import { createChecker, type Finding, type Rulebook } from '@kanwu/core'
import { describe, expect, it } from 'vitest'
import { cleanFiles } from '../support/corpora.ts'
import { rulebookOf } from '../support/rulebook.ts'
import { sharedFolder } from '../support/shared.ts'
import { processorTime } from '../support/time.ts'

const rulebook = rulebookOf(({ category }) => category === 'links')

/** The rulebook with other settings for one rule, as a project's configuration makes it. */
function withSettings(name: string, settings: Readonly<Record<string, unknown>>): Rulebook {
  const rules = rulebook.rules.map((rule) =>
    rule.id === `links/${name}` ? { ...rule, with: { ...rule.with, ...settings } } : rule,
  )
  return { ...rulebook, rules }
}

function findings(text: string, book: Rulebook = rulebook, format = 'markdown'): readonly Finding[] {
  return createChecker({ rulebook: book }).check({ text, format, uri: 'draft', date: '2026-11-22' }).findings
}

const told = (list: readonly Finding[]): string[] =>
  list.map(({ rule, severity }) => `${rule.replace('links/', '')} ${severity}`)

describe('the policy', () => {
  const shop = '见[商家](https://shop.example.com/a)和[财政部](https://www.mof.gov.cn/)。'

  it('is advice until the project has one', () => {
    expect(told(findings(shop))).toEqual(['off-policy info'])
    expect(told(findings(shop, withSettings('off-policy', { allow: ['example.org'] })))).toEqual(['off-policy warning'])
    expect(told(findings(shop, withSettings('off-policy', { allow: ['example.com'] })))).toEqual([])
  })

  it('denies and asks for https where told to', () => {
    expect(told(findings(shop, withSettings('denied', { deny: ['example.com'] })))).toEqual(['denied warning'])
    const http = '[部](http://www.mof.gov.cn/a)'
    expect(told(findings(http, withSettings('insecure', { https: ['mof.gov.cn'] })))).toEqual(['insecure warning'])
  })
})

describe('what a finding shows', () => {
  it('never a password', () => {
    const [finding] = findings('[附件](https://admin:topsecret@example.com/a)')
    expect(finding).toMatchObject({ rule: 'links/credentials', severity: 'error', text: 'https://***@example.com/a' })
    expect(JSON.stringify(finding)).not.toContain('topsecret')
  })

  it('stands on the target in the source', () => {
    const text = '前文 [中国政府网](https://example.com/x) 后文'
    const [finding] = findings(text)
    expect(finding).toMatchObject({ rule: 'links/mismatch', severity: 'error' })
    expect(text.slice(finding?.span.start, finding?.span.end)).toBe('https://example.com/x')
  })

  it('one fault a link, also in plain text', () => {
    expect(told(findings('请登录http://192.168.0.1/setup.exe下载', rulebook, 'plain'))).toEqual([
      'private-network error',
    ])
    expect(told(findings('http://a@10.0.0.1/x http://a@10.0.0.1/x', rulebook, 'plain'))).toHaveLength(2)
  })
})

describe('odd targets', () => {
  it('do not throw', () => {
    const targets = [
      'http://',
      'http://[',
      'http://[::',
      'http://@',
      'x:',
      '://',
      '\\\\',
      'mailto:',
      'javascript:',
      '%%%',
    ]
    for (const target of targets) {
      expect(() => findings(`<a href="${target}">看</a>`, rulebook, 'html')).not.toThrow()
    }
  })

  it('take time in proportion', () => {
    const text = 'http://a.example.com/x '.repeat(20_000)
    expect(processorTime(() => findings(text, rulebook, 'plain'))).toBeLessThan(5000)
  })
})

const corpora = sharedFolder('corpora')

describe.skipIf(corpora === undefined)('clean official text', () => {
  it('has no link to report', () => {
    const files = corpora === undefined ? [] : cleanFiles(corpora)
    const reported = files.flatMap(({ name, text, date }) =>
      createChecker({ rulebook })
        .check({ text, format: 'plain', uri: name, date })
        .findings.filter(({ severity }) => severity !== 'info')
        .map(({ rule, text: shown }) => [name, rule, shown]),
    )
    expect(reported).toEqual([])
  })
})
