import { createChecker, type Finding } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import { describe, expect, test } from 'vitest'
import { rulebookOf, wholeRulebook } from '../support/rulebook.ts'
import { leastTime } from '../support/time.ts'

const rulebook = rulebookOf(({ id }) => id.startsWith('institutions/'))
const checker = createChecker({ rulebook, segmenter: hostSegmenter() })
const rows = wholeRulebook().catalogs['institution-changes']?.rows ?? []
const local = wholeRulebook().catalogs['local-institution-changes']?.rows ?? []

const DRAFTS = ['2016-06-01', '2019-06-01', '2024-06-01'] as const

function alarms(text: string, date: string): Finding[] {
  const { findings } = checker.check({ text, format: 'plain', uri: 'draft', date })
  return findings.filter(({ severity }) => severity !== 'info')
}

/** The first day from which each old form is wrong. */
function firstDays(table: typeof rows): [string, string][] {
  const days = new Map<string, string>()
  for (const { old = '', from = '' } of table) {
    const known = days.get(old)
    if (known === undefined || from < known) days.set(old, from)
  }
  return [...days]
}

describe.each(DRAFTS)('a draft of %s', (date) => {
  test.each(firstDays(rows))('with the old name %s, wrong from %s', (old, from) => {
    expect(alarms(`请向${old}报送材料。`, date).map(({ text }) => text)).toEqual(date >= from ? [old] : [])
  })

  test.each(firstDays(local))('with the local old name %s, wrong from %s', (old, from) => {
    expect(alarms(`由市${old}办理。`, date)).toHaveLength(date >= from ? 1 : 0)
  })

  test('with the names of its day and of later days', () => {
    const names = new Set(rows.flatMap(({ new: right = '' }) => right.split(';')))
    const current = [...names].filter((name) => !rows.some(({ old }) => old === name))
    expect(current.length).toBeGreaterThan(40)
    for (const name of current) expect(alarms(`请向${name}报送材料。`, date), name).toEqual([])
  })
})

describe('contexts in which an old name is right in a draft of 2024', () => {
  const contexts = (name: string): string[] => [
    `原${name}印发的文件同时废止。`,
    `他时任${name}负责人。`,
    `依据《${name}关于规范管理的通知》办理。`,
    `文中写作“${name}”。`,
    `依据${name}令第16号执行。`,
    `2002年，${name}印发了通知。`,
    `二〇〇二年${name}印发了通知。`,
    `不再保留${name}。`,
    `${name}更名后，有关职责不变。`,
  ]
  test.each(firstDays(rows).map(([old]) => old))('%s', (old) => {
    for (const text of contexts(old)) expect(alarms(text, '2024-06-01'), text).toEqual([])
  })

  test.each([
    '各级环境保护部门和国土资源部门要加强监管。',
    '由县级以上地方人民政府主管部门负责。',
    '工商行政管理部门、质量监督部门应当协助。',
    '文号为工商办字〔2016〕3号。',
    '撤销县工商局、县质监局，组建县市场监督管理局。',
    '县工商局、县质监局同时撤销。',
    '文号为银保监发〔2020〕5号。',
    '原环境保护部、国土资源部、农业部联合印发的办法废止。',
    '原眉县工商局的档案移交县档案馆。',
    '原广东省中山市国土资源局（以下简称原中山市国土局）作出决定。',
    '2018年机构改革后，县国土资源局、县林业局的职责划入县自然资源局。',
    '国发〔1996〕12号\n关于成立协调小组的通知\n国家计委、农业部：\n现批复如下。',
    '经商国土资源部、环保总局，答复如下。\n二〇〇六年九月七日',
  ])('%s', (text) => {
    expect(alarms(text, '2024-06-01')).toEqual([])
  })
})

describe('contexts that excuse nothing', () => {
  test.each([
    ['太原市工商局受理投诉。', '市工商局'],
    ['原则上由县国土资源局审核。', '县国土资源局'],
    ['目前农业部正在组织申报。', '农业部'],
    ['2024年，国家旅游局发布提示。', '国家旅游局'],
    ['国务院各部门及国土资源部均应配合。', '国土资源部'],
    ['请求撤销县工商局作出的处罚决定。', '县工商局'],
    ['组建工作专班，由县安监局牵头。', '县安监局'],
    ['两案合并办理，由市国土资源局答复。', '市国土资源局'],
    ['县工商局取消了三项收费。', '县工商局'],
    ['办理依据：\n国办发〔2016〕5号\n由县国土资源局负责。\n2024年5月6日', '县国土资源局'],
  ])('%s', (text, found) => {
    expect(alarms(text, '2024-06-01').map((finding) => finding.text)).toEqual([found])
  })
})

test('a long line of names costs linear time', () => {
  const cost = (length: number): number => {
    const text = '原国土资源部、农业部和市工商局'.repeat(length)
    return leastTime(() => checker.check({ text, format: 'plain', uri: 'long', date: '2024-06-01' }))
  }
  cost(200)
  const small = Math.max(cost(1_000), 1)
  expect(cost(8_000) / small).toBeLessThan(40)
})
