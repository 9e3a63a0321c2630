/** Every case by name: a sentence for `--list`, and what measures it. Each is run in a process of its own. */
export const cases = {
  scan: {
    title: 'core scan at 1,000, 10,000 and 100,000 forms',
    measure: async () => (await import('./scan.mjs')).measure(),
  },
  plain: { title: 'full check of plain text, beside the peers', measure: check('plain') },
  markdown: { title: 'full check of Markdown, beside the peers', measure: check('markdown') },
  html: { title: 'full check of HTML, beside autocorrect-node', measure: check('html') },
  corpora: {
    title: 'full check of work reports, when they are at hand',
    measure: async () => (await import('./check.mjs')).measureCorpora(),
  },
  'near-miss': {
    title: 'near-miss matching by the size of the catalog',
    measure: async () => (await import('./near-miss.mjs')).measure(),
  },
  lsp: { title: 'an edit in the language server', measure: async () => (await import('./lsp.mjs')).measure() },
  start: { title: 'the cold start', measure: async () => (await import('./start.mjs')).measure() },
  memory: { title: 'memory above an empty Node', measure: async () => (await import('./memory.mjs')).measure() },
  workers: {
    title: 'two workers that share a snapshot',
    measure: async () => (await import('./workers.mjs')).measure(),
  },
}

function check(format) {
  return async () => (await import('./check.mjs')).measureFormat(format)
}

/** Scripts that measure how accurate kanwu is; run by name only, with their standard settings, and never judged. */
export const scripts = {
  laws: { title: 'accuracy: broken titles of laws', file: 'laws.mjs' },
  'near-miss-recall': { title: 'accuracy: broken expressions and names', file: 'near-miss-recall.mjs' },
}
