// Writes the generated files (JSON Schemas, docs/rules); with --check says which ones are not current.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { reportSchema } from '../packages/cli/dist/reporters/report-schema.js'
import { parseRulebook, sourcesSchema, topicSchema } from '../packages/core/dist/rulebook/index.js'
import { configSchema } from '../packages/node/dist/config/schema.js'
import { readRulebookFiles } from '../packages/node/dist/index.js'
import { rulePages } from './rule-pages.mjs'

const DRAFT = 'https://json-schema.org/draft/2020-12/schema'
const schemas = {
  'rules/schema/topic.schema.json': topicSchema,
  'rules/schema/sources.schema.json': sourcesSchema,
  'rules/schema/kanwu.config.schema.json': configSchema,
  'packages/cli/schema/report.schema.json': reportSchema,
}

const wanted = new Map([
  ...Object.entries(schemas).map(([path, schema]) => [
    path,
    `${JSON.stringify({ $schema: DRAFT, ...schema }, undefined, 2)}\n`,
  ]),
  ...rulePages(parseRulebook(readRulebookFiles('rules'))),
])

const stale = [...wanted]
  .filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
  .map(([path]) => path)
const surplus = existsSync('docs/rules')
  ? readdirSync('docs/rules')
      .map((name) => `docs/rules/${name}`)
      .filter((path) => !wanted.has(path))
  : []

if (process.argv.includes('--check')) {
  if (stale.length + surplus.length > 0) {
    console.error(`not current: ${[...stale, ...surplus].join(', ')}\nrun: pnpm build && pnpm generate`)
    process.exitCode = 1
  }
} else {
  for (const path of surplus) rmSync(path)
  for (const path of stale) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, wanted.get(path))
  }
}
