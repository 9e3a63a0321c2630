import { describe, expect, it } from 'vitest'
import { type Paper, textOf, verdicts } from './paper.ts'

const NOT_DISCLOSED = '经审查，你申请的信息涉及第三方商业秘密，依据条例第十五条，决定不予公开。'

/** Right on the day each is signed; agencies of every kind. */
const RIGHT: readonly (Paper & { readonly what: string })[] = [
  {
    what: 'a city bureau that discloses, after the new law',
    agency: '甲市交通运输局',
    clause:
      '如对本答复不服，可以自收到本答复书之日起60日内向甲市人民政府申请行政复议，或者自收到本答复书之日起6个月内依法向丙铁路运输法院提起行政诉讼。',
  },
  {
    what: 'a district bureau that refuses, after the new law',
    agency: '甲市乙区财政局',
    decision: NOT_DISCLOSED,
    clause:
      '你如不服本答复，应当自收到本答复书之日起六十日内先向乙区人民政府申请行政复议；对行政复议决定仍不服的，可以自收到行政复议决定书之日起十五日内向丙区人民法院提起行政诉讼。',
  },
  {
    what: 'a city commission that refuses, before the new law',
    agency: '甲市发展和改革委员会',
    decision: NOT_DISCLOSED,
    clause:
      '如不服本答复，可以在收到本答复书之日起60日内向甲市人民政府或者丁省发展和改革委员会申请行政复议，也可以在6个月内直接向丙区人民法院提起行政诉讼。',
    signed: '2023年11月6日',
  },
  {
    what: 'a tax bureau',
    agency: '国家税务总局甲市税务局',
    clause:
      '如对本答复不服，可自收到本答复书之日起60日内，向国家税务总局丁省税务局申请行政复议；也可自收到本答复书之日起6个月内，向丙区人民法院提起行政诉讼。',
  },
  {
    what: 'a justice bureau, which has two ways',
    agency: '甲市司法局',
    clause:
      '如对本答复不服，可以在60日内向甲市人民政府或者丁省司法厅申请行政复议，或者在6个月内向丙区人民法院提起行政诉讼。',
  },
  {
    what: 'a county government',
    agency: '戊县人民政府',
    clause:
      '如不服本答复，可以自收到本答复之日起60日内向甲市人民政府申请行政复议，或者自收到本答复之日起6个月内向甲市中级人民法院提起诉讼。',
  },
  {
    what: 'a provincial government',
    agency: '丁省人民政府',
    clause:
      '如不服本答复，可以自收到本答复之日起60日内向丁省人民政府申请行政复议，或者自收到本答复之日起6个月内向丙市中级人民法院提起行政诉讼。',
  },
  {
    what: 'a ministry',
    agency: '交通运输部',
    clause:
      '如对本答复不服，可在收到本答复之日起60日内向交通运输部申请行政复议，或者在收到本答复之日起6个月内向北京市第二中级人民法院提起行政诉讼。',
  },
  {
    what: 'a penalty of a market regulator with the clause about enforcement',
    agency: '甲市乙区市场监督管理局',
    title: '行政处罚决定书',
    decision: '本局决定责令改正，并处罚款人民币五千元，限十五日内到指定银行缴纳。',
    clause:
      '如不服本行政处罚决定，可以自收到本决定书之日起六十日内向乙区人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法向丙区人民法院提起行政诉讼。申请行政复议或者提起行政诉讼期间，行政处罚不停止执行。逾期不申请行政复议也不提起行政诉讼，又不履行行政处罚决定的，本局将申请人民法院强制执行。',
  },
  {
    what: 'a land penalty with the period of its law',
    agency: '戊县自然资源局',
    title: '行政处罚决定书',
    decision: '依据《中华人民共和国土地管理法》第七十七条，责令限期拆除在非法占用的土地上新建的建筑物。',
    clause:
      '如不服本决定，可以自收到本决定书之日起六十日内向戊县人民政府申请行政复议，也可以自收到本决定书之日起十五日内向戊县人民法院起诉。',
  },
  {
    what: 'a refusal to license, with addresses in brackets',
    agency: '甲市卫生健康委员会',
    title: '不予行政许可决定书',
    decision: '经审查，你提交的材料不符合法定条件，本委决定不予许可。',
    clause:
      '如不服本决定，可在接到本决定书之日起60日内向甲市人民政府（地址：某路1号，电话：0000-0000000）申请行政复议，或者在6个月内直接向丙区人民法院提起行政诉讼。',
  },
  {
    what: 'a bureau that tells of a reconsideration without an answer',
    agency: '甲市乙区民政局',
    clause:
      '可以自收到本答复书之日起60日内向乙区人民政府（复议机构：乙区司法局，电话：0000-0000000）申请行政复议；复议机关逾期不作决定的，可以在复议期满之日起15日内向丙区人民法院起诉。',
  },
  {
    what: 'a fund centre, politely',
    agency: '甲市住房公积金管理中心',
    clause: '如有异议，请于收到本答复之日起60日内向甲市人民政府申请行政复议或者于6个月内向丙区人民法院提起行政诉讼。',
  },
  {
    what: 'a government office, of which it is contested whose answer it is',
    agency: '乙区人民政府办公室',
    clause: '如不服，可在60日内向乙区人民政府申请行政复议，或在六个月内直接向丙区人民法院提起行政诉讼。',
  },
  {
    what: 'a branch, whose superior is not told from its name',
    agency: '甲市公安局乙分局',
    clause: '可以在接到本决定之日起60日内向甲市公安局或者乙区人民政府申请行政复议，也可以6个月内向丙区人民法院起诉。',
  },
  {
    what: 'a reply of 2014, when a suit had three months',
    agency: '甲市水利局',
    clause:
      '如不服本答复，可以自收到本答复书之日起60日内向甲市人民政府或者丁省水利厅申请行政复议，或者自收到本答复书之日起3个月内向丙区人民法院提起行政诉讼。',
    signed: '2014年9月1日',
  },
]

describe('a right clause stays silent', () => {
  it.each(RIGHT.map((paper) => [paper.what, paper] as const))('%s', (_, paper) => {
    expect(verdicts(textOf(paper)).filter((verdict) => !verdict.endsWith('(date)'))).toEqual([])
  })
})
