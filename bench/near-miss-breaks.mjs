// Breaks a right wording the ways hands and eyes break it, and puts it into neutral sentences of our own.
import { pinyin } from 'pinyin-pro'
import { shapeNeighbours } from '../packages/core/dist/language/shape.js'

/** The five ways; each gives the broken skeleton, or undefined where the place does not allow it. */
export const kinds = ['drop-one', 'drop-two', 'swap', 'homophone', 'look-alike']

const numerals = new Set('0123456789零〇一二三四五六七八九十百千万亿两第')

/** Sentences that say nothing of the wording: before and after it. Edge breaks use none of them. */
const frames = [
  ['会议指出，', '，各地要结合实际抓好落实。'],
  ['全县干部大会传达了关于', '的有关要求。'],
  ['我们要深刻认识', '的重要意义。'],
  ['横幅上写着“', '”几个大字。'],
  ['参加培训的同志围绕', '谈了自己的体会。'],
  ['近年来，全镇上下', '，各项工作有了新的进展。'],
  ['专题学习会的主题是：', '。'],
  ['在讲到', '时，与会人员认真做了笔记。'],
  ['宣传栏里介绍了', '，吸引不少居民驻足观看。'],
  ['他说，', '，离不开每一个人的努力。'],
  ['材料的第二部分讲', '，第三部分讲存在的问题。'],
  ['（一）', '。由办公室牵头，年底前完成。'],
]

/** Written without looking at the rules, with words of all kinds close by: recall must not hang on the sentences above. */
const otherFrames = [
  ['李主任在发言中三次提到', '这个说法，引起了大家的共鸣。'],
  ['昨天下午的读书班以', '为题，请老支书讲了一课。'],
  ['对照', '的要求，我们还存在哪些差距？'],
  ['村口的黑板报刚换了内容，写的是', '几个粉笔大字。'],
  ['不少网友留言说，第一次弄懂了', '究竟指什么。'],
  ['考卷最后一题问的是', '的主要内容。'],
  ['关于', '，我想谈三点看法。'],
  ['这份简报把', '放在了头版头条。'],
  ['孩子们用剪纸表现', '，作品下周展出。'],
  ['新来的同志抄写了一遍', '，贴在办公桌前。'],
  ['除', '外，其他事项由各科室自行安排。'],
  ['记者在现场看到，展板上介绍了', '等内容。'],
]

/** A small generator of repeatable randomness (mulberry32). */
export function randomness(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * One break of `form` (as written, marks included) inside: its first and last characters stay.
 * Numerals are left alone: they are another check's.
 */
export function breakInside(form, kind, random) {
  const places = [...form].flatMap((char, at) => (isWord(char) ? [at] : []))
  const inner = places.slice(1, -1).filter((at) => !numerals.has(form[at]))
  return applyBreak(form, kind, { inner, places, random })
}

/** One break of the first (`head`) or last (`tail`) character, for forms whose frame vouches for them. */
export function breakEdge(form, kind, side, random) {
  const places = [...form].flatMap((char, at) => (isWord(char) ? [at] : []))
  const at = side === 'head' ? places[0] : places.at(-1)
  if (numerals.has(form[at]) || kind === 'drop-two' || kind === 'swap') return undefined
  return applyBreak(form, kind, { inner: [at], places, random })
}

/** A sentence around `wording`; `at` is where it begins. */
export function sentence(wording, random, others = false) {
  const [before, after] = pick(others ? otherFrames : frames, random)
  return { text: before + wording + after, at: before.length }
}

function applyBreak(form, kind, { inner, places, random }) {
  const at = pick(inner, random)
  if (at === undefined) return undefined
  if (kind === 'drop-one') return cut(form, [at])
  if (kind === 'drop-two') {
    const together = inner.filter((place) => inner.includes(place + 1))
    const first = random() < 0.7 ? pick(together, random) : undefined
    if (first !== undefined) return cut(form, [first, first + 1])
    const second = pick(
      inner.filter((place) => place !== at),
      random,
    )
    return second === undefined ? undefined : cut(form, [at, second])
  }
  if (kind === 'swap') {
    const pairs = inner.filter((place) => inner.includes(place + 1) && form[place] !== form[place + 1])
    const first = pick(pairs, random)
    return first === undefined
      ? undefined
      : form.slice(0, first) + form[first + 1] + form[first] + form.slice(first + 2)
  }
  const able = inner.filter((place) => others(form[place], kind).length > 0)
  const place = pick(able, random)
  if (place === undefined || places.length < 4) return undefined
  return form.slice(0, place) + pick(others(form[place], kind), random) + form.slice(place + 1)
}

function others(char, kind) {
  return kind === 'homophone' ? homophonesOf(char) : [...shapeNeighbours(char)]
}

let common
/** Common characters (GB2312's first level) with the same syllable by the library's own reading, not by kanwu's table. */
function homophonesOf(char) {
  common ??= bySyllable()
  return (common.get(syllable(char)) ?? []).filter((other) => other !== char && !numerals.has(other))
}

function bySyllable() {
  const table = new Map()
  const decoder = new TextDecoder('gb2312')
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
      const char = decoder.decode(new Uint8Array([row, cell]))
      table.set(syllable(char), [...(table.get(syllable(char)) ?? []), char])
    }
  }
  return table
}

function syllable(char) {
  return pinyin(char, { toneType: 'none' })
}

function cut(form, places) {
  return [...form].filter((_, at) => !places.includes(at)).join('')
}

function isWord(char) {
  return /[\p{Script=Han}\p{L}\d]/u.test(char)
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)]
}
