import { rename, stat, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { applyEdits, chooseEdits, maskAll, type Safety } from '@kanwu/core'
import { readText } from '@kanwu/node'
import { choose, type OptionTable, readArguments } from '../arguments.ts'
import { EXIT } from '../exit-code.ts'
import { encode } from '../files/encode.ts'
import { checkInputs, INPUT_HELP, INPUT_OPTIONS } from '../files/inputs.ts'
import { JOBS_HELP, JOBS_OPTION } from '../files/jobs.ts'
import { print } from '../print.ts'
import { maskText } from '../reporters/mask.ts'
import type { CheckedFile } from '../reporters/reporter.ts'
import { isRead } from '../reporters/summary.ts'
import { warn } from '../warn.ts'

const HELP = `用法：kanwu fix [路径|通配符]…

${INPUT_HELP}
${JOBS_HELP}
  --safety safe|suggested    改到哪一步：safe 只改有十足把握的（默认），suggested 连建议也改
  --dry-run                  只显示将要怎样改，不写文件
  --reveal                   显示个人信息的原文（默认遮盖）
`

const OPTIONS: OptionTable = {
  ...INPUT_OPTIONS,
  ...JOBS_OPTION,
  safety: { type: 'string' },
  'dry-run': { type: 'boolean' },
  reveal: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
}

/** `kanwu fix`: applies suggestions in place; the encoding, the BOM and the line ends stay. */
export async function fix(args: readonly string[]): Promise<number> {
  const given = readArguments(args, OPTIONS, HELP)
  if (given.values['help']) {
    print(HELP)
    return EXIT.clean
  }
  const safety = choose<Safety>(given, 'safety', { choices: ['safe', 'suggested'], otherwise: 'safe', help: HELP })
  const { files } = await checkInputs(given, HELP)
  const display = given.values['reveal'] === true ? revealed : masked
  let failed = false
  for (const file of files) {
    if (!isRead(file)) {
      warn(`${file.path}: ${file.report.problems.map(({ message }) => message).join('；')}`)
      failed = true
      continue
    }
    const edits = chooseEdits(file.report.findings, safety)
    if (edits.length === 0) continue
    if (given.values['dry-run']) print(diff(file, edits, display(file)))
    else failed = !(await save(file.path, applyEdits(file.text, edits), edits.length)) || failed
  }
  return failed ? EXIT.failed : EXIT.clean
}

/** Writes beside the file and renames, so that a crash leaves the old text or the new, never half. */
async function save(path: string, text: string, count: number): Promise<boolean> {
  const before = readText(path)
  if ('problem' in before) return false
  const bytes = encode(text, before)
  if (bytes === undefined) {
    warn(`${path}: 改后的文字不能用原编码 ${before.encoding} 保存，未改动`)
    return false
  }
  const draft = `${path}.kanwu-${process.pid}`
  const { mode } = await stat(path)
  await writeFile(draft, bytes, { mode })
  await rename(draft, path)
  print(`${path}: 改正 ${count} 处\n`)
  return true
}

/** How a file may be seen: its text, and whatever is made of it. */
interface Display {
  readonly source: string
  show(text: string): string
}

function revealed({ text }: CheckedFile): Display {
  return { source: text, show: (made) => made }
}

function masked({ text, report }: CheckedFile): Display {
  return { source: maskText(text, report), show: maskAll }
}

/** The changed lines, as `-` and `+`. */
function diff({ path, text }: CheckedFile, edits: ReturnType<typeof chooseEdits>, { source, show }: Display): string {
  const [before, after, old, now] = [text, applyEdits(text, edits), source, show(applyEdits(source, edits))].map(
    (whole) => whole.split('\n'),
  ) as [string[], string[], string[], string[]]
  const changed = before.flatMap((line, index) =>
    line === after[index] ? [] : [`@@ ${index + 1} @@\n-${old[index]}\n+${now[index]}\n`],
  )
  return `--- ${path}\n+++ ${path}\n${changed.join('')}`
}
