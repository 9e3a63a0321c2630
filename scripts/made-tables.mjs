// Tables that modules of core work out when they are loaded: the bundles hold what comes out.
import { pathToFileURL } from 'node:url'

/** Modules that export nothing but tables which depend on nothing but their source. */
const MADE = /[/\\]packages[/\\]core[/\\]dist[/\\]text[/\\]sign-tables\.js$/

/** A plugin of esbuild's. */
export const madeTables = {
  name: 'made-tables',
  setup(build) {
    build.onLoad({ filter: MADE }, async ({ path }) => ({ contents: moduleOf(await import(pathToFileURL(path).href)) }))
  },
}

function moduleOf(tables) {
  const constants = Object.entries(tables).map(([name, table]) => `export const ${name} = ${written(table)}`)
  return [FILLED, ...constants].join('\n')
}

const FILLED = `function filled(array, runs) {
  for (let at = 0; at < runs.length; at += 3) array.fill(runs[at], runs[at + 1], runs[at + 2])
  return array
}`

/** The source of a typed array, or of an object that holds some. */
function written(table) {
  if (ArrayBuffer.isView(table)) return `filled(new ${table.constructor.name}(${table.length}), [${runsOf(table)}])`
  if (table === null || Object.getPrototypeOf(table) !== Object.prototype) throw new Error('no table to write')
  return `{ ${Object.entries(table).map(([name, inner]) => `${name}: ${written(inner)}`)} }`
}

/** Of each run of one value other than 0: the value, where it begins and ends. */
function runsOf(array) {
  const runs = []
  for (let from = 0, to = 0; from < array.length; from = to) {
    while (to < array.length && array[to] === array[from]) to++
    if (array[from] !== 0) runs.push(array[from], from, to)
  }
  return runs
}
