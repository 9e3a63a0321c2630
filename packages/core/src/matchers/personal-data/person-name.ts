const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦昌苗凤花俞袁柳' +
  '史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐傅皮卞齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄米贝臧戴谈宋庞熊纪舒屈祝董梁杜' +
  '阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房缪干解丁宣邓郁单杭洪包诸左石崔吉' +
  '龚程嵇邢裴陆荣翁荀羊於惠甄曲封储靳段焦巴谷车侯全班仰仲伊宫宁仇栾甘祖武符刘景詹束龙叶幸司黎薄印白怀蒲从索赖卓' +
  '蔺屠蒙池乔胥闻党翟谭贡劳申扶堵冉宰桑桂濮牛寿边扈燕冀浦尚温庄晏柴瞿阎连习艾鱼容向古易慎戈廖终居衡步都耿满弘匡' +
  '国文寇广禄阙东欧利师巩聂关荆游权盖益桓公晋楚闫肖佟苟占敖覃原兰仝鞠逯亓隋付代辛涂银褟铁贠郜'
const COMPOUND_SURNAMES = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
]

/** Words before a number that look like a name. */
const NOT_NAMES = new Set(
  (
    '金额 余额 高度 高速 车辆 车牌 车主 路线 路段 时间 方案 方面 项目 任务 安全 安排 全部 全县 全市 全区 全省 全国 国家 国道 省道 ' +
    '公里 公司 公告 公示 公民 公安 广场 文件 文号 单位 单价 单元 单号 容量 温度 房号 房屋 房产 管理 管线 成本 解放 程序 石油 ' +
    '古城 田亩 水费 平方 万元 万人 万户 都有 满意 利润 利用 权利 关于 关注 国有 国内 东路 西路 东侧 连接 连续 温馨 常量 常住 常年 ' +
    '毛重 白天 党员 师生 师傅 老师 经理 主任 处长 科长 局长 所长 站长 书记 施工 支出 从业 从事 广告 广大 广西 广东 江西 江苏 ' +
    '云南 贵州 安徽 河南 宁夏 吉林 计划 强制 强化 班级 花费 干部 包括 包含 全年 全程 向上 居民 居委会 全额 利息 高于 高达 白色 ' +
    '黄色 蓝色 银行 银联 原价 原告 代表 代理 代码 文化 尚未 游客 易购 景区 东部 连同 劳务 劳动 申请 申请人 宣传 尚有 都为 都是 ' +
    '元旦 全长 关系 高考 宁波 温州 常州 广州 杭州 苏州 惠州 荆州 万州 安装 常见 成都 武汉 金华 应急 应收 管委会 原件 原因 向阳 ' +
    '华东 公用 公开 公共 国库 国税 车间 广电 安监 文书 文本 文旅 强镇 党委 党办 党费 席位 居住 步行 全体 司机 司法 师范 古镇'
  ).split(' '),
)

const ROLES =
  /(?:申请人|被申请人|户主|当事人|被处罚人|姓名|法定代表人|负责人|村民|居民|职工|学生|考生|家长|患者|车主|驾驶人|所有人|被执行人|受益人|监护人|委托人|代理人|公民|失主)$/

const TITLES =
  /(?:主任|局长|处长|科长|书记|主席|经理|老师|医生|镇长|乡长|村长|队长|站长|所长|院长|校长|委员|干事|同志)$/

/** Whether the whole text is a person's name of two or three characters, four with a compound surname. */
export function isPersonName(text: string): boolean {
  const name = text.replace(/[\s\u3000·]/g, '')
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || NOT_NAMES.has(name) || TITLES.test(name)) return false
  if (COMPOUND_SURNAMES.includes(name.slice(0, 2))) return name.length >= 3
  return name.length <= 3 && SURNAMES.includes(name[0]!)
}

/** Whether a person's name stands beside the stretch: `张三 138…`, `申请人张三，男，138…`, `138…（张三）`. */
export function hasNameBeside(text: string, start: number, end: number): boolean {
  return isNamed(hanBefore(text, start)) || isNamed(hanAfter(text, end))
}

const LONGEST_CONTEXT = 40

function hanBefore(text: string, start: number): string {
  // Written here: the first class of a script that a program has made takes half a millisecond of its start.
  const fillers =
    /(?:[\s\u3000:：,，、()（）[\]|/\-—"“”'.·*]|[男女](?![\p{Script=Han}])|(?:汉|回|苗|满|壮)族|手机号码?|手机|电话号码?|联系电话|电话|(?:公民|居民)?身份证?件?号码?|身份证|银行卡号?|卡号|证件号码?|护照号码?|护照|车牌号码?|号牌号码|\d{1,3}岁|\+?86)+$/u
  const before = text.slice(Math.max(0, start - LONGEST_CONTEXT), start).replace(fillers, '')
  return /\p{Script=Han}*$/u.exec(before)?.[0] ?? ''
}

function hanAfter(text: string, end: number): string {
  return /^[\s\u3000,，、(（]{1,3}(\p{Script=Han}{2,4})(?!\p{Script=Han})/u.exec(text.slice(end, end + 12))?.[1] ?? ''
}

function isNamed(han: string): boolean {
  if (isPersonName(han)) return true
  for (const length of [2, 3, 4]) {
    if (han.length > length && ROLES.test(han.slice(0, -length)) && isPersonName(han.slice(-length))) return true
  }
  return false
}
