// A bundle's parts: first what a check of plain text needs, then what reads markup, late whatever else there is.
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'

/** By file of packages: which of its imports are run when they are first used, and in which part they are. */
const LATE = {
  'core/dist/check.js': { './session/draft-memory.js': 'markup' },
  'core/dist/formats/entity.js': { 'entities/decode': 'markup' },
  'core/dist/formats/html.js': { './html/reader.js': 'markup', './html/unread.js': 'markup' },
  'core/dist/formats/markdown.js': {
    './markdown/divide.js': 'first',
    './markdown/events.js': 'markup',
    './markdown/inline-html.js': 'markup',
    './markdown/plain-blocks.js': 'first',
    './markdown/reader.js': 'first',
  },
  'core/dist/formats/markdown/closed.js': { './events.js': 'markup' },
  'core/dist/formats/markdown/reader.js': { '../html/reader.js': 'markup', './inline-html.js': 'markup' },
  'node/dist/config/settings.js': { picomatch: 'late' },
  'node/dist/files/ignore.js': { ignore: 'late' },
}

/**
 * Every import() is in the last part besides these, by file, which the check of a plain text asks for as well. They are
 * imported at once: modules that a program may run later are functions, and some hundreds of those take milliseconds.
 */
const SOON = {
  'cli/src/main.ts': ['./commands/check.ts'],
  'cli/src/reporters/index.ts': ['./text.ts'],
}

/**
 * A plugin of esbuild's for the first part: `import { a } from 'b'`, where b comes late, becomes a `require` where `a` is
 * used; of CommonJS modules `import a from 'b'` does as well. What is in another part is asked of the launcher as
 * `<part>:<path>`, and its path is added to `asked[part]`.
 */
export const firstPart = (asked) => ({
  name: 'first-part',
  setup(build) {
    for (const [file, sources] of Object.entries(LATE)) {
      build.onLoad({ filter: endOf(file) }, ({ path }) => ({
        contents: Object.entries(sources).reduce(lateImport, readFileSync(path, 'utf8')),
      }))
    }
    for (const [file, sources] of Object.entries(SOON)) {
      build.onLoad({ filter: endOf(file) }, ({ path }) => ({
        contents: sources.reduce(soonImport, readFileSync(path, 'utf8')),
        loader: 'ts',
      }))
    }
    build.onResolve({ filter: /./ }, async ({ path, ...how }) => {
      const isLate = how.kind === 'dynamic-import'
      const [, part, source] = /^(markup|late):(.+)/.exec(isLate ? `late:${path}` : path) ?? []
      const module = part && (await resolved(build, source, how))
      return module && elsewhere(part, module, asked)
    })
  },
})

/** A plugin for the other parts: modules of `parts`, by name their modules' paths, are asked for in the same way. */
export const otherPart = (parts, asked) => ({
  name: 'other-part',
  setup(build) {
    build.onResolve({ filter: /./ }, async ({ path, ...how }) => {
      const module = how.kind === 'entry-point' ? undefined : await resolved(build, path, how)
      const [part] = Object.entries(parts).find(([, modules]) => modules.has(module)) ?? []
      return part && elsewhere(part, module, asked)
    })
  },
})

function elsewhere(part, module, asked) {
  asked[part].add(module)
  return { path: `${part}:${module}`, external: true }
}

/** Marks what the plugins ask themselves. */
const OWN = {}

/** The module's path from the working directory, with /; undefined when it is not bundled. */
async function resolved(build, path, { kind, importer, resolveDir, pluginData }) {
  if (pluginData === OWN) return undefined
  const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: OWN })
  return found.external || found.path === '' ? undefined : relative('.', resolve(found.path)).replaceAll('\\', '/')
}

function endOf(file) {
  return new RegExp(`/packages/${file}$`.replaceAll('.', '\\.').replaceAll('/', '[/\\\\]'))
}

function soonImport(code, source, index) {
  if (!code.includes(`import('${source}')`)) throw new Error(`no import() of ${source} to make soon`)
  return `import * as soon${index} from '${source}'\n${code.replaceAll(`import('${source}')`, `soon${index}`)}`
}

function lateImport(code, [source, part], index) {
  const found = new RegExp(`^import (?:(\\w+)|\\{ ([\\w, ]+) \\}) from '${source}';$`, 'm').exec(code)
  if (found === null) throw new Error(`no import of ${source} to make late`)
  const [statement, whole, names = whole] = found
  const rest = names.split(', ').reduce(
    // `new` would take the call that fetches the class for the constructor's.
    (text, name) =>
      text.replace(new RegExp(`(new )?\\b${name}\\b`, 'g'), (_, made) =>
        fetched(whole === undefined ? `late${index}().${name}` : `late${index}()`, made),
      ),
    code.replace(statement, ''),
  )
  return `let module${index}; const late${index} = () => (module${index} ??= require('${part === 'first' ? source : `${part}:${source}`}'));\n${rest}`
}

function fetched(expression, made = '') {
  return made === '' ? expression : `${made}(${expression})`
}
