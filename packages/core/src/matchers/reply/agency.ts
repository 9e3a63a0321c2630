/** To whom an agency answers, as far as reconsideration goes. */
export type AgencyKind = 'vertical' | 'justice' | 'government' | 'province' | 'department' | 'other'

/** 海关、金融、外汇管理、税务、国家安全: the superior of the same branch reconsiders (行政复议法 第二十七条). */
const VERTICAL = /税务|海关|金融监督管理|银保监|银行保险监督|证监|证券监督|外汇管理|中国人民银行|国家安全[局厅]/
const CENTRAL = /^(?:中华人民共和国|国家|国务院|中国)|部$/
const BRANCH = /分局|派出所|派出机构|街道办事处|管理委员会$|管委会$|大队|支队|监督管理所|税务所|服务中心/
const PROVINCE = /(?:省|自治区|^(?:北京|天津|上海|重庆)市)人民政府/
const OTHER_UNIT =
  /(?:中心|总队|机关|处|院|所|站|集团|公司|大学|学院|学校|医院|海关|银行|分行|支行|公署|协会|监狱|关区|分署|馆)$/
const UNIT = /(?:人民政府|人民政府办公[厅室]|委员会|办公[厅室]|局|厅|委|部|总局)$/

/** What kind of agency a name is. */
export function agencyKind(name: string): AgencyKind {
  if (VERTICAL.test(name)) return 'vertical'
  if (/司法[局厅]$/.test(name)) return 'justice'
  if (BRANCH.test(name)) return 'other'
  // Whether an office's answer is its government's is contested.
  if (/办公[厅室]$/.test(name)) return 'other'
  if (/人民政府/.test(name)) return PROVINCE.test(name) && placesOf(name).length < 2 ? 'province' : 'government'
  if (CENTRAL.test(name)) return 'other'
  return UNIT.test(name) ? 'department' : 'other'
}

/** Whether a line is an agency's name, as it stands below a paper or in its title. */
export function isAgencyName(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 30 &&
    /^[\p{Script=Han}×X*○〇]+$/u.test(text) &&
    (UNIT.test(text) || BRANCH.test(text) || OTHER_UNIT.test(text))
  )
}

/** The places that a name begins with, widest first: 甲市乙区卫生健康局 → 甲市, 乙区. */
export function placesOf(name: string): string[] {
  const places: string[] = []
  let rest = name
  for (let found = placeAt(rest); found !== null && !NO_PLACE.test(found[0]); found = placeAt(rest)) {
    places.push(found[0])
    rest = rest.slice(found[0].length)
  }
  return places
}

/** The place at the beginning. In a function, for the first class of a script that is made takes half a millisecond. */
function placeAt(name: string): RegExpExecArray | null {
  return /^[\p{Script=Han}×X*○〇]{1,8}?(?:自治区|自治州|自治县|自治旗|地区|省|市|区|县|旗|盟)(?!场|政|容|级|域|委)/u.exec(
    name,
  )
}

/** 城市管理局, 园区办: kinds of area that a bureau is for; zones have no government of their own level. */
const NO_PLACE =
  /^(?:城市|都市|城区|郊区)$|(?:社|园|景|库|林|矿|灾|校|片|辖|牧|山|港|厂|开发|高新|度假|示范|保税|试验|管理|合作|功能|名胜|保护)区$/
