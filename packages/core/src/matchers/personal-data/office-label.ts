import { isPersonName } from './person-name.ts'

/** What a public service or a place of business is called, or does, right before its 电话. */
const SERVICE =
  /(?:室|处|所|站|队|部|厅|局|委|办|科|股|院|馆|店|厂|社|校|园|台|网|行|庄|楼|阁|轩|坊|吧|屋|中心|公司|集团|门诊|窗口|团队|机构|单位|部门|企业|药房|农家乐|民宿|餐厅|超市|农场|基地|协会|商会|平台|热线|网格员|民警|河长|林长|服务|代办|帮办|值守|订餐|订房|订座|订票|预订|订购|购票|接待|应急|防汛|调度|抢修|维修|报修|挂号|急诊|急救|报案|送餐|配送|外卖|招商|销售|售后|前台|总机|对外|监管|执法|救护|援助|调解|登记|巡查)$/
const AT_HOME = /(?:住|居|寝|卧|教)(?:处|所|室|屋)$|(?:家庭|本人|个人|家长|亲属)[^,，]{0,4}$/
const ORGANISATION =
  /(?:公司|中心|合作社|商行|超市|酒店|宾馆|饭店|饭庄|民宿|农家乐|医院|诊所|药店|药房|卫生[院室]|学校|小学|中学|幼儿园|银行|支行|事务所|公证处|服务部|经营部|服务站|工作站|派出所|村委会|居委会|居民委员会|村民委员会|协会|商会|农场|基地|[局处科厅])$/
const LONGEST_CONTEXT = 60

/** Whether a `电话` or `手机` that begins at `start` is an office's or a business's: 公证处电话, 某某公司，电话. */
export function isOfficePhone(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_CONTEXT), start).replace(/[”"」』]$/, '')
  const modifier = /\p{Script=Han}{2,}$/u.exec(before)?.[0]
  if (modifier !== undefined) return SERVICE.test(modifier) && !AT_HOME.test(modifier)
  const items = before.slice(before.search(/[^。！？\n;；]*$/)).split(/[\s,，、:：()（）|“”]+/)
  if (items.some((item) => isPersonName(item.replace(/^\d+[.．]?/, '')))) return false
  return ORGANISATION.test(items.filter((item) => item !== '').at(-1) ?? '')
}
