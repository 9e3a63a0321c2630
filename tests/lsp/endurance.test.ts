import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderOf, OWN_RULE } from '../support/cli.ts'
import { LspClient, uriOf } from './client.ts'

const EDITS = 10_000

/** A generator of the same numbers each time, 0 ≤ x < 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const WORDS = [
  '测错词',
  '甲',
  '。',
  '\n',
  '\n\n',
  '**',
  '𠮷',
  '> ',
  '# ',
  '<!-- ',
  '-->',
  '“',
  '```\n',
  '习总书记',
  '1',
  '| ',
]

test('ten thousand random edits: no crash, no stale publish, memory flat', { timeout: 600_000 }, async () => {
  const folder = folderOf(OWN_RULE)
  const uri = uriOf(join(folder, 'draft.md'))
  const client = new LspClient(folder)
  await client.initialize()
  const random = numbers(7)
  let lines = Array.from({ length: 40 }, (_, index) => `第${index}段写了一些文字，有测错词，也没有什么。`)
  let version = 1
  client.open(uri, lines.join('\n'), { version })
  await client.published(uri, version)
  const sizes: number[] = []
  for (let edit = 0; edit < EDITS; edit++) {
    const line = Math.floor(random() * lines.length)
    const from = Math.floor(random() * (lines[line]!.length + 1))
    const to = Math.min(lines[line]!.length, from + Math.floor(random() * 6))
    const text = random() < 0.45 ? '' : WORDS[Math.floor(random() * WORDS.length)]!
    client.change(uri, ++version, { range: { start: { line, character: from }, end: { line, character: to } }, text })
    lines = lines.join('\n').split('\n')
    const changed = lines[line]!.slice(0, from) + text + lines[line]!.slice(to)
    lines = [...lines.slice(0, line), ...changed.split('\n'), ...lines.slice(line + 1)]
    if (lines.length > 120) {
      client.change(uri, ++version, {
        range: { start: { line: 60, character: 0 }, end: { line: lines.length, character: 0 } },
        text: '',
      })
      lines = [...lines.slice(0, 60), '']
    }
    if (edit % 100 !== 99) continue
    await client.published(uri, version)
    if (edit % 1000 === 999) sizes.push(residentMegabytes(client.pid))
  }
  const versions = client.received
    .filter(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri)
    .map(({ params }) => params.version as number)
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  const last = await client.published(uri, version)
  client.open(uriOf(join(folder, 'fresh.md')), lines.join('\n'))
  expect(last).toEqual(await client.published(uriOf(join(folder, 'fresh.md')), 1))
  expect(sizes.at(-1)! - sizes[2]!, `MB after each thousand edits: ${sizes.join(' ')}`).toBeLessThan(60)
  await client.stop()
})

/** The server's memory as the system counts it. */
function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024)
}
