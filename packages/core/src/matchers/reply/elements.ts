import { isAgencyName } from './agency.ts'
import type { FaultTest, ReplyFault } from './fault.ts'
import type { Reply } from './reply.ts'

const NUMBER = /[〔[［(（【]\s*(?:19|20)\d{2}\s*[〕\]］)）】]\s*(?:第\s*)?\d+\s*号|编号[:：]/
const ADDRESSEE = /^[^，。；、]{1,30}[:：]$/
const NOT_AN_ADDRESSEE = /^(?:索引号|文号|发文|发布|标题|主题|来源|附件|如下|名称|编号|日期|分类|字号|联系)/
const PARTY = /^(?:当事人|申请人|被处罚人|被申请人|被处罚单位|姓名|名称|单位名称)[（(:： ]/
const HEAD = 14

/** The parts that a reply must have: document number, addressee, answering unit, date. */
export const elementFaults: FaultTest = (reply) => {
  if (reply.kind === 'other' || reply.kind === 'procedural' || reply.segments.length < 4 || reply.text.length < 80)
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
    if (PARTY.test(line)) return true
    return ADDRESSEE.test(line) && !NOT_AN_ADDRESSEE.test(line) && !isAgencyName(line.slice(0, -1))
  })
}
