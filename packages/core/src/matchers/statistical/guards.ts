import { isClassical } from '../../language/classical.ts'
import { isPlaceName } from '../../language/place-name.ts'
import { isHan } from '../../model/character-table.ts'
import type { Suspicion, WordSeen } from './suspicion.ts'

/** What must be known of a place to tell a name. */
export type Place = Pick<Suspicion, 'at' | 'written'> & { readonly after: Pick<WordSeen, 'length'> }

/** Whether the character stands in a name or a foreign word, of which counts know nothing. */
export function isLeftAlone(text: string, suspicion: Place): boolean {
  if (text.slice(Math.max(0, suspicion.at - 1), suspicion.at + 2).includes('某')) return true
  if (placeCharacters.has(suspicion.written) || isBetweenNumerals(text, suspicion.at)) return true
  if (isSpeaking(text, suspicion.at) || isClassical(text, suspicion.at)) return true
  const run = runAround(text, suspicion.at)
  return (
    isPersonName(text, run, suspicion) ||
    isPlaceName(text, suspicion.at) ||
    isForeign(text, run, suspicion.at) ||
    anonymous.test(text.slice(run.start, run.end))
  )
}

/**
 * Whether counts are a weak witness here: beside figures, in a parallel phrase (减税减费, 配齐配强), or where both characters are
 * spellings of one word.
 */
export function isDoubtful(text: string, { at, written, meant, before, after }: Suspicion): boolean {
  const near = text.slice(Math.max(0, at - 2), at) + text.slice(at + 1, at + 2)
  if (/[\d０-９]/.test(near) || numerals.has(written)) return true
  if (isListed(text, at) || isCopula(text, at)) return true
  if (after.length <= 2 && isRepeated(text, at - 1, at - 3)) return true
  if (text[at - 1] === text[at + 1] || text[at - 2] === written || text[at + 2] === written) return true
  return spellings.has(written + meant) || (before.length > 1 && wordSpellings.has(written + meant))
}

/** 千磨万击, 千山万水. */
function isBetweenNumerals(text: string, at: number): boolean {
  return numerals.has(text[at - 1] ?? '') && numerals.has(text[at + 1] ?? '')
}

/** One of several single characters: 德、智、体. */
function isListed(text: string, at: number): boolean {
  const follows = text[at - 1] === '、' && (text[at - 3] === '、' || text[at + 1] === '、')
  return follows || (text[at + 1] === '、' && text[at + 3] === '、')
}

/** 是 behind the one character that begins a clause: 稳是大局. */
function isCopula(text: string, at: number): boolean {
  return text[at] === '是' && isHan(text.charCodeAt(at - 1)) && !isHan(text.charCodeAt(at - 2))
}

function isRepeated(text: string, one: number, other: number): boolean {
  return isHan(text.charCodeAt(one)) && text[one] === text[other]
}

interface Run {
  readonly start: number
  readonly end: number
}

/** The unbroken Han characters around a place. */
function runAround(text: string, at: number): Run {
  let start = at
  let end = at + 1
  while (isHan(text.charCodeAt(start - 1))) start--
  while (isHan(text.charCodeAt(end))) end++
  return { start, end }
}

function isPersonName(text: string, run: Run, { at, after }: Place): boolean {
  const length = run.end - run.start
  if (length <= 3 && after.length < length && surnames.has(text[run.start]!)) return true
  for (let surname = Math.max(run.start, at - 2); surname <= at; surname++) {
    if (!surnames.has(text[surname]!)) continue
    if (titleBefore.test(text.slice(Math.max(run.start, surname - 4), surname))) return true
    if (titleAfter.test(text.slice(at + 1, at + 4))) return true
    if (surname === run.start && officeAfter.test(text.slice(surname + 1, surname + 7))) return true
  }
  return false
}

/** 赖文建说，今年收成好: whoever stands before 说. */
function isSpeaking(text: string, at: number): boolean {
  return text[at] === '说' && /[，：:“]/.test(text[at + 1] ?? '')
}

/** A name with a middle dot, or three characters in a row that mostly write foreign sounds. */
function isForeign(text: string, run: Run, at: number): boolean {
  if (middleDots.has(text[run.start - 1] ?? '') || middleDots.has(text[run.end] ?? '')) return true
  let start = at
  let end = at + 1
  while (start > run.start && foreignSounds.has(text[start - 1]!)) start--
  while (end < run.end && foreignSounds.has(text[end]!)) end++
  return foreignSounds.has(text[at]!) && end - start >= 3
}

/** 张某、李某某: people whom a text does not name. */
const anonymous = /某某?$/

const titleBefore =
  /(?:主席|总理|总统|首相|大臣|书记|部长|省长|市长|州长|县长|区长|镇长|乡长|村长|局长|厅长|处长|科长|院长|校长|会长|行长|主任|委员|代表|院士|教授|法官|律师|同志|记者|作者|组长|经理|董事长|总裁|秘书长|司令|将军|被告人|原告|被告|罪犯|烈士)$/
const titleAfter = /^[一-鿿]?(?:同志|先生|女士|教授|院士|烈士|等[一二三四五六七八九十\d]*[人名])/

/** 郦少春副校长: a full name at the head of a clause. */
const officeAfter =
  /^[一-鿿]{2}(?:副|总|老)?(?:主席|书记|部长|省长|市长|州长|县长|区长|镇长|乡长|局长|厅长|处长|科长|院长|校长|园长|会长|行长|主任|院士|法官|律师|老师|同学|医生|检察长|检察官|警官|经理|董事长|总裁|秘书长)/

const numerals = new Set('〇一二三四五六七八九十百千万亿两')
const spellings = new Set(['帐账', '它他', '象像', '份分', '与予', '粘黏', '惟唯', '做作', '作做'])
/** The same inside words only: 检察 and 检查 are both words, 排察 is none. */
const wordSpellings = new Set(['查察', '察查', '定订', '订定'])

/** Written in names of places and hardly elsewhere: 垌心, 塬上. */
const placeCharacters = new Set('垌垸圩塬峁坳圪塝墟湴坭陂滘氹凼畲磜厝墺岙爨篁塅埗埔碶浬堽崮峪垭垴圳磡')

const middleDots = new Set('·•・')

const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖文樊兰殷施洪翟安颜倪温芦季俞章鲁葛毕聂岳齐梅庄辛管祝左涂谷祁耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强丛华车冉房边净瞿阎慕娄仇敖计逄亓郗乜仝缑闾殳笪禤逯郦邬郜卞窦酆郎雍宓佴滕璩匡寇阙夔巩訾阚饶鞠蒯荆竺桓栾晁芮储汲邴糜隗刁钭厍冼岑邝佘邸邰郄郇虢妫嵇谌谯缪粟厉',
)
const foreignSounds = new Set(
  '阿埃艾奥巴贝博布查达蒂杜厄恩尔弗伏戈格哈赫霍吉贾杰卡凯柯克拉莱兰勒莉琳卢鲁罗洛玛迈曼蒙莫姆穆娜尼涅努诺帕佩皮普契乔琼萨塞莎什斯索塔坦廷托瓦威韦沃乌锡雅耶伊尤扎詹兹佐',
)
