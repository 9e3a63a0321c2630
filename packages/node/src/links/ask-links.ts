import { setTimeout as pause } from 'node:timers/promises'
import type { LinkAnswer, Problem } from '@kanwu/core'
import { follow, isWeb, type Outcome } from './follow.ts'
import { type AddressGuard, publicOnly } from './guard.ts'

/** How the network is asked. */
export interface AskSettings {
  /** Who may be connected to; public addresses only when absent. */
  readonly guard?: AddressGuard
  /** Hosts asked at the same time; one host is never asked twice at once. */
  readonly concurrency?: number
  /** Milliseconds between two questions to one host. */
  readonly interval?: number
  /** Milliseconds until a server is given up. */
  readonly timeout?: number
  /** Links asked in all; the rest are left out with a problem. */
  readonly limit?: number
}

/** What the network said: answers for the links that something is wrong with. */
export interface AskedLinks {
  readonly answers: Readonly<Record<string, LinkAnswer>>
  readonly problems: readonly Problem[]
}

const DEFAULTS = { guard: publicOnly, concurrency: 4, interval: 300, timeout: 10_000, limit: 500 }

/** Asks the network about links, each once: bounded, one question at a time to a host. Never throws. */
export async function askLinks(links: readonly string[], given: AskSettings = {}): Promise<AskedLinks> {
  const settings = { ...DEFAULTS, ...given }
  const unique = [...new Set(links)].filter(isAskable)
  const asked = unique.slice(0, settings.limit)
  const hosts = [...byHost(asked).values()]
  const outcomes = new Map<string, Outcome>()
  const work = async (): Promise<void> => {
    for (let own = hosts.shift(); own !== undefined; own = hosts.shift()) await askHost(own, settings, outcomes)
  }
  await Promise.all(Array.from({ length: Math.min(settings.concurrency, hosts.length) }, work))
  return conclude(outcomes, unique.length - asked.length)
}

async function askHost(
  links: readonly string[],
  settings: typeof DEFAULTS,
  outcomes: Map<string, Outcome>,
): Promise<void> {
  for (const [index, link] of links.entries()) {
    if (index > 0) await pause(settings.interval)
    outcomes.set(link, await follow(link, settings))
  }
}

/** Where no name at all could be resolved the machine is offline, and the links are not to blame. */
function conclude(outcomes: ReadonlyMap<string, Outcome>, leftOut: number): AskedLinks {
  const all = [...outcomes.values()]
  if (all.length > 0 && all.every(({ unresolved }) => unresolved)) {
    return { answers: {}, problems: [{ message: '没能联网，链接是否可用未核对', effect: 'partial' }] }
  }
  const answers: Record<string, LinkAnswer> = {}
  for (const [link, { answer }] of outcomes) if (answer !== undefined) answers[link] = answer
  const unasked: Problem = { message: `链接太多，有${leftOut}个没有核对`, effect: 'partial' }
  return { answers, problems: leftOut > 0 ? [unasked] : [] }
}

function isAskable(link: string): boolean {
  try {
    return isWeb(new URL(link))
  } catch {
    return false
  }
}

function byHost(links: readonly string[]): Map<string, string[]> {
  const hosts = new Map<string, string[]>()
  for (const link of links) {
    const { host } = new URL(link)
    hosts.set(host, [...(hosts.get(host) ?? []), link])
  }
  return hosts
}
