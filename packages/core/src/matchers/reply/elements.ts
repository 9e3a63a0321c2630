import { isAgencyName } from './agency.ts'
import type { FaultTest, ReplyFault } from './fault.ts'
import type { Reply } from './reply.ts'

const NUMBER = /[〔[［(（【]\s*(?:19|20)\d{2}\s*[〕\]］)）】]\s*(?:第\s*)?\d+\s*号|编号[:：]/
const ADDRESSEE = /^[^，。；、]{1,30}[:：]$/
const NOT_AN_ADDRESSEE = /^(?:索引号|文号|发文|发布|标题|主题|来源|附件|如下|名称|编号|日期|分类|字号|联系)/
const NOT_A_PARTY =
  /^(?:联系|经办|承办|负责|责任|发布|信息|法定代表|代理|委托代理|执法|签发|审核)[人者单]|^(?:文件|文书|信息|标题|附件)名称/
const HEAD = 14

/** The parts that a reply must have: document number, addressee, answering unit, date. */
export const elementFaults: FaultTest = (reply) => {
  if (
    reply.kind === 'other' ||
    reply.kind === 'petition' ||
    reply.kind === 'procedural' ||
    reply.segments.length < 4 ||
    reply.text.length < 80
  )
    return []
  const missing = [
    ...(hasNumber(reply) ? [] : ['发文字号']),
    ...(hasAddressee(reply) ? [] : ['受文人']),
    ...(reply.agency === undefined ? ['答复（决定）单位'] : []),
    ...(reply.signed ? [] : ['成文日期']),
  ]
  if (missing.length === 0) return []
  const fault: ReplyFault = {
    fault: 'element-missing',
    segment: reply.title,
    span: { start: 0, end: reply.title.text.length },
    facts: { missing: missing.join('、') },
  }
  return [fault]
}

function head({ segments }: Reply): string[] {
  return segments.slice(0, HEAD).map(({ text }) => text.trim())
}

function hasNumber(reply: Reply): boolean {
  return head(reply).some((line) => NUMBER.test(line))
}

function hasAddressee(reply: Reply): boolean {
  return head(reply).some((line) => {
    const label = line.replace(/\s/g, '')
    if (namesParty(label) && !NOT_A_PARTY.test(label)) return true
    return ADDRESSEE.test(line) && !NOT_AN_ADDRESSEE.test(line) && !isAgencyName(line.slice(0, -1))
  })
}

/** 当事人：…, 违法行为人：…, 被处罚单位（个人）：… */
function namesParty(text: string): boolean {
  return /^\p{Script=Han}{0,6}(?:人|者|单位|户|姓名|名称)(?:[（(][^（()）]{1,20}[）)])?[:：]|^(?:当事人|申请人|姓名|名称)[（( ]/u.test(
    text,
  )
}
