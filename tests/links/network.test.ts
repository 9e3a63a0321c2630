import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createChecker } from '@kanwu/core'
import { askLinks } from '@kanwu/node/links'
import { afterEach, describe, expect, it } from 'vitest'
import { answerOfError } from '../../packages/node/src/links/answer.ts'
import { publicOnly } from '../../packages/node/src/links/guard.ts'
import { rulebookOf } from '../support/rulebook.ts'
import { type LocalServer, startServer } from './local-server.ts'

const here = { guard: () => true, interval: 0, timeout: 20_000 }
const servers: LocalServer[] = []

async function serve(...given: Parameters<typeof startServer>): Promise<LocalServer> {
  const server = await startServer(...given)
  servers.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

describe('what a link is told', () => {
  it('by its status; GET only where HEAD fails', async () => {
    const statuses: Readonly<Record<string, number>> = { '/gone': 404, '/down': 503, '/login': 401, '/slow': 429 }
    const server = await serve(({ url = '', method }, response) => {
      response.statusCode = url === '/no-head' && method === 'HEAD' ? 405 : (statuses[url] ?? 200)
      response.end('body')
    })
    const paths = ['/', '/gone', '/down', '/login', '/slow', '/no-head']
    const { answers } = await askLinks(
      paths.map((path) => server.origin + path),
      here,
    )
    expect(answers).toEqual({
      [`${server.origin}/gone`]: { fault: 'dead', detail: '服务器答复404' },
      [`${server.origin}/down`]: { fault: 'dead', detail: '服务器答复503' },
    })
    expect(server.asked.filter(({ url }) => url === '/').map(({ method }) => method)).toEqual(['HEAD'])
    expect(server.asked.filter(({ url }) => url === '/no-head').map(({ method }) => method)).toEqual(['HEAD', 'GET'])
  })

  it('by where it is sent', async () => {
    const other = await serve((_, response) => response.end(), '127.0.0.2')
    const server = await serve(({ url = '' }, response) => {
      const to =
        url === '/out' ? `${other.origin}/new` : url === '/in' ? '/there' : url === '/loop' ? '/loop' : undefined
      if (to !== undefined) response.writeHead(302, { location: to })
      response.end()
    })
    const { answers } = await askLinks(
      ['/out', '/in', '/loop'].map((path) => server.origin + path),
      here,
    )
    expect(answers).toEqual({
      [`${server.origin}/out`]: { fault: 'moved', detail: '127.0.0.2' },
      [`${server.origin}/loop`]: { fault: 'dead', detail: '反复跳转' },
    })
  })

  it('when nobody answers, in time or at all', async () => {
    const silent = await serve(() => {})
    const closed = await startServer((_, response) => response.end())
    await closed.close()
    const late = await askLinks([silent.origin], { ...here, timeout: 200 })
    expect(late.answers[silent.origin]).toEqual({ fault: 'dead', detail: '长时间没有应答' })
    const refused = await askLinks([closed.origin], here)
    expect(refused.answers[closed.origin]).toEqual({ fault: 'dead', detail: '服务器拒绝连接' })
  })

  it.each([
    ['CERT_HAS_EXPIRED', { fault: 'certificate', detail: '证书已过期' }],
    ['ERR_TLS_CERT_ALTNAME_INVALID', { fault: 'certificate', detail: '证书与域名不符' }],
    ['ENOTFOUND', { fault: 'dead', detail: '域名不存在' }],
    ['EMFILE', undefined],
  ])('by the error %s', (code, answer) => {
    expect(answerOfError(Object.assign(new Error(code), { code }))).toEqual(answer)
  })
})

/** Makes the certificate; where it is not installed the test skips. */
const OPENSSL = process.env['OPENSSL'] ?? 'openssl'
const hasOpenssl = spawnSync(OPENSSL, ['version']).status === 0

describe.skipIf(!hasOpenssl)('a certificate that nobody trusts', () => {
  it('is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kanwu-certificate-'))
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
    const made = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '1',
      ...subject,
    ]
    execFileSync(OPENSSL, made, { stdio: 'ignore' })
    const server = createHttps({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => response.end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const { answers } = await askLinks([url], here)
    expect(answers[url]).toEqual({ fault: 'certificate', detail: '证书是自签的' })
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true })
  })
})

describe('private addresses', () => {
  it('are never asked, however they are written', async () => {
    const server = await serve((_, response) => response.end())
    const hosts = [
      '127.0.0.1',
      'localhost',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
    ]
    const urls = hosts.map((host) => `http://${host}:${server.port}/`)
    const { answers } = await askLinks(urls, { interval: 0 })
    expect(server.asked).toEqual([])
    expect(answers).toEqual({ [`http://localhost:${server.port}/`]: { fault: 'dead', detail: '指向内部网络，未访问' } })
  })

  it('are not reached by a redirect either', async () => {
    const inside = await serve((_, response) => response.end(), '127.0.0.2')
    const outside = await serve((_, response) => {
      response.writeHead(301, { location: `${inside.origin}/secret` })
      response.end()
    })
    const { answers } = await askLinks([outside.origin], { ...here, guard: (address) => address !== '127.0.0.2' })
    expect(outside.asked).toHaveLength(1)
    expect(inside.asked).toEqual([])
    expect(answers[outside.origin]).toEqual({ fault: 'dead', detail: '指向内部网络，未访问' })
  })

  it.each([
    '10.0.0.1',
    '169.254.169.254',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    'nonsense',
  ])('%s is refused', (address) => expect(publicOnly(address)).toBe(false))

  it.each(['203.0.114.7', '2400:3200::1'])('%s is not', (address) => expect(publicOnly(address)).toBe(true))
})

describe('manners', () => {
  it('asks each link once, one at a time to a host, with a pause, up to the limit', async () => {
    const server = await serve((_, response) => response.end())
    const urls = Array.from({ length: 6 }, (_, index) => `${server.origin}/${index}`)
    const { problems } = await askLinks([...urls, ...urls], { ...here, interval: 60, limit: 4, concurrency: 8 })
    expect(server.asked.map(({ url }) => url)).toEqual(['/0', '/1', '/2', '/3'])
    const gaps = server.asked.slice(1).map(({ at }, index) => at - (server.asked[index]?.at ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThan(40)
    expect(problems).toEqual([{ message: '链接太多，有2个没有核对', effect: 'partial' }])
  })

  it('asks nothing of what is no web address', async () => {
    expect(await askLinks(['mailto:a@example.com', '#top', 'javascript:1', 'file:///etc/passwd', ''])).toEqual({
      answers: {},
      problems: [],
    })
  })

  it('blames no link when no name can be resolved', async () => {
    const { answers, problems } = await askLinks(['http://a.invalid/', 'http://b.invalid/'], { interval: 0 })
    expect(answers).toEqual({})
    expect(problems).toHaveLength(1)
  })
})

it('becomes findings where the links stand', async () => {
  const server = await serve(({ url }, response) => {
    response.statusCode = url === '/gone' ? 404 : 200
    response.end()
  })
  const rulebook = rulebookOf(({ id }) => /^links\/(?:dead|moved|certificate)$/.test(id))
  const text = `详见[附件](${server.origin}/gone)和[正文](${server.origin}/here)。`
  const source = { text, format: 'markdown', uri: 'draft.md', date: '2026-11-22' }
  const checker = createChecker({ rulebook })
  const { links = [] } = checker.check(source)
  const { answers } = await askLinks(links, here)
  const { findings } = checker.check({ ...source, answers })
  expect(findings.map(({ rule, text: shown }) => [rule, shown])).toEqual([['links/dead', `${server.origin}/gone`]])
})
