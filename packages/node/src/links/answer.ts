import type { LinkAnswer } from '@kanwu/core'
import { REFUSED } from './guard.ts'

/** Certificates that browsers refuse, in words for people. */
const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: '证书已过期',
  CERT_NOT_YET_VALID: '证书尚未生效',
  DEPTH_ZERO_SELF_SIGNED_CERT: '证书是自签的',
  SELF_SIGNED_CERT_IN_CHAIN: '证书链中有自签证书',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '证书链不完整',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: '证书颁发者不受信任',
  ERR_TLS_CERT_ALTNAME_INVALID: '证书与域名不符',
  CERT_REVOKED: '证书已吊销',
}

const FAILURES: Readonly<Record<string, string>> = {
  ENOTFOUND: '域名不存在',
  ECONNREFUSED: '服务器拒绝连接',
  ECONNRESET: '连接被中断',
  EHOSTUNREACH: '服务器不可达',
  ENETUNREACH: '网络不可达',
  ETIMEDOUT: '长时间没有应答',
  EPROTO: '安全连接建立不了',
}

/** What a failed request says of a link; nothing when it says more of this machine than of the link. */
export function answerOfError(error: unknown): LinkAnswer | undefined {
  const code = codeOf(error)
  const certificate = CERTIFICATES[code]
  if (certificate !== undefined) return { fault: 'certificate', detail: certificate }
  if (code === REFUSED) return { fault: 'dead', detail: '指向内部网络，未访问' }
  const failure = FAILURES[code]
  return failure === undefined ? undefined : { fault: 'dead', detail: failure }
}

/** Whether a request failed because names could not be resolved at all. */
export function isResolverFailure(error: unknown): boolean {
  return codeOf(error) === 'EAI_AGAIN' || codeOf(error) === 'ENOTFOUND'
}

/** What a status says of a link. Pages that ask for a login or refuse robots are alive. */
export function answerOfStatus(status: number): LinkAnswer | undefined {
  if (status < 400 || [401, 403, 405, 406, 407, 416, 429, 451, 501].includes(status)) return undefined
  return { fault: 'dead', detail: `服务器答复${status}` }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
