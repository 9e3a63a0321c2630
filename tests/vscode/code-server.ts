import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** code-server, VS Code in a browser, as .ci/install-code-server left it; undefined where it is not. */
export const CODE_SERVER: string | undefined = installed()

/** A running code-server with a profile of its own. */
export interface CodeServer {
  readonly port: number
  readonly url: string
  stop(): void
}

const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'window.restoreWindows': 'none',
}

/** Starts it with the given packed extensions. */
export async function startCodeServer(extensions: readonly string[]): Promise<CodeServer> {
  const home = mkdtempSync(join(tmpdir(), 'kanwu-code-'))
  const port = await freePort()
  mkdirSync(join(home, 'data/User'), { recursive: true })
  writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify(SETTINGS))
  writeFileSync(join(home, 'config.yaml'), `bind-addr: 127.0.0.1:${port}\nauth: none\ncert: false\n`)
  const entry = join(CODE_SERVER!, 'out/node/entry.js')
  const folders = [
    '--config',
    join(home, 'config.yaml'),
    '--user-data-dir',
    join(home, 'data'),
    '--extensions-dir',
    join(home, 'extensions'),
  ]
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: join(home, '.local') }
  for (const extension of extensions) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [entry, ...folders, '--install-extension', extension],
      { env, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`${extension} was not installed: ${stdout}${stderr}`)
  }
  const switches = ['telemetry', 'update-check', 'workspace-trust', 'getting-started-override', 'file-downloads'].map(
    (name) => `--disable-${name}`,
  )
  const server = spawn(process.execPath, [entry, ...folders, ...switches], { env, detached: true, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await untilHealthy(url, server)
  return { port, url, stop: () => void process.kill(-server.pid!, 'SIGKILL') }
}

function installed(): string | undefined {
  const cache = process.env['KANWU_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'kanwu')
  const kept = existsSync(cache) ? readdirSync(cache).filter((name) => existsSync(join(cache, name, '.complete'))) : []
  const found = process.env['KANWU_CODE_SERVER'] ?? kept.map((name) => join(cache, name, 'node_modules/code-server'))[0]
  // Its native module is built for one major version of Node.
  return found !== undefined && process.versions.node.startsWith('20.') ? found : undefined
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function untilHealthy(url: string, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (server.exitCode !== null) throw new Error(`code-server ended with ${server.exitCode}`)
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('code-server did not start')
}
