import { createChecker } from '@kanwu/core'
import { describe, expect, it } from 'vitest'
import { identityCheckCharacter } from '../../packages/core/src/privacy/check-characters.ts'
import { rulebookOf } from '../support/rulebook.ts'

const checker = createChecker({ rulebook: rulebookOf(({ category }) => category === 'privacy') })
const ROUNDS = 100

/** Numbers that nobody has: born in the nineteenth century, or of a block that is not given out. */
function planted(seed: number): { identity: string; mobile: string; card: string; name: string } {
  const two = (number: number) => String(number).padStart(2, '0')
  const born = `18${two(50 + (seed % 50))}${two(1 + (seed % 12))}${two(1 + (seed % 28))}`
  const body = `${['110105', '330106', '510104', '420106'][seed % 4]}${born}${String(seed % 1000).padStart(3, '0')}`
  const digits = `62170000${String(seed * 7919).padStart(10, '0')}`.slice(0, 18)
  return {
    identity: body + identityCheckCharacter(body),
    mobile: `1${['38', '59', '86', '91'][seed % 4]}0000${String(seed % 10_000).padStart(4, '0')}`,
    card: digits + luhnDigit(digits),
    name: '王李张刘陈杨赵黄'[seed % 8]! + '小明建国秀英'[seed % 6]! + ['', '华'][seed % 2]!,
  }
}

function luhnDigit(digits: string): string {
  let sum = 0
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return String((10 - (sum % 10)) % 10)
}

type Planted = ReturnType<typeof planted>

const fullWidth = (text: string) => text.replace(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0))

/** How a leak is written; each way is tried a hundred times. */
const WAYS: readonly (readonly [string, string, (one: Planted) => string])[] = [
  ['姓名后接身份证号', 'plain', ({ name, identity }) => `${name}，${identity}，已通过审核。`],
  ['身份证号：', 'plain', ({ identity }) => `身份证号：${identity}`],
  ['小写x、全角', 'plain', ({ identity }) => `证件号码${fullWidth(identity.toLowerCase())}。`],
  ['6-8-4分段', 'plain', ({ identity }) => identity.replace(/^(.{6})(.{8})/, '$1 $2 ')],
  ['连字符分段', 'plain', ({ identity }) => `编入名册 ${identity.replace(/^(.{6})(.{8})/, '$1-$2-')}`],
  ['制表符名单', 'plain', ({ name, identity }) => `序号\t姓名\t身份证号\n1\t${name}\t${identity}`],
  ['Markdown 表格', 'markdown', ({ name, identity }) => `| 姓名 | 身份证号 |\n|---|---|\n| ${name} | ${identity} |`],
  [
    'Markdown 加粗隔断',
    'markdown',
    ({ identity }) => `号码${identity.slice(0, 6)}**${identity.slice(6, 14)}**${identity.slice(14)}。`,
  ],
  ['HTML 标签隔断', 'html', ({ identity }) => `<p>${identity.slice(0, 10)}<span>${identity.slice(10)}</span></p>`],
  ['HTML 实体', 'html', ({ identity }) => `<p>号码&#${identity.charCodeAt(0)};${identity.slice(1)}</p>`],
  ['HTML 注释', 'html', ({ identity }) => `<p>名单</p><!-- ${identity} -->`],
  [
    'HTML 一格一位',
    'html',
    ({ identity }) => `<table><tr>${[...identity].map((digit) => `<td>${digit}</td>`).join('')}</tr></table>`,
  ],
  ['链接参数', 'html', ({ identity }) => `<a href="/query?id=${identity}">查询</a>`],
  ['姓名后接手机', 'plain', ({ name, mobile }) => `${name} ${mobile}`],
  ['手机带空格', 'plain', ({ name, mobile }) => `${name}，手机${mobile.replace(/^(.{3})(.{4})/, '$1 $2 ')}`],
  ['+86', 'plain', ({ mobile }) => `请拨+86${mobile}`],
  [
    '名单中的手机',
    'html',
    ({ name, mobile }) =>
      `<table><tr><th>户主</th><th>手机</th></tr><tr><td>${name}</td><td>${mobile}</td></tr></table>`,
  ],
  ['银行卡号：', 'plain', ({ card }) => `银行卡号：${card}`],
  ['卡号四位一段', 'plain', ({ card }) => `卡号 ${card.replace(/(.{4})(?=.)/g, '$1 ')}`],
  ['姓名后接卡号', 'plain', ({ name, card }) => `${name}\t${card}`],
]

describe('planted personal data', () => {
  it.each(WAYS)('%s', (_, format, write) => {
    const missed: string[] = []
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const text = write(planted(seed))
      const { findings } = checker.check({ text, format, uri: 'draft', date: '2026-11-22' })
      if (!findings.some(({ severity }) => severity !== 'info')) missed.push(text)
    }
    expect(missed).toEqual([])
  })
})

/** Numbers that are nobody's, in the words that go with them. */
const HARMLESS: readonly (readonly [string, (digits: string) => string])[] = [
  ['金额', (digits) => `本年完成投资${digits.slice(0, 11)}元。`],
  ['文书编号', (digits) => `项目编号${digits.slice(0, 16)}，受理号${digits.slice(2, 19)}。`],
  ['18位随机数', (digits) => `${digits.slice(0, 18)}`],
  ['15位随机数', (digits) => `${digits.slice(0, 15)}`],
  ['办公电话', (digits) => `联系电话：0${digits.slice(0, 3)}-${digits.slice(3, 11)}，传真${digits.slice(4, 12)}。`],
  ['联系手机', (digits) => `咨询电话：138${digits.slice(0, 8)}。`],
  ['统计表', (digits) => `指标\t数量\n合计\t${digits.slice(0, 9)}\n人口\t${digits.slice(3, 10)}`],
]

describe('harmless numbers', () => {
  it.each(HARMLESS)('%s', (_, write) => {
    const reported: string[] = []
    for (let seed = 1; seed <= 2000; seed++) {
      const digits = `${(seed * 2654435761) % 4294967296}${(seed * 40503 * 65537) % 4294967291}${seed}`.padEnd(20, '7')
      const text = write(digits)
      const { findings } = checker.check({ text, format: 'plain', uri: 'draft', date: '2026-11-22' })
      if (findings.length > 0) reported.push(text)
    }
    expect(reported).toEqual([])
  })
})
