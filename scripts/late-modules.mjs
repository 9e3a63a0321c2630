// What a page of plain text does without: in the bundles these modules run when they are first used.
import { readFileSync } from 'node:fs'

/** By file of packages: which of its imports come late. */
const LATE = {
  'core/dist/check.js': ['./session/draft-memory.js'],
  'core/dist/formats/entity.js': ['entities/decode'],
  'core/dist/formats/html.js': ['./html/reader.js', './html/unread.js'],
  'core/dist/formats/markdown.js': [
    './markdown/divide.js',
    './markdown/events.js',
    './markdown/inline-html.js',
    './markdown/plain-blocks.js',
    './markdown/reader.js',
  ],
  'core/dist/formats/markdown/closed.js': ['./events.js'],
  'node/dist/config/settings.js': ['picomatch'],
}

/**
 * A plugin of esbuild's: `import { a } from 'b'` becomes a `require('b')` where `a` is used, which esbuild resolves; of
 * CommonJS modules `import a from 'b'` does as well.
 */
export const lateModules = {
  name: 'late-modules',
  setup(build) {
    for (const [file, sources] of Object.entries(LATE)) {
      const filter = new RegExp(`/packages/${file}$`.replaceAll('.', '\\.').replaceAll('/', '[/\\\\]'))
      build.onLoad({ filter }, ({ path }) => ({ contents: sources.reduce(lateImport, readFileSync(path, 'utf8')) }))
    }
  },
}

function lateImport(code, source, index) {
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
  return `let module${index}; const late${index} = () => (module${index} ??= require('${source}'));\n${rest}`
}

function fetched(expression, made = '') {
  return made === '' ? expression : `${made}(${expression})`
}
