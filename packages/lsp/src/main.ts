import process from 'node:process'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { serve } from './connection.ts'
import { nodeHost } from './hosts/node.ts'

/** `kanwu-lsp`: the protocol over standard input and output; arguments such as `--stdio` change nothing. */
serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout), nodeHost(), '0.1.0')
