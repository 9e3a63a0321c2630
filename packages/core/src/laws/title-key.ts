import { nationalPrefix } from './law.ts'

const dropped = /[\s\u200b\ufeff《》〈〉<>＜＞“”"「」]/gu
const versionNote =
  /（(?:\d{4}年?|[一二三四五六七八九〇○]{4}年)?(?:第[一二三四五六七八九十]次)?(?:修正|修订|修改|公布|版|文本|修订版|修正版|最新版?)*）$/u
const draftNote =
  /（[^（）]*(?:草案|征求意见稿|送审稿|审议稿|讨论稿)[^（）]*）$|(?:修订|修正案)?草案$|征求意见稿$|送审稿$/u
const trialNote = /（(?:暂行|试行)）$/u
const codePart =
  /^((?:中华人民共和国)?民法典)(?:第[一二三四五六七]编)?(?:总则|物权|合同|人格权|婚姻家庭|继承|侵权责任)编$/u

/** Whatever a key is without; quicker to look for once, for most titles are their own keys. */
const unlikeKey = /[\s\u200b\ufeff《》〈〉<>＜＞“”"「」()·•]/u

/** A title without blanks, inner marks and width differences: what two writings of one title share. */
export function titleKey(title: string): string {
  if (!unlikeKey.test(title)) return title
  return title.replace(dropped, '').replace(/\(/g, '（').replace(/\)/g, '）').replace(/[·•]/g, '')
}

/** The keys under which a cited title may stand in the catalog, the most literal first. */
export function keysOf(title: string): readonly string[] {
  const key = titleKey(title)
  const plain = key.endsWith('）') ? key.replace(versionNote, '') : key
  const code = plain.endsWith('编') ? codePart.exec(plain) : null
  if (plain === key && code === null) return [key]
  return [key, ...(plain === key ? [] : [plain]), ...(code === null ? [] : [code[1]!])]
}

/** Whether a title says that it is a draft: 《……法（草案）》. */
export function isDraftTitle(title: string): boolean {
  return draftNote.test(titleKey(title))
}

/** A key without its （试行） or （暂行）. */
export function withoutTrialNote(key: string): string {
  return key.endsWith('）') ? key.replace(trialNote, '') : key
}

/** A key without 中华人民共和国. */
export function bodyOf(key: string): string {
  return key.startsWith(nationalPrefix) ? key.slice(nationalPrefix.length) : key
}
