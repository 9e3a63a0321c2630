import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeSnapshot, type Rulebook } from '@kanwu/core'
import { serve } from '@kanwu/lsp'
import { nodeHost } from '@kanwu/lsp/node'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'

/** The server of the Node build, with the rulebook that was packed beside it. */
serve(createConnection(ProposedFeatures.all), nodeHost({ rulebook: packedRulebook }), '0.1.0')

async function packedRulebook(): Promise<Rulebook> {
  const snapshot = decodeSnapshot(new Uint8Array(readFileSync(join(__dirname, 'rulebook.bin'))))
  if (snapshot === undefined) throw new Error('rulebook.bin 不是这个版本的')
  return snapshot.rulebook
}
