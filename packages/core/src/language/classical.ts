/** Farther away a particle tells nothing of a place. */
const reach = 40

/** Ends of sentences: what is quoted from the ancients seldom stands in one sentence with what is said of it. */
const sentenceEnds = /[。！？；\n]/

/** Words that modern prose has given up; 似乎, 心不在焉 and the like it still has. */
const particles =
  /[兮曰矣哉汝]|吾(?!尔)|(?<![似几在合关出近介不])乎(?!乎)|(?<![在于不])焉(?!知)|[一-鿿]者，[^，]{1,16}也|也(?=[”’」]?[，。；！？”])|者也/

/** Whether the sentence around `at` is in classical Chinese, of which counts of today's texts know nothing: 学而时习之，不亦说乎. */
export function isClassical(text: string, at: number): boolean {
  const lead = text.slice(Math.max(0, at - reach), at)
  const before = lead.split(sentenceEnds).at(-1) ?? ''
  const [after = ''] = text.slice(at, at + reach).split(/(?<=[。！？；\n])/)
  return particles.test(before + after)
}
