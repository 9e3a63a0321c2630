import { readFileSync } from 'node:fs'
import { createChecker, formatOfFile } from '@kanwu/core'
import { hostSegmenter } from '@kanwu/node'
import { expect, test } from 'vitest'
import { rulebookOf } from '../support/rulebook.ts'

const FIELDS = /^(?:punctuation|numerals|usage-style|dates|figures|numbering|documents)\//
const checker = createChecker({ rulebook: rulebookOf(({ id }) => FIELDS.test(id)), segmenter: hostSegmenter() })

/** Whole papers without a fault, and what each says of a slip: the words, the slip, the rule. */
const PAPERS: Readonly<Record<string, readonly (readonly [words: string, slip: string, rule: string])[]>> = {
  'statistics.md': [
    ['占80.9%', '占82.9%', 'figures/share-does-not-fit'],
    ['增长4.9%；', '增长4.9%;', 'punctuation/half-width-mark'],
    ['0.6‰', '0. 6‰', 'punctuation/number-blank'],
    ['下降4.5%', '下降-4.5%', 'numerals/decrease-negative'],
    ['12,450', '1,2450', 'numerals/digits-grouped-wrong'],
    ['0.7个百分点', '0.7百分点', 'numerals/points-without-measure'],
    ['58.36万人', '58.36万万人', 'numerals/unit-doubled'],
  ],
  'notice.md': [
    ['（星期日），共', '（星期六），共', 'dates/weekday-mismatch'],
    ['共2天', '共3天', 'dates/days-do-not-fit'],
    ['见附件2', '见附件3', 'numbering/attachment-mismatch'],
    ['（二）注意', '（三）注意', 'numbering/heading-sequence'],
    ['三、有关', '四、有关', 'numbering/heading-sequence'],
    ['附件2\n\n承诺书', '附件2\n\n保证书', 'numbering/attachment-names'],
    ['2025年8月22日', '2025年08月22日', 'documents/signing-date'],
    ['通知如下：', '通知如下:', 'punctuation/half-width-mark'],
    ['2. 承诺书\n', '2. 承诺书。\n', 'documents/attachment-name-mark'],
    ['接力、广场舞，', '接力、广场舞、等，', 'punctuation/list-comma-etc'],
    ['运动会的通知\n', '运动会的通知的通知\n', 'documents/title-doubled'],
  ],
  'measures.html': [
    ['<strong>第五条', '<strong>第六条', 'numbering/article-sequence'],
    ['<td>37</td>', '<td>39</td>', 'figures/row-total'],
    ['<td>56</td>', '<td>55</td>', 'figures/table-total'],
    ['〔2021〕3号', '[2021]3号', 'documents/document-number-brackets'],
    ['（三）设定', '（四）设定', 'numbering/heading-sequence'],
    ['1～2次', '1、2次', 'numerals/approximate-digits'],
  ],
  'report.txt': [
    ['918件', '981件', 'figures/parts-do-not-add-up'],
    ['二是基层', '三是基层', 'numbering/ordinal-sequence'],
    ['（二）健全', '（二）、健全', 'punctuation/bracketed-ordinal-mark'],
    ['2至3名', '2、3名', 'numerals/approximate-digits'],
    ['“关键少数”', '“关键少数', 'punctuation/quote-unclosed'],
  ],
  'questions.md': [
    ['50%～100%', '50～100%', 'numerals/range-percent-omitted'],
    ['9:00—12:00', '9:70—12:00', 'dates/impossible-clock'],
    ['证明；', '证明；；', 'punctuation/doubled-mark'],
  ],
  'minutes.txt': [
    ['三、会议还', '二、会议还', 'numbering/heading-sequence'],
    ['（80万元）', '(80万元）', 'punctuation/bracket-widths'],
    ['3月12日', '3月32日', 'dates/impossible-day'],
  ],
  'vacancies.md': [
    ['| 15 |', '| 16 |', 'figures/table-total'],
    ['7月1日9:00—7月5日', '7月11日9:00—7月5日', 'dates/range-reversed'],
    ['（试行）》', '（试行）', 'punctuation/title-unclosed'],
  ],
  'story.txt': [
    ['七八月间', '七、八个月间', 'numerals/approximate-comma'],
    ['小山……', '小山。。。', 'punctuation/ellipsis-form'],
    ['二月二，', '二月二,', 'punctuation/half-width-mark'],
  ],
  'food.txt': [
    ['提高2.4个百分点', '提高3.4个百分点', 'figures/points-do-not-fit'],
    ['幼儿园食堂8家', '幼儿园食堂10家', 'figures/parts-do-not-add-up'],
    ['措施到位。', '措施到位、督查到位。', 'numbering/listed-beyond-count'],
    ['的通知\n\n各', '的通知的通知\n\n各', 'documents/title-doubled'],
    ['关于开展', '关于关于开展', 'documents/about-doubled'],
    ['一、检查时间', '一，检查时间', 'punctuation/han-ordinal-comma'],
    ['3月20日至4月10日', '3月20日至3月10日', 'dates/range-reversed'],
    ['2.检查记录表', '3.检查记录表', 'numbering/attachment-sequence'],
  ],
  'proposals.md': [
    ['政协提案18件', '政协提案20件', 'figures/parts-do-not-add-up'],
    ['三四个月', '三、五个月', 'numerals/approximate-comma'],
    ['特此报告。', '特此报告，请批复。', 'documents/closing-phrase'],
    ['特此报告。', '特此通知。', 'documents/closing-phrase'],
  ],
  'games.txt': [
    ['2:00—5:00', '5:00—2:00', 'dates/hours-reversed-same-day'],
    ['19:00—21:30', '19:00—21:90', 'dates/impossible-clock-end'],
    ['10日24时', '10日25时', 'dates/impossible-hour'],
    ['等8个社区', '等2个社区', 'numbering/listed-beyond-count'],
    ['近400人', '近400余人', 'usage-style/near-and-more'],
    ['十几支', '十几多支', 'usage-style/indefinite-and-more'],
    ['（星期六）', '（星期五）', 'dates/weekday-mismatch'],
  ],
  'water.html': [
    ['36000人的35%', '36000人的45%', 'figures/share-does-not-fit'],
    ['2025年12月完工', '2024年12月完工', 'dates/works-ended-before-begun'],
    ['县级配套200', '县级配套300', 'figures/parts-do-not-add-up'],
    ['提高4个百分点', '提高4%', 'numerals/percent-for-points'],
    ['45.6公里', '45 .6公里', 'punctuation/number-blank'],
  ],
  'bulletin.txt': [
    ['41.8∶46.1', '41.8∶48.1', 'figures/shares-do-not-add-up'],
    ['31.25万人', '三十1万人', 'numerals/numerals-run-together'],
  ],
}

test.each(Object.keys(PAPERS))('%s has no fault', (name) => {
  expect(rulesBroken(name, paper(name))).toEqual([])
})

test.each(Object.entries(PAPERS).flatMap(([name, slips]) => slips.map((slip) => [name, ...slip] as const)))(
  '%s with %j as %j breaks %s',
  (name, words, slip, rule) => {
    const right = paper(name)
    expect(right).toContain(words)
    expect(rulesBroken(name, right.replace(words, slip))).toContain(rule)
  },
)

function paper(name: string): string {
  return readFileSync(new URL(`papers/${name}`, import.meta.url), 'utf8')
}

function rulesBroken(name: string, text: string): string[] {
  const source = { text, format: formatOfFile(name), uri: name, date: '2026-03-20' }
  return checker.check(source).findings.map(({ rule }) => rule)
}
