import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { folderOf } from '../support/cli.ts'
import { ROOT } from '../support/shared.ts'
import { SERVER } from './client.ts'

/** A draft with two faults; 𠮷 stands before one of them, so that bytes, characters and UTF-16 units differ. */
const DRAFT = '# 情况通报\n\n𠮷林镇传达了习总书记的重要指示。\n\n会后学习了习总书记的讲话。\n'
const FIXED = DRAFT.replace('习总书记的重要指示', '习近平总书记的重要指示')

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

/** Runs an editor on the draft; answers its line of JSON and the file as it was saved. */
function run(program: string, args: (draft: string) => string[]): { told: Record<string, unknown>; saved: string } {
  const folder = folderOf({ 'draft.md': DRAFT })
  const draft = join(folder, 'draft.md')
  const { stdout, stderr } = spawnSync(program, args(draft), {
    cwd: folder,
    encoding: 'utf8',
    timeout: 100_000,
    env: {
      ...process.env,
      HOME: folder,
      KANWU_NODE: process.execPath,
      KANWU_LSP_COMMAND: SERVER,
      KANWU_DRAFT: draft,
      KANWU_EXPECTED: '2',
    },
  })
  const line = stdout.split('\n').find((one) => one.startsWith('{'))
  if (line === undefined) throw new Error(`${program} told nothing: ${stdout} ${stderr}`)
  return { told: JSON.parse(line), saved: readFileSync(draft, 'utf8') }
}

const script = (name: string): string => join(ROOT, 'tests/lsp/editors', name)
const code = 'leaders/general-secretary-truncated'

describe.skipIf(!isInstalled('nvim'))('Neovim', () => {
  test('shows the diagnostics, applies the fix and saves, byte for byte', () => {
    const { told, saved } = run('nvim', (draft) => [
      '--headless',
      '-u',
      'NONE',
      '-i',
      'NONE',
      '-n',
      draft,
      '-c',
      `luafile ${script('neovim.lua')}`,
    ])
    expect(told).toMatchObject({
      shown: [
        { line: 2, column: 19, code },
        { line: 4, column: 15, code },
      ],
    })
    expect((told['titles'] as string[])[0]).toBe('改为“习近平总书记”')
    expect(saved).toBe(FIXED)
  })
})

describe.skipIf(!isInstalled('emacs'))('Emacs with eglot', () => {
  test('shows the diagnostics, applies the fix and saves, byte for byte', () => {
    const { told, saved } = run('emacs', () => ['--batch', '-l', script('eglot.el')])
    expect(told).toMatchObject({ shown: [{ text: '习总书记' }, { text: '习总书记' }], left: 1 })
    expect((told['titles'] as string[])[0]).toBe('改为“习近平总书记”')
    expect(saved).toBe(FIXED)
  })
})
