import { join } from 'node:path'
import { serve } from '@kanwu/lsp'
import { nodeHost } from '@kanwu/lsp/node'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'

const packed = { snapshot: join(__dirname, 'rulebook.bin'), model: join(__dirname, 'default.model') }

/** The server of the Node build, with the rulebook and the language model that were packed beside it. */
serve(createConnection(ProposedFeatures.all), nodeHost(packed), '0.1.0')
