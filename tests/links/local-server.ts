import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that remembers what it was asked. */
export interface LocalServer {
  readonly origin: string
  readonly port: number
  readonly asked: { readonly method: string; readonly url: string; readonly at: number }[]
  close(): Promise<void>
}

/** Starts one on a free port of `host`. */
export async function startServer(answer: RequestListener, host = '127.0.0.1'): Promise<LocalServer> {
  const asked: LocalServer['asked'] = []
  const server = createServer((request, response) => {
    asked.push({ method: request.method ?? '', url: request.url ?? '', at: performance.now() })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://${host}:${port}`, port, asked, close: () => close(server) }
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
