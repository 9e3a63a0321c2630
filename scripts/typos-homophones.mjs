// Writes rules/catalogs/homophones.tsv: words of two characters that are typed for others of the same sound.
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
const catalog = new URL('../rules/catalogs/homophones.tsv', import.meta.url)

/** How frequent a word must be to be offered by an input method, and to be what was meant. */
const least = { written: 30, meant: 100, counted: 40 }
/** Names and fragments, and words that are spelt either way or mean nearly the same: counts cannot tell them apart. */
const left = new Set(readFileSync(new URL('typos-homophones-left.txt', import.meta.url), 'utf8').split(/\s+/))

const model = defaultModel()
const groups = new Map()
for (const line of readFileSync(values.words, 'utf8').split('\n')) {
  const [word = '', frequency = '0', tag = ''] = line.split(' ')
  if (!/^[\u4e00-\u9fff]{2}$/.test(word) || Number(frequency) < least.written || /^(?:nr|ns|nz|nt)/.test(tag)) continue
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
const head = ['# title: 同音的两字词（误打成另一个词）', '# as-of: 2026-06-26', '# sources: cppjieba-words']
writeFileSync(catalog, `${[...head, 'form\tright', ...rows].join('\n')}\n`)
console.log(`${rows.length} forms, ${rows.reduce((sum, row) => sum + row.split(';').length, 0)} pairs`)

function countOf(word) {
  const ids = encode(word, model.characters)
  return gramCount(model, ids, margin, margin + word.length)
}
