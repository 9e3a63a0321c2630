import { describe, expect, it } from 'vitest'
import { type Paper, textOf, verdicts } from './paper.ts'

const REFUSED = '经审查，你申请的信息属于内部事务信息，依据条例第十六条，决定不予公开。'
const ABSENT = '经检索，你申请的政府信息不存在。'
const PARTLY = '经审查，其中涉及个人隐私的内容已作区分处理，其余予以部分公开。'
const RIGHT_SUIT = '，也可以在6个月内向丙区人民法院提起行政诉讼。'
const RIGHT_RECONSIDERATION = '如不服，可以自收到之日起60日内向乙区人民政府申请行政复议'
const AGENCY = '甲市乙区农业农村局'

/** One error each, signed before and after 行政复议法 of 2023 took effect; what is told of it on each day. */
const SAMPLES: readonly {
  readonly what: string
  readonly paper: Omit<Paper, 'agency' | 'signed'> & { readonly agency?: string }
  readonly before: readonly string[]
  readonly after: readonly string[]
}[] = [
  {
    what: 'three months for reconsideration',
    paper: { clause: `如不服，可以自收到之日起3个月内向乙区人民政府申请行政复议${RIGHT_SUIT}` },
    before: ['reconsideration-period error'],
    after: ['reconsideration-period error'],
  },
  {
    what: 'fifteen days for reconsideration',
    paper: { clause: `如不服，可以自收到之日起十五日内向乙区人民政府申请行政复议${RIGHT_SUIT}` },
    before: ['reconsideration-period error'],
    after: ['reconsideration-period error'],
  },
  {
    what: 'three months for a suit',
    paper: { clause: `${RIGHT_RECONSIDERATION}，也可以在3个月内向丙区人民法院提起行政诉讼。` },
    before: ['suit-period error'],
    after: ['suit-period error'],
  },
  {
    what: 'fifteen days for a suit, by a regulation',
    paper: {
      title: '行政处罚决定书',
      decision: '依据《城市绿化条例》罚款五百元。',
      clause: `${RIGHT_RECONSIDERATION}，也可以在15日内向丙区人民法院起诉。`,
    },
    before: ['suit-period error'],
    after: ['suit-period error'],
  },
  {
    what: 'six months after reconsideration',
    paper: {
      clause: `${RIGHT_RECONSIDERATION}；对复议决定不服的，可以自收到复议决定书之日起6个月内向丙区人民法院提起行政诉讼。`,
    },
    before: ['after-period error'],
    after: ['after-period error'],
  },
  {
    what: 'one period for both routes',
    paper: { clause: '如不服，可以自收到之日起60日内申请行政复议或者向丙区人民法院提起行政诉讼。' },
    before: ['shared-period error'],
    after: ['shared-period error'],
  },
  {
    what: 'a direct suit against a refusal',
    paper: { decision: REFUSED, clause: `${RIGHT_RECONSIDERATION}${RIGHT_SUIT}` },
    before: ['reconsideration-first (date)'],
    after: ['reconsideration-first error'],
  },
  {
    what: 'a direct suit where nothing was found',
    paper: { decision: ABSENT, clause: `${RIGHT_RECONSIDERATION}${RIGHT_SUIT}` },
    before: ['reconsideration-first-contested (date)'],
    after: ['reconsideration-first-contested warning'],
  },
  {
    what: 'a direct suit where a part is disclosed',
    paper: { decision: PARTLY, clause: `${RIGHT_RECONSIDERATION}${RIGHT_SUIT}` },
    before: ['reconsideration-first-contested (date)'],
    after: ['reconsideration-first-contested warning'],
  },
  {
    what: 'the superior department or the government',
    paper: {
      clause: `如不服，可以自收到之日起60日内向乙区人民政府或者甲市农业农村局申请行政复议${RIGHT_SUIT}`,
    },
    before: ['body-choice (date)'],
    after: ['body-choice error'],
  },
  {
    what: 'the superior department alone',
    paper: { clause: `如不服，可以自收到之日起60日内向甲市农业农村局申请行政复议${RIGHT_SUIT}` },
    before: ['body-superior (date)'],
    after: ['body-superior error'],
  },
  {
    what: 'the government of the city instead of the district',
    paper: { clause: `如不服，可以自收到之日起60日内向甲市人民政府申请行政复议${RIGHT_SUIT}` },
    before: ['body-level (date)'],
    after: ['body-level warning'],
  },
  {
    what: 'a local government for a tax bureau',
    paper: {
      agency: '国家税务总局乙区税务局',
      clause: `如不服，可以自收到之日起60日内向乙区人民政府申请行政复议${RIGHT_SUIT}`,
    },
    before: ['body-vertical error'],
    after: ['body-vertical error'],
  },
  {
    what: 'a court for reconsideration',
    paper: { clause: `如不服，可以自收到之日起60日内向丙区人民法院申请行政复议${RIGHT_SUIT}` },
    before: ['routes-crossed error'],
    after: ['routes-crossed error'],
  },
  {
    what: 'the old term',
    paper: { clause: `如不服本具体行政行为，可以自收到之日起60日内向乙区人民政府申请行政复议${RIGHT_SUIT}` },
    before: ['old-term (date)'],
    after: ['old-term warning'],
  },
  {
    what: 'the article of 2008',
    paper: {
      clause: `根据《政府信息公开条例》第三十三条，可以自收到之日起60日内向乙区人民政府申请行政复议${RIGHT_SUIT}`,
    },
    before: ['moved-article error'],
    after: ['moved-article error'],
  },
  {
    what: 'the article of 1999',
    paper: {
      clause: `根据《中华人民共和国行政复议法》第九条，可以自收到之日起60日内向乙区人民政府申请行政复议${RIGHT_SUIT}`,
    },
    before: ['moved-article (date)'],
    after: ['moved-article error'],
  },
  {
    what: 'fifteen working days to answer',
    paper: {
      decision: '本机关应当自收到申请之日起15个工作日内答复，现将该信息予以公开。',
      clause: `${RIGHT_RECONSIDERATION}${RIGHT_SUIT}`,
    },
    before: ['answer-period error'],
    after: ['answer-period error'],
  },
  {
    what: 'no clause at all',
    paper: { clause: '特此答复。' },
    before: ['remedy-missing error'],
    after: ['remedy-missing error'],
  },
  {
    what: 'a suit without its period',
    paper: { clause: `${RIGHT_RECONSIDERATION}，也可以依法向丙区人民法院提起行政诉讼。` },
    before: ['period-missing warning'],
    after: ['period-missing warning'],
  },
]

describe.each(SAMPLES.map((sample) => [sample.what, sample] as const))('%s', (_, { paper, before, after }) => {
  const signedOn = (signed: string): string => textOf({ agency: AGENCY, ...paper, signed })

  it('before 2024-01-01', () => {
    expect(verdicts(signedOn('2023年5月8日'))).toEqual(before)
  })

  it('after 2024-01-01', () => {
    expect(verdicts(signedOn('2024年5月8日'))).toEqual(after)
  })
})

describe('the day', () => {
  const clause = `${RIGHT_RECONSIDERATION}${RIGHT_SUIT}`

  it('is the signed one, in Han numerals too', () => {
    expect(verdicts(textOf({ agency: AGENCY, decision: REFUSED, clause, signed: '二〇二三年十二月二十九日' }))).toEqual(
      ['reconsideration-first (date)'],
    )
    expect(verdicts(textOf({ agency: AGENCY, decision: REFUSED, clause, signed: '二○二四年一月二日' }))).toEqual([
      'reconsideration-first error',
    ])
  })

  it('is the draft’s where none is signed, and unknown days accuse nobody', () => {
    const text = textOf({ agency: AGENCY, decision: REFUSED, clause, signed: '' })
    expect(verdicts(text, '2024-01-01')).toContain('reconsideration-first error')
    expect(verdicts(text, '2023-12-31')).toContain('reconsideration-first (date)')
    expect(verdicts(text, 'unknown')).toContain('reconsideration-first (date)')
    expect(verdicts(text, '2024-01-01')).toContain('element-missing warning')
  })
})
