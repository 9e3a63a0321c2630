import { expect, test } from 'vitest'
import { folderOf, kanwu, OWN_RULE } from '../support/cli.ts'

/** More than one list of files for each thread, some of which cannot be checked. */
const DRAFTS: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `site/${index}.txt`,
      `第${index}期简报。习总书记对防汛工作作出指示，2023年2月30日起施行。\n`.repeat((index % 7) + 1),
    ]),
  ),
  'site/own/kanwu.config.yaml': OWN_RULE['kanwu.config.yaml']!,
  'site/own/own/words.yaml': OWN_RULE['own/words.yaml']!,
  'site/own/a.md': '# 通知\n\n测错词，测错词。\n',
  'site/broken/kanwu.config.yaml': 'own-rules: [missing.yaml]\n',
  'site/broken/a.txt': '测错词。\n',
  'site/broken/b.txt': '测错词。\n',
  'site/gbk.txt': Uint8Array.of(0xcf, 0xb0, 0xd7, 0xdc, 0xca, 0xe9, 0xbc, 0xc7, 0xd6, 0xb8, 0xb3, 0xf6),
  'site/picture.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff, 0xfe),
}

const withJobs = (cwd: string, jobs: string) =>
  kanwu(['check', 'site', 'missing.txt', '--format', 'json', '--severity', 'info', '--jobs', jobs], { cwd })

test('threads say what one says, in the same order, of files that cannot be checked as well', () => {
  const cwd = folderOf(DRAFTS)
  const alone = withJobs(cwd, '1')
  const together = withJobs(cwd, '3')
  expect(together).toEqual(alone)
  expect(alone.code).toBe(2)
  const { files } = JSON.parse(alone.stdout) as { files: { path: string; findings: { rule: string }[] }[] }
  expect(files.length).toBe(66)
  expect(files.filter(({ findings }) => findings.length > 0).length).toBe(62)
  expect(alone.stderr.match(/missing\.yaml/g)?.length).toBe(1)
})

test('threads judge by the day that the command line names, and by no configuration where it says so', () => {
  const cwd = folderOf({ ...OWN_RULE, 'a.txt': '测错词。', 'b.txt': '一届人大一次会议，2031年召开。' })
  const args = ['check', 'a.txt', 'b.txt', '--format', 'json', '--severity', 'info', '--date', '2024-05-01']
  for (const more of [[], ['--no-config'], ['--config', 'kanwu.config.yaml']]) {
    const alone = kanwu([...args, ...more, '--jobs', '1'], { cwd })
    expect(kanwu([...args, ...more, '--jobs', '2'], { cwd })).toEqual(alone)
    expect(alone.stdout).toContain('"date": "2024-05-01"')
    expect(alone.stdout.includes('wrong-word')).toBe(!more.includes('--no-config'))
  }
})

test('fix mends in threads what it mends alone', () => {
  const files = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.txt`, '测错词。']))
  const cwd = folderOf({ ...OWN_RULE, ...files })
  const run = kanwu(['fix', ...Object.keys(files), '--jobs', '2'], { cwd })
  expect(run.stdout.trim().split('\n').sort()).toEqual(Object.keys(files).map((path) => `${path}: 改正 1 处`))
  expect(kanwu(['check', '.'], { cwd }).code).toBe(0)
})

test.each(['0', '-1', '1.5', 'many', '257', ''])('%s threads are refused', (jobs) => {
  const { code, stderr } = kanwu(['check', 'README.md', `--jobs=${jobs}`])
  expect(code).toBe(2)
  expect(stderr).toContain('--jobs 应为 1 到 256 的整数')
})
