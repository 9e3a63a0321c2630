import { Buffer } from 'node:buffer'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { TSchema } from 'typebox'
import Value from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { folderOf, kanwu, OWN_RULE } from '../support/cli.ts'
import { ROOT } from '../support/shared.ts'

interface Json {
  readonly version: number
  readonly summary: Readonly<Record<string, number>>
  readonly files: readonly {
    readonly path: string
    readonly date: string
    readonly format: string
    readonly problems: readonly { readonly message: string }[]
    readonly findings: readonly {
      readonly rule: string
      readonly text: string
      readonly start: { readonly offset: number; readonly line: number; readonly column: number }
      readonly end: { readonly offset: number }
    }[]
  }[]
}

function checkJson(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
  stdin?: string | Uint8Array,
) {
  const cwd = folderOf({ ...OWN_RULE, ...files })
  const run = kanwu(['check', '--format', 'json', ...args], { cwd, ...(stdin === undefined ? {} : { stdin }) })
  return { ...run, json: (run.stdout === '' ? undefined : JSON.parse(run.stdout)) as Json, cwd }
}

describe('exit codes', () => {
  test.each([
    ['nothing found', { 'a.md': '无事' }, ['a.md'], 0],
    ['an error found', { 'a.md': '测错词' }, ['a.md'], 1],
    ['an error found, and never to fail', { 'a.md': '测错词' }, ['--fail-on', 'never', 'a.md'], 0],
    ['a missing file', { 'a.md': '无事' }, ['a.md', 'b.md'], 2],
    ['a missing file beside an error', { 'a.md': '测错词' }, ['a.md', 'b.md'], 2],
    ['a glob without matches', {}, ['*.md'], 2],
    ['a folder without drafts', { 'empty/x.bin': 'x' }, ['empty'], 2],
    ['a binary file', { 'a.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]) }, ['a.txt'], 2],
    ['undecodable bytes', { 'a.txt': Buffer.from([0xff, 0xff, 0x41, 0x80, 0x30]) }, ['a.txt'], 2],
  ])('%s', (_, files, args, code) => {
    expect(checkJson(files, args).code).toBe(code)
  })

  test.each([
    [['--fromat', 'json']],
    [['--format', 'yaml', 'a.md']],
    [['--date', '2024-02-30', 'a.md']],
    [[]],
    [['--severity']],
  ])('a command line that is not understood: %s', (args) => {
    const run = kanwu(['check', ...args], { cwd: folderOf({ 'a.md': '无事' }) })
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(/用法/)
  })

  test('an unknown command', () => {
    expect(kanwu(['chekc'])).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('what could not be read', () => {
  test('says why on stderr and in the report; the other files are checked all the same', () => {
    const { json, stderr } = checkJson({ 'a.md': '测错词', 'b.txt': Buffer.from('%PDF-1.7 x') }, [
      'a.md',
      'b.txt',
      'c.md',
    ])
    expect(
      json.files.map(({ path, problems, findings }) => [path, problems.map(({ message }) => message), findings.length]),
    ).toEqual([
      ['c.md', ['未检查：文件不存在'], 0],
      ['a.md', [], 1],
      ['b.txt', ['未检查：这是二进制文件，不是文本'], 0],
    ])
    expect(stderr).toMatch(/c\.md: 未检查：文件不存在/)
    expect(stderr).toMatch(/b\.txt: 未检查：这是二进制文件/)
    expect(json.summary['files']).toBe(1)
  })

  test('zero findings are never said of a file that was not read', () => {
    const { stdout } = kanwu(['check', 'none.md'], { cwd: folderOf({}) })
    expect(stdout).toMatch(/没有检查任何文件/)
    expect(stdout).not.toMatch(/0 个错误/)
  })

  test.skipIf(process.getuid?.() === 0)('an unreadable file', () => {
    const cwd = folderOf({ 'a.md': '测错词' })
    chmodSync(join(cwd, 'a.md'), 0)
    expect(kanwu(['check', 'a.md'], { cwd })).toMatchObject({ code: 2 })
  })
})

describe('configuration', () => {
  test.each([
    ['broken YAML', 'rules: [\n', /kanwu\.config\.yaml:\d+: YAML 语法错误/],
    ['an unknown key', 'own-rules: [own/words.yaml]\nsevrity: error\n', /kanwu\.config\.yaml:2: .*不认识的键：sevrity/],
    ['a wrong value', 'rules:\n  places: fatal\n', /kanwu\.config\.yaml:2: .*可选：error、warning、info、off/],
    ['an unknown rule', 'rules:\n  no-such/rule: off\n', /kanwu\.config\.yaml:2: 没有这样的规则或领域：no-such\/rule/],
    ['own rules that are not there', 'own-rules: [own/gone.yaml]\n', /own\/gone\.yaml: 本单位规则文件不存在/],
  ])('%s: file, line and key on stderr, exit 2, files elsewhere still checked', (_, config, expected) => {
    const cwd = folderOf({
      ...Object.fromEntries(Object.entries(OWN_RULE).map(([path, text]) => [`good/${path}`, text])),
      'good/a.md': '测错词',
      'bad/kanwu.config.yaml': config,
      'bad/a.md': '测错词',
    })
    const run = kanwu(['check', '--format', 'json', 'bad/a.md', 'good/a.md'], { cwd })
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(expected)
    const files = (JSON.parse(run.stdout) as Json).files
    expect(files.map(({ findings }) => findings.length)).toEqual([0, 1])
    expect(files[0]?.problems[0]?.message).toMatch(/未检查/)
  })

  test('severities, packs, allow lists and dates, differently by path', () => {
    const files = {
      'kanwu.config.yaml': [
        'own-rules: [own/words.yaml]',
        'date: "2020-01-01"',
        'overrides:',
        '  - {files: ["archive/**"], date: path, rules: {own/wrong-word: warning}}',
        '  - {files: ["quoted/**"], allow: [测错词典]}',
        '  - {files: ["off/**"], packs: {own: off}}',
      ].join('\n'),
      'a.txt': '测错词',
      'archive/2019/03/05/b.txt': '测错词',
      'quoted/c.txt': '测错词典',
      'off/d.txt': '测错词',
    }
    const { json } = checkJson(files, ['.', '--severity', 'info'])
    const seen = json.files.map(({ path, date, findings }) => [path, date, findings.length])
    expect(seen).toEqual([
      ['a.txt', '2020-01-01', 1],
      ['archive/2019/03/05/b.txt', '2019-03-05', 1],
      ['off/d.txt', '2020-01-01', 0],
      ['quoted/c.txt', '2020-01-01', 0],
    ])
    expect(json.summary).toMatchObject({ error: 1, warning: 1, exempted: 1 })
  })

  test('--no-config and --config', () => {
    const files = { 'a.md': '测错词', 'other.yaml': 'rules: {}\n' }
    expect(checkJson(files, ['--no-config', 'a.md']).code).toBe(0)
    expect(checkJson(files, ['--config', 'other.yaml', 'a.md']).code).toBe(0)
    expect(checkJson(files, ['--config', 'gone.yaml', 'a.md']).code).toBe(2)
  })
})

describe('finding files', () => {
  const files = {
    'a.md': '测错词',
    'b.txt': '测错词',
    'c.html': '<p>测错词</p>',
    'skip.log': '测错词',
    'node_modules/x.md': '测错词',
    'drafts/d.md': '测错词',
    'ignored/e.md': '测错词',
    'private/f.md': '测错词',
    '.gitignore': 'ignored/\n',
    '.kanwuignore': 'private/**\n',
  }
  const paths = (args: readonly string[]) => checkJson(files, args).json.files.map(({ path }) => path)

  test('a folder is searched for drafts, minus what is ignored', () => {
    expect(paths(['.'])).toEqual(['a.md', 'b.txt', 'c.html', 'drafts/d.md'])
  })

  test('globs, minus what is ignored', () => {
    expect(paths(['**/*.md'])).toEqual(['a.md', 'drafts/d.md'])
  })

  test('a file named outright is always checked, and once', () => {
    expect(paths(['ignored/e.md', 'ignored/*.md', './ignored/e.md'])).toContain('ignored/e.md')
    expect(paths(['a.md', 'a.md'])).toEqual(['a.md'])
  })
})

describe('encodings', () => {
  const text = '第一行\r\n请看测错词\r\n'
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
  // “测错词” and “䶮” (four bytes) in GB18030.
  const gbk = Buffer.concat([Buffer.from([0x82, 0x35, 0x87, 0x38]), Buffer.from([0xb2, 0xe2, 0xb4, 0xed, 0xb4, 0xca])])

  test.each([
    ['UTF-8', Buffer.from(text), 7],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`), 7],
    ['UTF-16 with BOM', utf16, 7],
    ['UTF-16 big endian with BOM', Buffer.from(utf16).swap16(), 7],
    ['UTF-16 without BOM', Buffer.from(text.repeat(20), 'utf16le'), 7],
    ['GB18030', gbk, 1],
  ])('%s', (_, bytes, offset) => {
    const [finding] = checkJson({ 'a.txt': bytes }, ['a.txt']).json.files[0]?.findings ?? []
    expect(finding?.text).toBe('测错词')
    expect(finding?.start.offset).toBe(offset)
  })
})

test('standard input, named', () => {
  const { json, code } = checkJson(
    {},
    ['-', '--stdin-filename', 'page.html'],
    '<p>甲</p><script>测错词</script><p>测<b>错</b>词</p>',
  )
  expect(code).toBe(1)
  expect(json.files).toMatchObject([
    { path: 'page.html', format: 'html', findings: [{ text: '测错词', start: { line: 1 } }] },
  ])
})

test('lines and columns count from 1, offsets from 0, in UTF-16 units', () => {
  const text = '𠮷\r\n\t测错词'
  const { json } = checkJson({ 'a.txt': text }, ['a.txt'])
  expect(json.files[0]?.findings[0]).toMatchObject({
    start: { offset: 5, line: 2, column: 2 },
    end: { offset: 8, line: 2, column: 5 },
  })
})

test('the JSON fits its committed schema', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'packages/cli/schema/report.schema.json'), 'utf8')) as TSchema
  const files = { 'a.md': '<!-- kanwu-disable links -->\n\n测错词', 'b.txt': Buffer.from('%PDF-') }
  const { json } = checkJson(files, ['a.md', 'b.txt', 'gone.md'])
  expect([...Value.Errors(schema, json)]).toEqual([])
  expect([...Value.Errors(schema, { ...json, version: 2 })]).not.toEqual([])
})

test('--output writes the file and nothing on stdout', () => {
  const { cwd, stdout } = checkJson({ 'a.md': '测错词' }, ['a.md', '--output', 'out.json'])
  expect(stdout).toBe('')
  expect((JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')) as Json).version).toBe(1)
})

describe('text for people', () => {
  test('marks stand under the found stretch, wide characters counted as two', () => {
    const { stdout } = kanwu(['check', 'a.txt'], { cwd: folderOf({ ...OWN_RULE, 'a.txt': 'ab请看测错词。' }) })
    const [heading, line, marks] = stdout.split('\n')
    expect(heading).toBe('a.txt:1:5  错误  用错了词  own/wrong-word')
    expect(line).toBe('  1 │ ab请看测错词。')
    expect(marks).toBe('    │       ^^^^^^')
    expect(stdout).toMatch(/为何 本单位统一用“测对词”/)
    expect(stdout).toMatch(/改为 测对词/)
  })

  test('no colour where nobody sees it', () => {
    const { stdout } = kanwu(['check', 'a.txt'], {
      cwd: folderOf({ ...OWN_RULE, 'a.txt': '测错词' }),
      env: { FORCE_COLOR: '1' },
    })
    expect(stdout).not.toMatch(/\u001b/)
  })

  test('control characters in a draft never reach the terminal', () => {
    const { stdout } = kanwu(['check', 'a.md'], { cwd: folderOf({ ...OWN_RULE, 'a.md': '\u001b[31m测错词\u001b[2J' }) })
    expect(stdout).not.toMatch(/\u001b/)
  })
})
