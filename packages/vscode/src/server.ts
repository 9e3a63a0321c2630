import { join } from 'node:path'
import { serve } from '@kanwu/lsp'
import { nodeHost } from '@kanwu/lsp/node'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'

/** The server of the Node build, with the rulebook that was packed beside it. */
serve(createConnection(ProposedFeatures.all), nodeHost({ snapshot: join(__dirname, 'rulebook.bin') }), '0.1.0')
