import { type DraftDate, type FileReport, RulebookError, type Timing } from '@kanwu/core'
import { type Draft, type FileText, type Project, type Projects, readText } from '@kanwu/node'
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

/** Files that are read into memory together. */
export const ATONCE = 32

/** Checks the files at `paths`; one that cannot be read or configured has a problem of effect `unread`. */
export async function checkFiles(
  paths: readonly string[],
  judging: Judging,
  timing?: Timing,
): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  for (let from = 0; from < paths.length; from += ATONCE) {
    const texts = paths.slice(from, from + ATONCE).map((path) => ({ path, read: readText(path, timing) }))
    outcomes.push(...(await checkTexts(texts, judging)))
  }
  return outcomes
}

/** What was read of a file. */
export interface NamedText {
  readonly path: string
  readonly read: FileText
}

/** The same of texts that were read already. */
export async function checkTexts(texts: readonly NamedText[], judging: Judging): Promise<readonly FileOutcome[]> {
  const opened = await Promise.all(texts.map((text) => open(text, judging)))
  const drafts = opened.filter(isOpen)
  const reports = new Map<OpenDraft, FileReport>()
  for (const project of new Set(drafts.map((one) => one.project))) {
    const own = drafts.filter((one) => one.project === project)
    for (const [at, report] of project.checkAll(own.map(({ draft }) => draft)).entries()) reports.set(own[at]!, report)
  }
  return opened.map((one) => {
    if (!isOpen(one)) return one
    const { path, text } = one.draft
    return { file: { path, text, report: reports.get(one)! } }
  })
}

/** A draft, and the project that it belongs to. */
interface OpenDraft {
  readonly draft: Draft
  readonly project: Project
}

function isOpen(one: OpenDraft | FileOutcome): one is OpenDraft {
  return 'draft' in one
}

async function open({ path, read }: NamedText, { projects, date }: Judging): Promise<OpenDraft | FileOutcome> {
  if ('problem' in read) return { file: unread(path, read.problem) }
  try {
    const project = await projects.forFile(path)
    return { draft: { text: read.text, path, ...(date === undefined ? {} : { date }) }, project }
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
