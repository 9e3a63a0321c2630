import { createChecker } from '@kanwu/core'
import { describe, expect, it } from 'vitest'
import { reporterNames, reporters } from '../../packages/cli/src/reporters/index.ts'
import { folderOf, kanwu } from '../support/cli.ts'
import { wholeRulebook } from '../support/rulebook.ts'

/** Planted values; none of them is anyone's. */
const PLANTED = [
  '330106189003074518',
  '330106500307451',
  '13800000000',
  '13900000000',
  '6217000000000000129',
  'E00000001',
  'H00000001',
  '10000000@qq.com',
  'user:secret',
]

const DRAFT = `补助名单（以下均为虚构）
张三，身份证号330106189003074518，联系电话13800000000，银行卡号6217000000000000129。
李四，身份证号330106500307451，护照号E00000001，通行证H00000001。
联系电话：13900000000，邮箱：10000000@qq.com，网址http://user:secret@example.com/?id=330106189003074518
国家工商总局（13800000000）与１３８００００００００　元。
`

const rulebook = wholeRulebook()

/** The draft as one format prints it; `silenced` rules are those that the project switched off. */
async function output(
  format: (typeof reporterNames)[number],
  options: { reveal?: boolean; silenced?: boolean },
): Promise<string> {
  const severities = options.silenced === true ? { privacy: 'off' as const, links: 'off' as const } : {}
  const checker = createChecker({ rulebook })
  const report = checker.check({ text: DRAFT, format: 'plain', uri: 'draft.txt', date: '2026-11-22' }, { severities })
  const render = await reporters[format]()
  const files = [{ path: 'draft.txt', text: DRAFT, report }]
  return render({ files, rulebook, reveal: options.reveal === true, terminal: { colour: false, columns: 200 } })
}

describe.each(reporterNames)('%s', (format) => {
  it('shows no planted value', async () => {
    const shown = await output(format, {})
    for (const value of PLANTED) expect(shown).not.toContain(value)
  })

  it('shows none when the rules are off and other findings stand beside them', async () => {
    const shown = await output(format, { silenced: true })
    for (const value of PLANTED.filter((planted) => !planted.startsWith('user'))) expect(shown).not.toContain(value)
  })
})

it('neither does the diff of a fix, unless asked to', () => {
  const cwd = folderOf({ 'draft.txt': DRAFT })
  const args = ['fix', '--dry-run', '--safety', 'suggested', '--no-config', 'draft.txt']
  const { stdout } = kanwu(args, { cwd })
  expect(stdout).toContain('138****0000')
  for (const value of PLANTED) expect(stdout).not.toContain(value)
  expect(kanwu([...args, '--reveal'], { cwd }).stdout).toContain('13800000000')
})

it('shows them when asked to, so the tests above can fail', async () => {
  expect(await output('text', { reveal: true })).toContain('330106189003074518')
})
