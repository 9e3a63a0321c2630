// What near-miss matching costs a character as catalogs grow: 1,000, 10,000 and 50,000 synthetic forms that share
// their words as real ones do, over the same text. Also text made to be hard: time must grow with its length only.
// usage: node bench/near-miss-cost.mjs [--sizes 1000,10000,50000] [--text FILE] [--json]
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { intlSegmenter } from '../packages/core/dist/index.js'
import { buildIndex } from '../packages/core/dist/matchers/near-miss/catalog-index.js'
import { nearMisses } from '../packages/core/dist/matchers/near-miss/choice.js'
import { skeletonOf } from '../packages/core/dist/matchers/near-miss/skeleton.js'
import { randomness } from './near-miss-breaks.mjs'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,50000' },
    json: { type: 'boolean' },
    text: { type: 'string' },
  },
})

/** Words that official wordings share, the commonest first; drawn with Zipf's law. */
const words =
  '中国 人民 建设 发展 社会 主义 全面 推进 经济 改革 工作 制度 政府 管理 国家 服务 安全 体系 创新 治理 文化 加强 生态 环境 保护 教育 科技 农业 农村 乡村 振兴 战略 现代化 高质量 行动 计划 机制 完善 深化 开放 能力 提升 城市 产业 企业 市场 监督 法治 保障 民生 就业 健康 卫生 医疗 养老 基层 组织 党员 干部 学习 贯彻 精神 会议 代表 大会 委员会 办公厅 条例 规定 办法 实施 细则 意见 通知 纪律 作风 廉政 反腐 斗争 统筹 区域 协调 对外 贸易 金融 财政 税收 投资 消费 能源 资源 节约 绿色 低碳 数字 信息 网络 平台 数据 智能 制造 交通 水利 防灾 减灾 救灾 应急 粮食 耕地 种业 脱贫 攻坚 成果 巩固 拓展 衔接'.split(
    ' ',
  )

const random = randomness(7)
const text = options.text === undefined ? proseOf('docs') + proseOf('rules') : readFileSync(options.text, 'utf8')
const texts = text.split('\n').map((line) => skeletonOf(line))
const segmenter = intlSegmenter()
const judgement = { segmenter, isInForce: () => true }
const rounds = 9
const rows = measure(options.sizes.split(',').map((size) => prepare(Number(size))))
const hard = hardTexts()

if (options.json) console.log(JSON.stringify({ characters: text.length, rows, hard }))
else print()

/** 4–16 characters: one to three shared words around two or more rare characters. */
function form() {
  const parts = [word(), rare(1 + Math.floor(random() * 3)), word()]
  if (random() < 0.6) parts.push(rare(1), word())
  if (random() < 0.3) parts.push(word(), rare(2))
  return parts.join('').padEnd(4, '区').slice(0, 40)
}

/** The project's own Chinese sentences: lines of documents and rules that are mostly Chinese, without markup. */
function proseOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.(md|yaml)$/.test(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .map((line) => line.replace(/[a-z0-9:{}[\]|`"#-]+/gi, ' ').trim())
    .filter((line) => line.length > 12)
    .join('\n')
}

function word() {
  const rank = Math.floor(words.length ** random()) - 1
  return words[Math.max(0, rank)]
}

function rare(count) {
  return Array.from({ length: count }, () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 6000))).join('')
}

function prepare(size) {
  const skeletons = new Set()
  while (skeletons.size < size) skeletons.add(form())
  const started = performance.now()
  const index = buildIndex([...skeletons].map(formOf), skeletons)
  return { size, index, build: Math.round(performance.now() - started) }
}

/** The least processor time of several rounds, the sizes taken in turn, so that a busy machine strikes all alike. */
function measure(prepared) {
  const best = prepared.map(() => Number.POSITIVE_INFINITY)
  let found = []
  for (let round = 0; round < rounds; round++) {
    found = prepared.map(({ index }, at) => {
      const before = process.cpuUsage().user
      const misses = texts.reduce((sum, one) => sum + nearMisses(index, one, judgement).misses.length, 0)
      best[at] = Math.min(best[at], process.cpuUsage().user - before)
      return misses
    })
  }
  return prepared.map(({ size, build }, at) => ({
    size,
    build,
    nanoseconds: Math.round((1000 * best[at]) / text.length),
    found: found[at],
  }))
}

function formOf(skeleton) {
  return { text: skeleton, skeleton, hasMarks: false, before: [], after: [], period: {}, citations: [], rules: [0] }
}

/** Milliseconds for a hard text and for one twice as long. */
function hardTexts() {
  const forms = [
    '人民人民人民大会',
    '中国人民大学',
    '人民大会堂',
    '的的的的的',
    '中国特色社会主义中国特色社会主义',
  ].map(formOf)
  const index = buildIndex(
    forms,
    forms.map(({ skeleton }) => skeleton),
  )
  return ['人民', '的', '中国人民的', '社会主义中国特色', '“人', '一'].map((unit) => {
    const time = (length) => {
      const one = skeletonOf(unit.repeat(length / unit.length))
      nearMisses(index, one, judgement)
      const started = performance.now()
      nearMisses(index, one, judgement)
      return performance.now() - started
    }
    return { unit, once: time(20_000), twice: time(40_000) }
  })
}

function print() {
  console.log(`text of ${text.length} characters\nforms      build ms   ns a character   found   ratio to the first`)
  for (const { size, build, nanoseconds, found } of rows) {
    const ratio = (nanoseconds / rows[0].nanoseconds).toFixed(2)
    console.log(
      `${String(size).padEnd(10)} ${String(build).padStart(8)} ${String(nanoseconds).padStart(16)} ${String(found).padStart(7)} ${ratio.padStart(20)}`,
    )
  }
  console.log('\nhard text, 20,000 and 40,000 characters: ms')
  for (const { unit, once, twice } of hard)
    console.log(`${unit.padEnd(10)} ${once.toFixed(1).padStart(8)} ${twice.toFixed(1).padStart(8)}`)
}
