// Writes rules/catalogs/homophones.tsv: words of two characters that are typed for others of the same sound; and
// common-words.tsv: words that may be meant where two characters make none.
// node scripts/typos-homophones.mjs --words jieba.dict.utf8
// Words and their frequencies: cppjieba (MIT). Readings without tone: pinyin-pro (MIT). How a word is used, and so
// which of two is meant, is not said here: the language model's counts say it.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { pinyin } from 'pinyin-pro'
import { encode, margin } from '../packages/core/dist/model/character-table.js'
import { gramCount } from '../packages/core/dist/model/language-model.js'
import { defaultModel } from '../packages/node/dist/index.js'

const { values } = parseArgs({ options: { words: { type: 'string' } } })

/** How frequent a word must be to be offered by an input method, and to be what was meant. */
const least = { written: 30, meant: 100, counted: 40, common: 150 }
/** Names and fragments, and words that are spelt either way or mean nearly the same: counts cannot tell them apart. */
const left = new Set(readFileSync(new URL('typos-homophones-left.txt', import.meta.url), 'utf8').split(/\s+/))

const model = defaultModel()
const groups = new Map()
const common = []
for (const line of readFileSync(values.words, 'utf8').split('\n')) {
  const [word = '', frequency = '0', tag = ''] = line.split(' ')
  if (!/^[\u4e00-\u9fff]{2}$/.test(word) || Number(frequency) < least.written || /^(?:nr|ns|nz|nt)/.test(tag)) continue
  if (Number(frequency) >= least.common && countOf(word) >= least.counted) common.push(word)
  const sound = pinyin(word, { toneType: 'none', type: 'array' }).join(' ')
  groups.set(sound, [...(groups.get(sound) ?? []), { word, frequency: Number(frequency) }])
}

const rows = []
for (const words of groups.values()) {
  const meant = words.filter(({ word, frequency }) => frequency >= least.meant && countOf(word) >= least.counted)
  for (const { word } of words) {
    if (left.has(word)) continue
    const rights = meant.map((one) => one.word).filter((right) => right !== word && !left.has(word + right))
    if (rights.length > 0) rows.push(`${word}\t${rights.join(';')}`)
  }
}
rows.sort()
write('homophones', ['# title: 同音的两字词（误打成另一个词）', 'form\tright', ...rows])
write('common-words', ['# title: 常用的两字词（误打成不成词的两个字）', 'form', ...common.sort()])
console.log(`${rows.length} forms, ${rows.reduce((sum, row) => sum + row.split(';').length, 0)} pairs`)

function write(name, [title, ...lines]) {
  const head = [title, '# as-of: 2026-06-26', '# sources: cppjieba-words']
  writeFileSync(new URL(`../rules/catalogs/${name}.tsv`, import.meta.url), `${[...head, ...lines].join('\n')}\n`)
}

function countOf(word) {
  const ids = encode(word, model.characters)
  return gramCount(model, ids, margin, margin + word.length)
}
