// Bundles a program in parts: plain ASCII, which loads fastest, each one function that the launcher calls.
import { writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { globalProcess } from './global-process.mjs'
import { firstPart, otherPart } from './late-modules.mjs'
import { madeTables } from './made-tables.mjs'

/**
 * Writes `first.cjs`, `markup.cjs` and `late.cjs` to a folder. The first runs the program and gives the launcher, by
 * `start.share`, what the others need of it; they answer with their modules by path. A module is in one part only.
 */
export async function bundleParts({ entry, folder, define }) {
  const asked = { first: new Set(), markup: new Set(), late: new Set() }
  const part = (contents, plugin) =>
    build({ ...common, define, stdin: { contents, resolveDir: '.' }, plugins: [globalProcess, plugin, madeTables] })
  const { inputs } = (await part(`import './${entry}'`, firstPart(asked))).metafile
  const first = new Set(Object.keys(inputs))
  const markup = new Set(Object.keys((await part(tableOf(asked.markup), otherPart({ first }, asked))).metafile.inputs))
  const built = {
    late: await part(tableOf(asked.late), otherPart({ first, markup }, asked)),
    // Again, for only now it is known what is asked of them.
    markup: await part(tableOf(asked.markup), otherPart({ first }, asked)),
    // The program asks for other parts in later turns only, when they can be given what they need.
    first: await part(`import './${entry}'\n${sharing(asked.first, inputs)}`, firstPart(asked)),
  }
  for (const [name, { outputFiles }] of Object.entries(built)) {
    writeFileSync(`${folder}/${name}.cjs`, escapeRest(outputFiles[0].text))
  }
}

const common = {
  bundle: true,
  metafile: true,
  write: false,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'ascii',
  minify: true,
  // What comes late is at hand: it is asked for as by require, though import() is written.
  supported: { 'dynamic-import': false },
  external: ['iconv-lite', 'nodejieba', '@kanwu/models', '@kanwu/rules'],
  // The file is one function, so that the launcher need not copy it to wrap it.
  banner: {
    js: `(function (require, __filename, __dirname, start) { const module = { exports: {} };
const place = { get url() { return require('node:url').pathToFileURL(__filename).href } };`,
  },
  footer: { js: 'return module.exports })' },
  logLevel: 'warning',
}

function tableOf(modules) {
  return `module.exports = { ${[...modules].map((path) => `'${path}': () => require('./${path}')`)} }`
}

/** Modules that are required are run when they are asked for, and so is whatever they import: imported ones run at once. */
function sharing(modules, inputs) {
  const paths = [...modules]
  const imported = paths.filter((path) => inputs[path].format === 'esm')
  const imports = imported.map((path, index) => `import * as shared${index} from './${path}'`)
  const shares = paths.map((path) => {
    const index = imported.indexOf(path)
    return `'${path}': () => ${index < 0 ? `require('./${path}')` : `({ __esModule: true, ...shared${index} })`}`
  })
  return `${imports.join('\n')}\nstart.share({ ${shares} })`
}

// esbuild leaves regular expressions as they are; there \u escapes mean the same.
function escapeRest(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
