import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgeCreditCode, mendedCreditCode } from '../../packages/core/src/privacy/credit-code.ts'
import { divisionCodes } from '../../packages/core/src/privacy/divisions.ts'
import { identityDocumentOf, judgeIdentityNumber } from '../../packages/core/src/privacy/identity-number.ts'
import { divisionCatalog } from './catalog.ts'

const today = '2026-11-22'
const divisions = divisionCodes(divisionCatalog)
const facts = { divisions, today }

/** The verdict as the shared vectors write it: `ok`, `ok:港澳台居民居住证`, `check` … */
function identityVerdict(text: string): string {
  const verdict = judgeIdentityNumber(text, facts)
  const issued = identityDocumentOf(text)
  return verdict === 'ok' && issued !== '居民身份证' ? `ok:${issued}` : verdict
}

describe('the verdict on one number', () => {
  const own: [text: string, verdict: string][] = [
    ['330106189003074518', 'ok'],
    ['330106189003074519', 'check'],
    ['330106199013074513', 'date'],
    ['330106200002304511', 'date'],
    ['330199199003074512', 'area'],
    ['３３０１０６１８９００３０７４５１８', 'ok'],
    ['330106900307451', 'ok'],
    ['330106901307451', 'date'],
    ['000106900307451', 'area'],
    ['33010619900307451', 'format'],
    ['33010619900307****', 'format'],
    ['', 'format'],
  ]
  it.each(own)('%s is %s', (text, verdict) => {
    expect(identityVerdict(text)).toBe(verdict)
  })

  it('asks for the day it is judged on', () => {
    const number = '110105200002290013'
    expect(judgeIdentityNumber(number, { divisions, today: '1999-12-31' })).toBe('future')
    expect(judgeIdentityNumber(number, { divisions, today: '2000-02-29' })).toBe('ok')
  })

  it('mends a credit code whose body is sound, and no other', () => {
    expect(judgeCreditCode('91350100M000100Y44', divisions)).toBe('check')
    expect(mendedCreditCode('91350100M000100Y44')).toBe('91350100M000100Y43')
    expect(mendedCreditCode('91350100M000200Y44')).toBeUndefined()
  })
})

const vectors = resolve(process.env['KANWU_SHARED'] ?? '../shared', 'facts/pii_vectors.tsv')

describe.skipIf(!existsSync(vectors))('the shared vectors', () => {
  const rows = existsSync(vectors) ? readFileSync(vectors, 'utf8').trim().split('\n').slice(1) : []
  it.each(rows.map((row) => row.split('\t') as [string, string, string]))('%s %s is %s', (kind, input, expected) => {
    const verdict = kind === 'uscc' ? judgeCreditCode(input, divisions) : identityVerdict(input)
    expect(verdict).toBe(expected)
  })
})

it('accepts at most 30 of two million random 18-digit strings', () => {
  const random = randomDigits(20_261_122)
  let accepted = 0
  for (let i = 0; i < 2_000_000; i++) {
    if (judgeIdentityNumber(random(), facts) === 'ok') accepted++
  }
  console.info(`${accepted} of 2,000,000 random strings accepted`)
  expect(accepted).toBeLessThanOrEqual(30)
})

/** Eighteen digits a call, the same ones each run (xorshift). */
function randomDigits(seed: number): () => string {
  let state = seed
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  const nine = (): string => String(next() % 1_000_000_000).padStart(9, '0')
  return () => nine() + nine()
}
