import { hint } from '../../text/hints.ts'

/** A figure in the wrong form, and how to write it. */
interface FigureFault {
  readonly fault: string
  /** The hint (hints.ts) that every such figure meets. */
  readonly needs: number
  /** Cheap to look for, and part of every such figure. */
  readonly part: RegExp
  readonly sign: RegExp
  right(figure: string): string
}

const DIGITS = '〇一二三四五六七八九'

/** Measure words that a number of about so many takes; 月, 级 and 期 make it an ordinal. */
const COUNTED =
  '(?= ?(?:个(?!方面|部分|条|层|阶|季|月份|月(?=的?(?:产量|销量|产值|用电|气温|数据)))|天|次(?!会|全)|人|家|名|位|年(?!级|度|生|期|代)|倍|户|处|里|岁|种|套|辆|亩|场|遍|米(?![尔制字])|公里|元(?![素论化件旦首月])|公斤|千克|分钟|小时|百|千(?![米克瓦])))'

/** What stands before a list of ordinals: 第3、4个, 附件3、4个. */
const NO_ORDINAL =
  '(?<=[\\u3400-\\u9fff，] ?)(?<![第附件图表式例注条款项点章节部和与、题号页零一二三四五六七八九百千万] ?)'

/** Every kind of figure that is looked for; `sign` is global, its whole match the figure. */
export const FIGURES: readonly FigureFault[] = [
  // 二零二四年
  {
    fault: 'year-zero',
    needs: hint.yearZero,
    part: /零/,
    sign: /(?<![零〇一二三四五六七八九十百千万亿\d])(?=[一二][零〇一二三四五六七八九]{0,2}零)[一二][零〇一二三四五六七八九]{3}(?=年|[—至～])/g,
    right: (year) => year.replaceAll('零', '〇'),
  },
  // 二○二四年, 二O二四年, 二0二四年
  {
    fault: 'year-circle',
    needs: hint.yearCircle,
    part: /[一二][〇一二三四五六七八九]{0,2}[○ＯO０0o]/,
    sign: /(?<![一二三四五六七八九〇\dA-Za-z])(?=[一二][〇一二三四五六七八九]{0,2}[○ＯO０0o])[一二][○ＯO０0o〇一二三四五六七八九]{3}(?=年)/g,
    right: (year) => year.replace(/[○ＯO０0o]/g, '〇'),
  },
  // 2026年十一月
  {
    fault: 'date-mixed',
    needs: hint.yearThenNumeral,
    part: /\d{4} ?年 ?[一二三四五六七八九十]/,
    sign: /(?<![\d.])(?:19|20)\d{2} ?年 ?(?:十[一二]?|[一二三四五六七八九])月(?!三(?!十)|初|十五(?!日)|廿|革命|街|坡|半)(?:(?:二十|三十|十)?[一二三四五六七八九]日|[一二三]?十日)?/g,
    right: (date) => date.replace(/[一二三四五六七八九十]+/g, arabic),
  },
  // 二〇二六年11月8日
  {
    fault: 'date-mixed',
    needs: hint.numeralThenYear,
    part: /[〇○零一二三四五六七八九]年 ?\d/,
    sign: /(?<![〇○零一二三四五六七八九])[一二][〇○零一二三四五六七八九]{3}年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?/g,
    right: (date) => date.replace(/[〇○零一二三四五六七八九]/g, (digit) => String(Math.max(0, DIGITS.indexOf(digit)))),
  },
  // 3、4个
  {
    fault: 'approximate-digits',
    needs: hint.approximateDigits,
    part: /\d、\d/,
    sign: new RegExp(`${NO_ORDINAL}(?:1、2|2、3|3、4|4、5|5、6|6、7|7、8|8、9)${COUNTED}`, 'g'),
    right: (pair) => approximate(pair.replace('、', '').replace(/\d/g, (digit) => DIGITS.charAt(Number(digit)))),
  },
  // 七、八十位
  {
    fault: 'approximate-comma',
    needs: hint.approximateNumerals,
    part: /[一二两三四五六七八]、[二三四五六七八九][十百千万]/,
    sign: new RegExp(
      `${NO_ORDINAL}(?:[一两]、二|[二两]、三|三、四|四、五|五、六|六、七|七、八|八、九)(?:十万?|百万?|千万?|万|亿)多?${COUNTED}`,
      'g',
    ),
    right: (pair) => approximateOf(pair.replace('、', '')),
  },
  // 三、四个
  {
    fault: 'approximate-comma',
    needs: hint.approximateNumerals,
    part: /[一二两三四五六七八]、[二三四五六七八九]/,
    sign: new RegExp(
      `${NO_ORDINAL}(?:[一两]、二|[二两]、三|三、四|四、五|五、六|六、七|七、八|八、九|三、五)${COUNTED}`,
      'g',
    ),
    right: (pair) => approximate(pair.replace('、', '')),
  },
]

/** 十一 → 11; up to 99. */
function arabic(numeral: string): string {
  const [tens, units] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral]
  const ten = tens === '' ? 1 : DIGITS.indexOf(tens ?? '')
  return String(ten * 10 + (units === '' ? 0 : DIGITS.indexOf(units ?? '')))
}

/** 二三十 stays; 两三百 is said of hundreds and above. */
function approximateOf(pair: string): string {
  return pair.charAt(2) === '十' && !pair.includes('万') ? pair : `${approximate(pair.slice(0, 2))}${pair.slice(2)}`
}

/** About one or two is 一两个, about two or three 两三个. */
function approximate(pair: string): string {
  return pair === '一二' ? '一两' : pair === '二三' ? '两三' : pair
}
