/** What a text has at least one of; the bits that `traitsOf` gives (traits.ts). */
export const trait = {
  /** A Han character, as `\u3400-\u9fff`. */
  han: 1,
  /** An ASCII digit. */
  digit: 2,
  /** A full-width digit. */
  wideDigit: 4,
  latin: 8,
  /** A half-width mark that ends or divides sentences. */
  point: 16,
  /** A half-width round bracket. */
  halfBracket: 32,
  straightQuote: 64,
  /** Any bracket, quotation mark or title mark of a pair, straight quotes apart. */
  paired: 128,
  /** A half-width or no-break blank. */
  blank: 256,
  /** A Chinese numeral up to ten. */
  numeral: 512,
  at: 1024,
  /** A dash, an ellipsis or a full-width point. */
  stroke: 2048,
  /** A circle or a letter that is written for 〇. */
  circle: 4096,
  /** A mark of those that are looked at when two stand together. */
  mark: 8192,
  /** Two of them side by side. */
  adjacentMarks: 16_384,
  /** What `normalise` writes otherwise. */
  variant: 32_768,
  percent: 65_536,
  /** A colon of either width, or the sign of a ratio. */
  colon: 131_072,
  /** A book-title mark. */
  title: 262_144,
  /** From here on characters without which there is none of the words that many look for: 占, 持股 … */
  share: 524_288,
  rate: 1_048_576,
  times: 2_097_152,
  age: 4_194_304,
  /** 共, 合计. */
  sum: 8_388_608,
  /** 还有, 尚有, 剩余, 剩下, 其余. */
  rest: 16_777_216,
  year: 33_554_432,
  month: 67_108_864,
  /** 季度. */
  quarter: 134_217_728,
  /** 上午, 下午. */
  noon: 268_435_456,
  ordinal: 536_870_912,
  /** 等. */
  etc: 1_073_741_824,
} as const

/** The characters that have each trait; those of ranges apart. */
export const traitMembers: Readonly<Partial<Record<keyof typeof trait, string>>> = {
  digit: '0123456789',
  wideDigit: '０１２３４５６７８９',
  latin: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  point: ',;:!?.',
  halfBracket: '()',
  straightQuote: '"',
  paired: '（）()［］[]〔〕【】《》〈〉“”‘’「」『』',
  blank: ' \u00a0',
  numeral: '〇零○一二两三四五六七八九十',
  at: '@＠',
  stroke: '…．',
  circle: '○ＯO０0o',
  mark: '，。、；：！？…．.-－─–》”’',
  percent: '%％',
  colon: ':：∶',
  title: '《》〈〉',
  share: '占股',
  rate: '率',
  times: '倍',
  age: '岁',
  sum: '共计',
  rest: '还尚剩余',
  year: '年',
  month: '月',
  quarter: '季',
  noon: '午',
  ordinal: '第',
  etc: '等',
}

/** First and last unit of each stretch whose units all have the trait `variant`; those of VARIANT in normalise.ts. */
export const variantRanges: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x2069],
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
]
