import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { ROOT } from './shared.ts'

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built `kanwu` as a user would. */
export function kanwu(args: readonly string[], { cwd = ROOT, stdin = '' as string | Uint8Array, env = {} } = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'packages/cli/bin/kanwu.cjs'), ...args], {
    cwd,
    input: stdin,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  return { code: status, stdout, stderr }
}

/** A fresh folder outside any project, holding these files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kanwu-test-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** A configuration with one rule of its own, so that these tests depend on no real rule: “测错词” is wrong. */
export const OWN_RULE: Readonly<Record<string, string>> = {
  'kanwu.config.yaml': 'own-rules: [own/words.yaml]\n',
  'own/words.yaml': `topic: own/words
title: 本单位用语
rules:
  - id: wrong-word
    wrong: [测错词]
    right: [测对词]
    message: 用错了词
    why: 本单位统一用“测对词”
    severity: error
    fix: safe
    sources: [{source: own}]
    examples: {hit: [{text: 测错词}], miss: [{text: 测对词, because: no-match}]}
`,
}
