import { type DraftDate, type FileReport, RulebookError, type Timing } from '@kanwu/core'
import { type FileText, type Projects, readText } from '@kanwu/node'
import type { CheckedFile } from '../reporters/reporter.ts'

/** By what drafts are judged. */
export interface Judging {
  readonly projects: Projects
  /** The day that the command line asks for. */
  readonly date: DraftDate | undefined
}

/** A file as it was checked, and what to say of its configuration when that does not load. */
export interface FileOutcome {
  readonly file: CheckedFile
  readonly trouble?: string
}

/** Checks the file at `path`; one that cannot be read or configured has a problem of effect `unread`. */
export function checkFile(path: string, judging: Judging, timing?: Timing): Promise<FileOutcome> {
  return checkText(path, readText(path, timing), judging)
}

/** The same of a text that was read already. */
export async function checkText(path: string, read: FileText, { projects, date }: Judging): Promise<FileOutcome> {
  if ('problem' in read) return { file: unread(path, read.problem) }
  try {
    const project = await projects.forFile(path)
    const report = project.check({ text: read.text, path, ...(date === undefined ? {} : { date }) })
    return { file: { path, text: read.text, report } }
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error
    return { file: unread(path, '未检查：配置或规则有误'), trouble: error.message }
  }
}

/** A file that was not checked, and why. */
export function unread(path: string, message: string): CheckedFile {
  const report: FileReport = {
    uri: path,
    format: 'unknown',
    date: 'unknown',
    characters: 0,
    problems: [{ message, effect: 'unread' }],
    findings: [],
    exempted: [],
  }
  return { path, text: '', report }
}
