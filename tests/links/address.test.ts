import { describe, expect, it } from 'vitest'
import { addressOf, registeredDomain } from '../../packages/core/src/matchers/links/address.ts'
import { ipAddressOf, isPrivateIp } from '../../packages/core/src/matchers/links/ip-address.ts'
import { looksLikeGovCn } from '../../packages/core/src/matchers/links/look-alike.ts'

describe('a host that is an IP address', () => {
  it.each([
    ['10.0.0.1', true],
    ['127.1', true],
    ['2130706433', true],
    ['0x7f000001', true],
    ['0177.0.0.1', true],
    ['0300.0250.1.1', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['100.64.0.1', true],
    ['100.128.0.1', false],
    ['169.254.169.254', true],
    ['198.18.0.1', true],
    ['224.0.0.1', true],
    ['0.0.0.0', true],
    ['8.8.8.8', false],
    ['[::1]', true],
    ['[::]', true],
    ['[fe80::1%25eth0]', true],
    ['[fd00::1]', true],
    ['[ff02::1]', true],
    ['[::ffff:192.168.0.1]', true],
    ['[::ffff:c0a8:1]', true],
    ['[::ffff:8.8.8.8]', false],
    ['[64:ff9b::10.0.0.1]', true],
    ['[2002:0a00:0001::]', true],
    ['[2400:3200::1]', false],
  ])('%s is private: %s', (host, expected) => {
    const address = ipAddressOf(host)
    expect(address).toBeDefined()
    expect(isPrivateIp(address ?? [])).toBe(expected)
  })

  it.each(['www.gov.cn', '1.2.3.4.5', '256.1.1.1', '09.1.1.1', '4294967296', '[1::2::3]', '[12345::]', 'a.1', ''])(
    '%s is none',
    (host) => {
      expect(ipAddressOf(host)).toBeUndefined()
    },
  )
})

describe('a host that pretends to be gov.cn', () => {
  it.each([
    'gov.cn.example.com',
    'www.beijing.gov.cn.top',
    'g0v.cn',
    'www.qov.cn',
    'www.gоv.cn',
    'www.gov.сn',
    'goov.cn',
    'mof-gov.cn',
    'www-gov-cn.com',
    'govcn.info',
    'mof.gov.com',
    'mof.gov.com.cn',
    'mof.gov.cm',
  ])('%s', (host) => {
    expect(looksLikeGovCn(host)).toBe(true)
  })

  it.each([
    'gov.cn',
    'www.gov.cn',
    'xn--gov.gov.cn',
    'gov.hk',
    'www.gov.uk',
    'gov.tw',
    'example.com',
    'govern.cn',
    'cn',
    '',
  ])('not %s', (host) => {
    expect(looksLikeGovCn(host)).toBe(false)
  })
})

it.each([
  ['www.mof.gov.cn', 'mof.gov.cn'],
  ['a.b.example.com', 'example.com'],
  ['www.example.com.cn', 'example.com.cn'],
  ['www.example.bj.cn', 'example.bj.cn'],
  ['example.cn', 'example.cn'],
  ['localhost', 'localhost'],
])('%s was registered as %s', (host, domain) => {
  expect(registeredDomain(host)).toBe(domain)
})

it.each([
  [
    'HTTPS://User:Pass@WWW.Example.COM.:443/a?b#c',
    { scheme: 'https', user: 'User:Pass', host: 'www.example.com', path: '/a' },
  ],
  ['//example.com/a', { scheme: '', host: 'example.com' }],
  ['www.example.com/a', { scheme: '', host: 'www.example.com' }],
  ['mailto:a@example.com?subject=b', { scheme: 'mailto', host: '', path: 'a@example.com' }],
  ['../a.html', { scheme: '', host: '' }],
  ['http:\\\\example.com\\a', { host: 'example.com' }],
  ['', { scheme: '', host: '' }],
])('takes %s apart', (url, parts) => {
  expect(addressOf(url)).toMatchObject(parts)
})
