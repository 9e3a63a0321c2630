// The peers, each as its documentation says it is used from a program. Installed in peers/, not with the project.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { rulebook } from './kanwu.mjs'

const require = createRequire(new URL('../peers/package.json', import.meta.url))
const load = async (name) => {
  const loaded = await import(pathToFileURL(require.resolve(name)).href)
  return loaded.default?.default ?? loaded.default ?? loaded
}

/** How many terms prh gets; it tries each on every sentence, so that more would only be slower. */
const PRH_TERMS = 1000

/** autocorrect-node's lint of a text by its file name. */
export async function autocorrect() {
  const { lintFor } = await load('autocorrect-node')
  return (text, file) => {
    const { lines, error } = lintFor(text, file)
    if (error !== '') throw new Error(`autocorrect-node: ${error}`)
    return lines.length
  }
}

/** zhlint with its default rules; it reads Markdown and takes plain text for Markdown. */
export async function zhlint() {
  const { run } = await import(pathToFileURL(require.resolve('zhlint')).href)
  return (text) => run(text, { rules: { preset: 'default' } }).validations.length
}

/** textlint's kernel with prh over fixed wrong forms of our own rulebook. */
export async function textlint() {
  const { TextlintKernel } = require('@textlint/kernel')
  const kernel = new TextlintKernel()
  const plugins = [
    { pluginId: 'text', plugin: await load('@textlint/textlint-plugin-text') },
    { pluginId: 'markdown', plugin: await load('@textlint/textlint-plugin-markdown') },
  ]
  const options = { ruleContents: [prhTerms()] }
  const rules = [{ ruleId: 'prh', rule: await load('textlint-rule-prh'), options }]
  return async (text, file) => {
    const ext = /\.\w+$/.exec(file)[0]
    const { messages } = await kernel.lintText(text, { filePath: file, ext, plugins, rules })
    return messages.length
  }
}

function prhTerms() {
  const terms = rulebook.rules.flatMap(({ wrong, right }) => wrong.map((form) => ({ form, right: right[0] })))
  const usable = terms.filter(({ form, right }) => right !== undefined && /^[一-鿿]{2,}$/.test(form))
  const lines = usable
    .slice(0, PRH_TERMS)
    .map(({ form, right }) => `  - expected: ${JSON.stringify(right)}\n    pattern: ${JSON.stringify(form)}`)
  return `version: 1\nrules:\n${lines.join('\n')}\n`
}
