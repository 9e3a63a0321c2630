import type { IsoDate } from '../types.ts'

const DAY = /^\s*(\d{4})(?:\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})|(\d{2})(\d{2}))(?!\d)/

/** The day that `2024-07-04T09:00`, `2024/7/4`, `2024年7月4日` or `20240704` begins with; nothing for days that never were. */
export function calendarDay(value: string): IsoDate | undefined {
  const parts = DAY.exec(value.slice(0, 40))
  if (parts === null) return undefined
  const year = Number(parts[1])
  const month = Number(parts[2] ?? parts[4])
  const day = Number(parts[3] ?? parts[5])
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return `${parts[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days of a month (1–12) by the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
