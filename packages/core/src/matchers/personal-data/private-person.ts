import { isPersonName } from './person-name.ts'

/** 当事人：张三, 低保户张三, 救助对象公示：张三. 联系人 and 负责人 are none: they answer for an office. */
const ROLE =
  /(?:当事人|申请人|被申请人|来信人|来访人|来电人|信访人|上访人|投诉人|举报人|反映人|诉求人|留言人|求助人|报案人|报警人|被害人|受害人|违法行为人|违法嫌疑人|被处罚人|被执行人|受益人|受助人|承租人|中签人|监护人|失主|户主|患者|病人|学生|考生|家长|业主|村民|居民|低保户|贫困户|脱贫户|监测户|五保户|特困户|困难户|残疾人|(?:救助|帮扶|补助|补贴|资助|低保|保障|慰问|优抚|安置|特困|公示)(?:对象|人员))(?:姓名|名单|公示|信息)?$/
/** Who answers for an office: the number beside is the office's. */
const CONTACT = /联系人|经办人|承办人|负责人|责任人|值班人?|办公室|代理机构/
const PRIVATE_LIFE =
  /[,，、 (（][男女][,，、 )）]|\d{1,3}周?岁|住址|现住|家住|户籍|出生|贫困户|低保|特困|残疾证|救助对象|帮扶对象|因病|身份证/
const SEPARATORS = /([\s,，:：;；()（）|]+)/

/**
 * Whether the sentence before a number tells of a private person whose number it may be: a role and a name
 * (来信人：张三), a name with sex, age or home. A rule about such persons (低保户可拨打…) names nobody.
 */
export function tellsOfPrivatePerson(sentence: string): boolean {
  const items = sentence.split(SEPARATORS).map((item) => item.replace(/^\d{1,4}[.、．]?|^“|”$/g, ''))
  let isPrivate = false
  for (let i = 0; i < items.length; i += 2) {
    if (CONTACT.test(items[i]!)) isPrivate = false
    else if (isRoleAndName(items, i)) isPrivate = true
    else if (PRIVATE_LIFE.test(sentence) && isNameItem(items, i)) isPrivate = true
  }
  return isPrivate
}

function isRoleAndName(items: readonly string[], at: number): boolean {
  const item = items[at]!
  if (isPersonName(item)) return ROLE.test(items[at - 2] ?? '')
  return [2, 3, 4].some((length) => isPersonName(item.slice(-length)) && ROLE.test(item.slice(0, -length)))
}

/** Two characters alone may be a word (高龄); they count at the beginning of a line or behind a colon. */
function isNameItem(items: readonly string[], at: number): boolean {
  const item = items[at]!
  if (!isPersonName(item) || CONTACT.test(items[at - 2] ?? '')) return false
  return item.length > 2 || at === 0 || /[:：]/.test(items[at - 1] ?? '') || /^[男女]$/.test(items[at + 2] ?? '')
}
