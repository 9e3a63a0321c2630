import { type LinkAnswer, registeredDomain } from '@kanwu/core'
import { answerOfError, answerOfStatus, isResolverFailure } from './answer.ts'
import { isRefusedLiteral } from './guard.ts'
import { ask, type RequestSettings, type ServerAnswer } from './request.ts'

/** What became of one link. */
export interface Outcome {
  /** Absent when nothing is wrong. */
  readonly answer?: LinkAnswer
  /** The name could not be resolved: the link's fault, or this machine's. */
  readonly unresolved: boolean
}

const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Asks a link and follows its redirects; every stop is judged by the guard anew. Never throws. */
export async function follow(link: string, settings: RequestSettings): Promise<Outcome> {
  try {
    const asked = new URL(link)
    // The rules speak of such addresses already, whatever the network would say.
    if (isRefusedLiteral(asked, settings.guard)) return { unresolved: false }
    let url = asked
    for (let stops = 0; stops <= MOST_REDIRECTS; stops++) {
      const { status, location } = await askGently(url, settings)
      if (!REDIRECTS.has(status) || location === undefined) return outcome(answerOfStatus(status) ?? moved(asked, url))
      url = new URL(location, url)
      if (!isWeb(url)) return outcome({ fault: 'dead', detail: `跳转到${url.protocol}` })
    }
    return outcome({ fault: 'dead', detail: '反复跳转' })
  } catch (error) {
    const answer = answerOfError(error)
    return { ...(answer === undefined ? {} : { answer }), unresolved: isResolverFailure(error) }
  }
}

/** Whether a target is one that can be asked at all. */
export function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:'
}

/** HEAD, and GET where HEAD is refused or not understood. */
async function askGently(url: URL, settings: RequestSettings): Promise<ServerAnswer> {
  const head = await ask(url, 'HEAD', settings)
  return head.status < 400 ? head : ask(url, 'GET', settings)
}

function moved(from: URL, to: URL): LinkAnswer | undefined {
  if (registeredDomain(from.hostname) === registeredDomain(to.hostname)) return undefined
  return { fault: 'moved', detail: to.hostname }
}

function outcome(answer: LinkAnswer | undefined): Outcome {
  return answer === undefined ? { unresolved: false } : { answer, unresolved: false }
}
