/** A slip of the pen: where a clean text offers an occasion for it, and what it does there. */
export interface Slip {
  readonly name: string
  /** The least share of planted slips that the rules must find. */
  readonly found: number
  readonly occasions: RegExp
  /** What takes the place of the occasion. */
  plant(occasion: string): string
}

const MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

const drop = () => ''

/** Slips to plant in clean official text, one at a time. */
export const SLIPS: readonly Slip[] = [
  { name: '丢（', found: 0.85, occasions: /（/g, plant: drop },
  { name: '丢）', found: 0.97, occasions: /）/g, plant: drop },
  { name: '丢“', found: 0.93, occasions: /“/g, plant: drop },
  { name: '丢”', found: 0.97, occasions: /”/g, plant: drop },
  { name: '丢《', found: 0.93, occasions: /《/g, plant: drop },
  { name: '丢》', found: 0.95, occasions: /》/g, plant: drop },
  { name: '”写成“', found: 0.97, occasions: /”/g, plant: () => '“' },
  { name: '“写成”', found: 0.97, occasions: /“/g, plant: () => '”' },
  { name: '）写成)', found: 0.97, occasions: /）/g, plant: () => ')' },
  { name: '《》套《》', found: 0.97, occasions: /〈[^〉]*〉/g, plant: (title) => `《${title.slice(1, -1)}》` },
  { name: '，写成,', found: 0.97, occasions: /，/g, plant: () => ',' },
  { name: '；写成;', found: 0.97, occasions: /；/g, plant: () => ';' },
  { name: '。写成.', found: 0.93, occasions: /。/g, plant: () => '.' },
  { name: '（）写成()', found: 0.88, occasions: /（[^（）]{2,30}）/g, plant: (text) => `(${text.slice(1, -1)})` },
  { name: '“”写成""', found: 0.97, occasions: /“[^“”]{2,30}”/g, plant: (text) => `"${text.slice(1, -1)}"` },
  { name: '，，', found: 0.97, occasions: /，/g, plant: () => '，，' },
  { name: '，。', found: 0.97, occasions: /。/g, plant: () => '，。' },
  { name: '——写成--', found: 0.8, occasions: /——/g, plant: () => '--' },
  {
    name: '汉字间空格',
    found: 0.4,
    occasions: /(?<=[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{2}/g,
    plant: (text) => ` ${text}`,
  },
  { name: '小数中空格', found: 0.7, occasions: /(?<=\d\.)\d/g, plant: (digit) => ` ${digit}` },
  { name: '5%—8%省%', found: 0.95, occasions: /%(?=[-—～至]\d)/g, plant: drop },
  { name: '年份省两位', found: 0.93, occasions: /(?<!\d)(?:19|20)(?=\d{2}年\d{1,2}月)/g, plant: drop },
  {
    name: '月份写汉字',
    found: 0.97,
    occasions: /(?<=\d{4}年)\d{1,2}(?=月)/g,
    plant: (month) => MONTHS[Number(month) - 1] ?? month,
  },
  { name: '〔〕写成[]', found: 0.9, occasions: /〔\d{4}〕/g, plant: (year) => `[${year.slice(1, 5)}]` },
  { name: '〔〕写成（）', found: 0.9, occasions: /〔\d{4}〕/g, plant: (year) => `（${year.slice(1, 5)}）` },
  { name: '文号加第', found: 0.95, occasions: /(?<=〔\d{4}〕)\d/g, plant: (digit) => `第${digit}` },
]
