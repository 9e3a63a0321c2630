import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { folderOf, kanwu } from '../support/cli.ts'
import { ROOT } from '../support/shared.ts'
import { startServer } from './local-server.ts'

const DRAFT = '见[商家](https://shop.example.com/a)、[部委](http://www.mof.gov.cn/a)。\n'

function rulesFor(config: string, args: readonly string[] = []): string[] {
  const cwd = folderOf({ 'kanwu.config.yaml': config, 'draft.md': DRAFT })
  const { stdout } = kanwu(['check', '--format', 'json', ...args, 'draft.md'], { cwd })
  const { files } = JSON.parse(stdout) as { files: { findings: { rule: string; severity: string }[] }[] }
  return files.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`))
}

it('takes the policy of the project', () => {
  expect(rulesFor('{}\n')).toEqual([])
  expect(rulesFor('with: {links/off-policy: {allow: [example.org]}}\n')).toEqual(['links/off-policy warning'])
  expect(rulesFor('with: {links/denied: {deny: [example.com]}}\n')).toEqual(['links/denied warning'])
  expect(rulesFor('with: {links/insecure: {https: [gov.cn]}}\n')).toEqual(['links/insecure warning'])
})

it('knows the rule, or says which it may be', () => {
  const cwd = folderOf({ 'kanwu.config.yaml': 'with: {links/of-policy: {allow: []}}\n', 'draft.md': DRAFT })
  const { code, stderr } = kanwu(['check', 'draft.md'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toContain('links/off-policy')
})

/** Runs the command without stopping this process, whose server must answer. */
function run(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'packages/cli/bin/kanwu.cjs'), ...args], { cwd })
    let output = ''
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString()
    })
    child.on('close', () => resolve(output))
  })
}

it('asks the network only when told to, and private addresses only when told so', async () => {
  const server = await startServer((_, response) => {
    response.statusCode = 404
    response.end()
  })
  const cwd = folderOf({
    'kanwu.config.yaml': 'rules: {links/private-network: off}\n',
    'draft.md': `见[附件](${server.origin}/gone)。\n`,
  })
  expect(await run(['check', 'draft.md'], cwd)).not.toContain('links/dead')
  expect(await run(['check', '--check-links', 'draft.md'], cwd)).not.toContain('links/dead')
  expect(server.asked).toEqual([])
  expect(await run(['check', '--check-private-links', 'draft.md'], cwd)).toContain('链接打不开（服务器答复404）')
  expect(server.asked.map(({ method }) => method)).toEqual(['HEAD', 'GET'])
  await server.close()
})
