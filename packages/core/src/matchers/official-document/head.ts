import { datesIn } from '../calendar/dates.ts'
import type { EndingCheck, FormCheck } from './checks.ts'
import { SIGNED } from './recognise.ts'

/** A title with a mark behind it: …的通知。 */
export const titleMark: FormCheck = ({ title }) => {
  const end = title.text.trimEnd().length
  const mark = title.text.charAt(end - 1)
  return /[。；，]/.test(mark) ? [{ segment: title, span: { start: end - 1, end }, right: [''], facts: { mark } }] : []
}

const YEAR = /〔(\d{4})〕/

/** A document's own number is of the year it was signed in; what is signed at the turn of a year may go on counting. */
export const numberYear: FormCheck = ({ number, signed, body }) => {
  const [own] = signed === undefined ? [] : datesIn(signed)
  const said = YEAR.exec(number?.text ?? '')
  if (number === undefined || own?.year === undefined || said === null) return []
  // A second date alone on its line: another document follows in the same draft.
  if (body.some((line) => line !== signed && SIGNED.test(line.text))) return []
  const apart = own.year - Number(said[1])
  if (apart === 0 || (apart === 1 && own.month <= 2) || (apart === -1 && own.month === 12)) return []
  const span = { start: said.index, end: said.index + said[0].length }
  return [{ segment: number, span, facts: { year: said[1] ?? '', own: signed?.text.trim() ?? '' } }]
}

/** 附：名单 between the text and the date of signing, where 附件 is the word. */
export const attachmentLabel: EndingCheck = ({ body, signed }) => {
  const end = signed === undefined ? -1 : body.indexOf(signed)
  return body.slice(Math.max(0, end - LINES), Math.max(0, end)).flatMap((segment) => {
    const label = /^\s*附(?=\s?[：:]\s*\S)/.exec(segment.text)
    if (label === null) return []
    const at = label[0].length
    return [{ segment, span: { start: at - 1, end: at }, right: ['附件'] }]
  })
}

/** Attachments are listed so many lines above the date at most. */
const LINES = 12
