import type { FigureCheck } from './fault.ts'

const UNIT = '人次|人|名|户|家|件|项|个|份|元|万元|票|辆|台'
/** 应到168人，实到172人; 应办件80件，已办结85件. */
const DUE = new RegExp(
  `应(?:到|出席|出勤|参会|参加|参保|参训|缴|报送?|检|办|收)[^，。；：\\d]{0,8}(?<due>\\d{1,8}(?:\\.\\d{1,2})?)\\s?(?<unit>${UNIT})[，,、；]?(?:实际?|已)(?:到|出席|出勤|参会|参加|参保|参训|缴纳?|报送?|检|办结?|收)[^，。；：\\d]{0,4}(?<done>\\d{1,8}(?:\\.\\d{1,2})?)\\s?\\k<unit>`,
  'g',
)

/** More came, or was paid, than ought to: 应到168人，实到172人. */
export const beyond: FigureCheck = ({ text }) => {
  return [...text.matchAll(DUE)].flatMap((match) => {
    const { due = '', done = '', unit = '' } = match.groups ?? {}
    if (Number(done) <= Number(due)) return []
    const span = { start: match.index, end: match.index + match[0].length }
    return [{ span, facts: { total: `${due}${unit}`, sum: `${done}>${due}` } }]
  })
}
