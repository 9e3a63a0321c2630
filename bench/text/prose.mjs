// Drafts in the style of government prose, the same for the same seed: what every case is measured on.
import { between, pick, randomness } from './random.mjs'
import { faults, words } from './words.mjs'

const TEMPLATES = `
{county}{body}召开{topic}{meeting}，听取上阶段工作情况汇报，研究部署下一步任务。
{season}，{body}要围绕{topic}{action}、{action}、{action}，确保各项要求落到实处。
截至{month}月底，全县共新建、改建{thing}{number}{unit}，惠及{village}、{village}等{small}个村（社区）的{group}。
根据{law}第{small}条的规定，现将{topic}有关事项通知如下。
{body}会同{body}对{village}的{thing}开展检查，发现问题{small}个，已督促整改{few}个，其余问题将在{season}完成。
从调查情况看，{topic}工作{quality}，但{thing}等方面的基础{quality}，{group}还有一些期盼。
{year}年，全县完成{topic}投资{number}万元，比上年增长{small}.{digit}%，{result}。
对符合条件的{group}，由{county}统一登记，经{body}审核后按月发放补助，每人每月{number}元。
一要提高认识，把{topic}摆在突出位置；二要{action}，{action}；三要加强督促检查，对工作不力的予以通报。
{village}把{thing}建设作为今年的民生实事，村干部挨家挨户{action}，{result}。
申请人可以自收到本答复之日起六十日内向{county}人民政府提出行政复议申请。
据{body}统计，{season}共受理{group}诉求{number}件，办结率为{percent}%，满意率比去年同期提高{few}个百分点。
“以前出门要绕很远的路，现在{thing}修到了家门口。”{village}的一位{group}说。
各乡镇、各部门要结合实际，制定具体方案，于{month}月{day}日前报{body}备案。
会议强调，{topic}关系{group}的切身利益，必须{action}，不得层层加码，更不能搞形式主义。
项目位于{county}{village}，占地{number}亩，总投资{number}万元，计划于{year}年{month}月竣工。
下一步，我局将继续{action}，加快{thing}改造进度，努力让{group}少跑腿、好办事。
{season}以来，受连续降雨影响，部分{thing}出现不同程度损坏，{body}连夜组织力量抢修，{result}。
本办法自{year}年{month}月{day}日起施行，由{body}负责解释。
经{county}研究，同意{body}关于{topic}的请示，请按照有关规定组织实施。
`
  .trim()
  .split('\n')

const HEADINGS = ['基本情况', '主要做法', '存在的问题', '下一步打算', '工作要求', '组织保障', '实施步骤', '有关事项']

/**
 * Drafts as lists of blocks, each of some `characters` UTF-16 units altogether; every eightieth sentence has a fault.
 * A block is `{heading}`, `{paragraph}` or `{table}`; formats.mjs writes them as text, Markdown and HTML.
 */
export function drafts({ count, characters, seed = 1 }) {
  const random = randomness(seed)
  return Array.from({ length: count }, () => draft(random, characters))
}

function draft(random, characters) {
  const blocks = [{ heading: fill(random, '关于{county}{topic}工作情况的报告') }]
  for (let length = 0; length < characters; ) {
    const block = nextBlock(random, blocks.length)
    blocks.push(block)
    length += JSON.stringify(block).length - 16
  }
  return blocks
}

function nextBlock(random, at) {
  if (at % 7 === 6) return { heading: pick(random, HEADINGS) }
  if (at % 19 === 18) return { table: tableOf(random) }
  return { paragraph: Array.from({ length: between(random, 2, 6) }, () => sentence(random)).join('') }
}

function sentence(random) {
  return random() < 1 / 80 ? pick(random, faults) : fill(random, pick(random, TEMPLATES))
}

function tableOf(random) {
  const row = () => [pick(random, words.village), pick(random, words.thing), String(between(random, 2, 900))]
  return [['单位', '内容', '数量'], row(), row(), row(), row()]
}

const NUMBERS = {
  month: [1, 12],
  day: [1, 28],
  year: [2021, 2025],
  number: [12, 980],
  small: [6, 48],
  few: [2, 5],
  digit: [1, 9],
  percent: [82, 99],
}

function fill(random, template) {
  return template.replace(/\{([a-z]+)\}/g, (_, name) => {
    const range = NUMBERS[name]
    return range === undefined ? pick(random, words[name]) : String(between(random, range[0], range[1]))
  })
}
