const NUMERALS = '一二三四五六七八九十'
/** What 0 stands for in a hint. */
export const DIGITS = '0123456789'
/** What a blank stands for in a hint: all that \\s matches. */
export const BLANKS =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

/**
 * Two characters side by side without which a check finds nothing, in every way that they may be written: `[…]` is any
 * of the characters, 0 any ASCII digit, N any numeral from 一 to 十, a blank any white space. All are looked for
 * together, in the pass that reads the
 * traits, so that a check whose hint is absent never looks at the segment. A hint may be met where there is nothing to
 * find, never the other way round: whoever widens an expression widens its hint.
 */
const WAYS = {
  /** 其中…, 分别为…: parts of a whole. */
  among: ['其中', '别[为是]'],
  /** 增加到, 降至: a change told by where it led. */
  moved: ['[加长高升大增少低降减简][到至为]'],
  /** 回落到, 缩小至; apart, for 落到实处 stands everywhere. */
  receded: ['[落小][到至为]'],
  percentTo: ['[%％][到至为]'],
  lastYear: ['[，,（( ][上去]'],
  comparedYear: ['[年期]的'],
  /** …，今年2574人, …，2024年2574人: the later of two years. */
  secondYear: ['[，,、；][今本0]'],
  /** 还有20件, 还有的20件. */
  remaining: ['[有余下的]0'],
  age: ['[0周]岁'],
  /** 60周年, 至今60年. */
  anniversary: ['周年', '[至距]今'],
  each: ['每[人名户位亩台套辆头家所张份]'],
  /** 应到86人. */
  due: ['应[到出参缴报检办收]'],
  /** 每月800元. */
  eachPeriod: ['每[月年天日季学周]'],
  /** …、二等奖6名，共9名. */
  totalBehind: ['[，,、][总一共合计]'],
  balance: ['结[余存]'],
  /** 合格114批次，不合格6批次; 男性…、女性… */
  negated: ['[，,、][不未]', '尚未', '没有'],
  halves: ['[，,、][女线农民无]'],
  sector: ['产[业结比占]'],
  points: ['个百'],
  /** 全年, 2024年, 第一季度, 本月. */
  period: ['[全今去上半0]年', '季度', '[本上]月'],
  monthDay: ['月[0 〇零N]'],
  figureDate: ['0[-./]'],
  weekday: ['[期周拜][一二三四五六日天]'],
  clock: ['[0 ][:：]', '0[时点]'],
  hours: ['小时'],
  noonHour: ['午0'],
  toYear: ['[至到—－–-～~][0 ]'],
  begun: ['[开动]工', '启动', '立项', '[开始]建', '奠基'],
  yearZero: ['[零〇N]零'],
  yearCircle: ['[〇N][○ＯOo0０]'],
  yearThenNumeral: ['年[ N]'],
  numeralThenYear: ['[〇○零N]年'],
  approximateDigits: ['、0'],
  approximateNumerals: ['、[二三四五六七八九]'],
  percentComma: ['[%％]，'],
  ordinalStop: ['[0N]、'],
  numeralMark: ['[N][，,.．]'],
  bracketMark: ['[）)][、，,.．:：]'],
  listEtc: ['、等'],
  /** A mark inside a paragraph that begins a new item: …；（二）…, …。2.…. */
  itemBracket: ['[。；;：:，, ][（(]'],
  itemDigit: ['[。；;：: ]0'],
  bracketNumeral: ['[（(][N]'],
  bracketDigit: ['[（(]0'],
  numberPoint: ['0[.．]'],
  countedVerb: ['[N][是要抓看]'],
  following: ['[以如]下', '下[列面]'],
  several: ['[二两三四五六七八九十]个', '[“"][二两三四五六七八九十]'],
  divided: ['[下内]设', '设[立有]', '分为', '包括', '共有', '下辖'],
  countedEtc: ['等[0 两N]'],
  documentYear: ['〔0'],
  article: ['[0 ０１２３４５６７８９零〇○两百千N]条'],
  nation: ['华人'],
  ground: ['[根依]据', '[依按遵]照', '违反', '落实', '执行', '遵守', '符合', '适用'],
  autonomy: ['治[州县旗]'],
  plenum: ['[全体]会'],
  /** What the trait of this name says. */
  adjacentMarks: ['[，。、；：！？…．.-－─–》”’][，。、；：！？…．.-－─–》”’]'],
  /** Two points side by side. */
  pointRun: ['[，。、；：！？][，。、；：！？]'],
  /** Signs of another form than the standard's: --, 。。。, 》、, 、以及 … */
  oddForm: ['--', '－－', '──', '––', '。。', '..', '、[、以]', '[》”]、', '[”’]。'],
  /** Names of units, behind a number those of one character; symbols are told by their letters. */
  unitName: ['公[分尺升厘方吨]', '[平立]米', '分子', '[0 N两百千万亿几半多余每][瓩呎吋浬哩]'],
  replyTitle: ['答复', '告知', '[定知]书', '信访', '息公'],
} as const

/** The hints by name. */
export type Hint = keyof typeof WAYS

/** The hints' numbers, by which `hasHint` (traits.ts) is asked. */
export const hint: Readonly<Record<Hint, number>> = numbered(Object.keys(WAYS) as Hint[])

/** Of each hint, by its number, the ways to write it: the first character's alternatives and the second's; 0 and a
 * blank stand for many. */
export const waysOfHints: readonly (readonly (readonly [string, string])[])[] = Object.values(WAYS).map((ways) =>
  ways.map(pairOf),
)

function numbered(names: readonly Hint[]): Record<Hint, number> {
  return Object.fromEntries(names.map((name, number) => [name, number])) as Record<Hint, number>
}

function pairOf(way: string): readonly [string, string] {
  const end = way[0] === '[' ? way.indexOf(']') + 1 : 1
  return [membersOf(way.slice(0, end)), membersOf(way.slice(end))]
}

function membersOf(place: string): string {
  const members = place.length > 1 ? place.slice(1, -1) : place
  return members.replace('N', NUMERALS)
}
