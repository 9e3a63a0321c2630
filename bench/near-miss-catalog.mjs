// Synthetic catalogs of right wordings that look like real ones, and text made of the same words.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Longest form the engine guards, and the shortest. */
const [shortest, longest] = [4, 40]

const bodies =
  '市场监督管理局 人力资源和社会保障局 住房和城乡建设局 自然资源局 生态环境局 交通运输局 水利局 农业农村局 文化和旅游局 卫生健康委员会 应急管理局 审计局 统计局 医疗保障局 退役军人事务局 行政审批服务局 发展和改革委员会 教育局 财政局 人民政府办公室 公共资源交易中心 机关事务服务中心'.split(
    ' ',
  )
const kinds = '条例 办法 规定 实施细则 实施方案 规划 意见 通知 工作方案 行动计划'.split(' ')
const verbs = '推进 加强 深化 完善 提升 健全 坚持 落实 构建 优化 促进 保障'.split(' ')

/**
 * A stream of distinct forms, the same for the same randomness: what is drawn first is part of every larger catalog.
 * A quarter are bodies of real places, a quarter titles of documents, the rest phrases of two to six words. Words are
 * drawn as often as they stand in the project's own catalogs of laws, institutions, meetings and expressions (about
 * five thousand words; the hundred commonest are 40 % of all).
 */
export function syntheticCatalog(rules, random) {
  const word = sampler(vocabularyOf(rules), random)
  const places = columnOf(rules, 'places').filter((name) => name.length > 2)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const words = (count) => Array.from({ length: count }, word).join('')
  const kindsOfForm = [
    () => pick(places) + pick(bodies),
    () => (random() < 0.5 ? pick(places) : '') + words(1 + Math.floor(random() * 3)) + pick(kinds),
    () => (random() < 0.4 ? pick(verbs) : '') + words(2 + Math.floor(random() * 3)),
    () => words(2 + Math.floor(random() * 5)),
  ]
  const forms = new Set()
  return {
    /** The first `size` forms. */
    forms(size) {
      while (forms.size < size) {
        const form = pick(kindsOfForm)()
        if (form.length >= shortest && form.length <= longest) forms.add(form)
      }
      return [...forms].slice(0, size)
    },
    /** About `length` characters of the same words drawn the same way, in clauses, with particles between some. */
    text(length) {
      const lines = []
      for (let written = 0; written < length; written += lines.at(-1).length) {
        const clauses = Array.from({ length: 6 }, () => {
          const parts = Array.from({ length: 3 + Math.floor(random() * 5) }, () =>
            random() < 0.15 ? pick('的和与在'.split('')) : random() < 0.1 ? pick(kindsOfForm)() : word(),
          )
          return parts.join('')
        })
        lines.push(`${clauses.join('，')}。`)
      }
      return lines.join('\n')
    },
  }
}

/** Words of the project's own catalogs with how often they stand there. */
function vocabularyOf(rules) {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const counts = new Map()
  for (const name of ['laws', 'institutions', 'meetings', 'fixed-expressions', 'lexicon']) {
    for (const text of columnOf(rules, name)) {
      for (const { segment } of segmenter.segment(text.replace('中华人民共和国', ''))) {
        if (/^\p{Script=Han}{2,}$/u.test(segment)) counts.set(segment, (counts.get(segment) ?? 0) + 1)
      }
    }
  }
  return counts
}

function columnOf(rules, catalog) {
  const lines = readFileSync(join(rules, 'catalogs', `${catalog}.tsv`), 'utf8').split('\n')
  const rows = lines.filter((line) => line !== '' && !line.startsWith('#')).slice(1)
  return rows.map((row) => row.split('\t')[0])
}

function sampler(counts, random) {
  const words = [...counts.keys()]
  const bounds = []
  let sum = 0
  for (const count of counts.values()) {
    sum += count
    bounds.push(sum)
  }
  return () => {
    const at = random() * sum
    let [low, high] = [0, bounds.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (bounds[middle] > at) high = middle
      else low = middle + 1
    }
    return words[low]
  }
}
