// `import process from 'node:process'` would have each module copy all of its properties at every start.

/** A plugin of esbuild's: in the bundles that is the global `process`, the same object. */
export const globalProcess = {
  name: 'global-process',
  setup(build) {
    build.onResolve({ filter: /^node:process$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'process', namespace: 'global' } : undefined,
    )
    build.onLoad({ filter: /./, namespace: 'global' }, () => ({ contents: 'export default globalThis.process' }))
  },
}
