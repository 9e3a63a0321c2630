import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type AddressGuard, guardedLookup, isRefusedLiteral, REFUSED } from './guard.ts'

/** How one request is made. */
export interface RequestSettings {
  readonly guard: AddressGuard
  /** Milliseconds until a server that does not answer is given up. */
  readonly timeout: number
}

/** A server's answer: its status, and where it sends the reader. */
export interface ServerAnswer {
  readonly status: number
  readonly location?: string
}

const USER_AGENT = 'kanwu-link-check (+HEAD only where possible)'

/**
 * Asks a server once; reads no body, follows nothing.
 * @throws Error with `code`: of the network, of the certificate, `ETIMEDOUT`, or that of a refused address.
 */
export function ask(url: URL, method: 'HEAD' | 'GET', { guard, timeout }: RequestSettings): Promise<ServerAnswer> {
  return new Promise((resolve, reject) => {
    if (isRefusedLiteral(url, guard)) {
      reject(Object.assign(new Error('address refused'), { code: REFUSED }))
      return
    }
    const start = url.protocol === 'https:' ? requestHttps : requestHttp
    const asked = start(url, {
      method,
      agent: false,
      lookup: guardedLookup(guard),
      headers: { 'user-agent': USER_AGENT, accept: '*/*', ...(method === 'GET' ? { range: 'bytes=0-0' } : {}) },
    })
    const limit = setTimeout(
      () => asked.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
      timeout,
    )
    asked.on('close', () => clearTimeout(limit))
    asked.on('error', reject)
    asked.on('response', ({ statusCode = 0, headers: { location } }) => {
      resolve(location === undefined ? { status: statusCode } : { status: statusCode, location })
      asked.destroy()
    })
    asked.end()
  })
}
