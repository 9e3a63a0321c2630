import { nationalPrefix } from './law.ts'

const dropped = /[\s\u200b\ufeff《》〈〉<>＜＞“”"「」]/gu
const versionNote =
  /（(?:\d{4}年?|[一二三四五六七八九〇○]{4}年)?(?:第[一二三四五六七八九十]次)?(?:修正|修订|修改|公布|版|文本|修订版|修正版|最新版?)*）$/u
const draftNote =
  /（[^（）]*(?:草案|征求意见稿|送审稿|审议稿|讨论稿)[^（）]*）$|(?:修订|修正案)?草案$|征求意见稿$|送审稿$/u
const trialNote = /（(?:暂行|试行)）$/u
const codePart =
  /^((?:中华人民共和国)?民法典)(?:第[一二三四五六七]编)?(?:总则|物权|合同|人格权|婚姻家庭|继承|侵权责任)编$/u

/** A title without blanks, inner marks and width differences: what two writings of one title share. */
export function titleKey(title: string): string {
  return title.replace(dropped, '').replace(/\(/g, '（').replace(/\)/g, '）').replace(/[·•]/g, '')
}

/** The keys under which a cited title may stand in the catalog, the most literal first. */
export function keysOf(title: string): string[] {
  const key = titleKey(title)
  const keys = [key]
  const plain = key.replace(versionNote, '')
  if (plain !== key) keys.push(plain)
  const code = codePart.exec(plain)
  if (code !== null) keys.push(code[1]!)
  return keys
}

/** Whether a title says that it is a draft: 《……法（草案）》. */
export function isDraftTitle(title: string): boolean {
  return draftNote.test(titleKey(title))
}

/** A key without its （试行） or （暂行）. */
export function withoutTrialNote(key: string): string {
  return key.replace(trialNote, '')
}

/** A key without 中华人民共和国. */
export function bodyOf(key: string): string {
  return key.startsWith(nationalPrefix) ? key.slice(nationalPrefix.length) : key
}
