// Sets the project up with nothing but Node at hand, then runs a pnpm command: gets the pinned pnpm through npm into
// .tools/, installs, and hands the arguments on.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'

const versionOf = (manifest) => JSON.parse(readFileSync(manifest, 'utf8')).version
const wanted = JSON.parse(readFileSync('package.json', 'utf8')).packageManager
const manifest = '.tools/node_modules/pnpm/package.json'

if (!existsSync(manifest) || `pnpm@${versionOf(manifest)}` !== wanted) {
  run('npm', ['install', '--prefix', '.tools', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', wanted])
}
run('pnpm', ['install', '--frozen-lockfile'])
run('pnpm', process.argv.slice(2))

// npm_config_yes lets nodejieba's own build step fetch its builder; without a compiler it is left out.
function run(program, args) {
  const path = [resolve('.tools/node_modules/.bin'), process.env.PATH].join(delimiter)
  const env = { ...process.env, PATH: path, npm_config_yes: 'true' }
  const { status } = spawnSync(program, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
