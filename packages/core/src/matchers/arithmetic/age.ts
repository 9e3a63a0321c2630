import type { FigureCheck } from './fault.ts'

const BORN =
  /(?<born>19\d{2}|20[01]\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出生|生(?=[，,。；于在]))[^。；\n]{0,80}?(?<then>(?:19|20)\d{2})年(?:[^。；，\n]{0,24}?)(?:年仅|时年|年满|享年|终年|当时|时)\s?(?<age>\d{1,3})周?岁/g
const LIVED =
  /[（(](?<born>1[89]\d{2}|20[01]\d)年?(?:[^—－～~\-）)\d]{0,3}\d{0,2}月?\d{0,2}日?)[—－～~-]{1,2}(?<then>(?:19|20)\d{2})年?[^）)]{0,8}[）)][^。；\n]{0,20}?(?:享年|终年)(?<age>\d{1,3})周?岁/g

/** 1985年6月出生，现年36岁: as old as the draft's own year makes one. */
const NOW =
  /(?<born>19\d{2}|20[01]\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出生|生(?=[，,。；])|(?<=生于.{4,12})(?=[，,]))[^。；\n]{0,40}?(?:现年|今年)\s?(?<age>\d{1,3})周?岁/g

/** Ages count from birth or from the year of birth as one: a year on either side is no fault. */
const SLACK = 1

/** An age that does not fit the years of birth and of the event: 1980年出生，2024年任职时年34岁. */
export const age: FigureCheck = (segment, { date }) => {
  const { text } = segment
  const own = date === 'unknown' ? [] : [...text.matchAll(NOW)]
  return [...text.matchAll(BORN), ...text.matchAll(LIVED), ...own].flatMap((match) => {
    const { born = '', then = date.slice(0, 4), age: stated = '' } = match.groups ?? {}
    const counted = Number(then) - Number(born)
    if (counted < 0 || Math.abs(counted - Number(stated)) <= SLACK) return []
    const end = match.index + match[0].length
    const start =
      end - (/(?:年仅|时年|年满|享年|终年|现年|今年|当时|时)?\s?\d{1,3}周?岁$/.exec(match[0])?.[0].length ?? 1)
    return [{ span: { start, end }, facts: { stated: `${stated}岁`, sum: `${then}－${born}=${counted}` } }]
  })
}
