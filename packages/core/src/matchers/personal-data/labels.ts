import { isOfficePhone } from './office-label.ts'

/** What a label says of the value behind it. `code` is any number that is no person's. */
export type LabelKind =
  | 'identity'
  | 'mobile'
  | 'office'
  | 'card'
  | 'account'
  | 'passport'
  | 'permit'
  | 'plate'
  | 'owner'
  | 'mailbox'
  | 'credit'
  | 'code'

/** A label in a segment's text. */
export interface Label {
  readonly kind: LabelKind
  readonly start: number
  readonly end: number
}

/** Earlier lines win where two begin at the same place; longer forms stand before their beginnings. */
const WORDS: readonly (readonly [LabelKind, string])[] = [
  ['credit', '(?:统一)?社会信用代码|信用代码|纳税人识别号|税号|营业执照'],
  ['identity', '(?:公民|居民)?身份(?:证件?)?(?:号码?|证号)|居民身份证|身份证|证件号码?|居住证|永久居留'],
  ['passport', '护照'],
  ['permit', '通行证|回乡证|台胞证'],
  ['card', '银行卡|储蓄卡|信用卡|卡号|社保卡|社会保障卡|一卡通|存折'],
  ['account', '银行账[号户]|银行帐[号户]|收款账[号户]|开户|账号|帐号'],
  [
    'office',
    '(?:联系|咨询|举报|值班|监督|投诉|服务|办公|报名|受理|公开|预约|维权|求助|报警|救援|业务|客服|热线|信访|招聘|采购|座机|公务|政务)电话' +
      '|服务热线|热线|电话咨询|传真|联系人|联系方式|经办人|采购人|代理机构|项目联系|技术支持|客服',
  ],
  ['mobile', '手机号码?|手机|移动电话|(?:本人|家庭|家长|户主|个人|亲属)电话|电话号码|电话|微信号?'],
  ['mailbox', '电子邮[箱件]|邮箱|[Ee]-?[Mm]ail'],
  ['plate', '车牌|号牌'],
  ['owner', '车主|所有人|驾驶人|驾驶员|车辆所有权人|当事人'],
  [
    'code',
    '组织机构代码|代码|编号|单号|文号|案号|批号|备案号|许可证|证书|[Qq]{2}号?|序列号|流水号|工号|学号|准考证|订单|合同号|发票' +
      '|索引号|条码|条形码|ISBN|注册号|执业证|资格证|证号|IMEI|桩号|批准文号|标识码|[Ii][Dd]',
  ],
]

const LABEL = new RegExp(WORDS.map(([kind, words]) => `(?<${kind}>${words})`).join('|'), 'g')

/** Not 家庭电话, 本人电话, 微信. */
const PHONE = /^(?:手机|移动电话|电话)/

/** The labels of a text in reading order. */
export function labelsIn(text: string): Label[] {
  const labels: Label[] = []
  for (const found of text.matchAll(LABEL)) {
    const kind = WORDS.find(([name]) => found.groups?.[name] !== undefined)?.[0]
    if (kind === undefined) continue
    const isOffice = kind === 'mobile' && PHONE.test(found[0]) && isOfficePhone(text, found.index)
    labels.push({ kind: isOffice ? 'office' : kind, start: found.index, end: found.index + found[0].length })
  }
  return labels
}
