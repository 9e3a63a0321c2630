import { type AskSettings, askLinks } from '@kanwu/node/links'
import type { Arguments } from '../arguments.ts'
import type { CheckedFile } from '../reporters/reporter.ts'
import { projectsOf } from './inputs.ts'

/**
 * Asks the network about the links of checked files and checks these anew with what it said. Only texts: a binary
 * document keeps its report.
 */
export async function withLinkAnswers(files: readonly CheckedFile[], given: Arguments): Promise<CheckedFile[]> {
  const links = files.flatMap(({ report }) => report.links ?? [])
  const { answers, problems } = await askLinks(links, settingsOf(given))
  const projects = projectsOf(given)
  const date = given.values['date']
  const recheck = async (file: CheckedFile): Promise<CheckedFile> => {
    const { path, text, report } = file
    if (text === '' || !(report.links ?? []).some((link) => answers[link] !== undefined)) return file
    const project = await projects.forFile(path)
    return { ...file, report: project.check({ text, path, answers, ...(typeof date === 'string' ? { date } : {}) }) }
  }
  const checked = await Promise.all(files.map(recheck))
  return checked.map((file) => {
    const hasLinks = (file.report.links ?? []).length > 0
    const told = hasLinks ? [...file.report.problems, ...problems] : file.report.problems
    return { ...file, report: { ...file.report, problems: told } }
  })
}

function settingsOf({ values }: Arguments): AskSettings {
  return values['check-private-links'] === true ? { guard: () => true } : {}
}
