import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { encodeModel, formatFor, formatOfFile, trainOwnModel } from '@kanwu/core'
import { defaultModel, findFiles, readText } from '@kanwu/node'
import { readArguments } from '../arguments.ts'
import { print } from '../print.ts'
import { UsageError } from '../usage-error.ts'
import { warn } from '../warn.ts'

const HELP = `用法：kanwu model build 目录… [--output 文件]

  由本单位已发布的文稿统计字串，写成本单位语言模型（默认 kanwu.model）。
  在 kanwu.config.yaml 里写 model: kanwu.model 即与自带的模型合用：本单位常用的词不再误报。
  读 .txt、.md、.html 等文本；模型里只有字串的次数，没有原文。
`

/** Fewer characters than this say too little to be worth a file. */
const leastCharacters = 10_000

/** `kanwu model build`: counts a publisher's own archive into a model that is used beside the one that ships. */
export async function model(args: readonly string[]): Promise<number> {
  const given = readArguments(args, { output: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, HELP)
  if (given.values['help']) {
    print(HELP)
    return 0
  }
  const [action, ...paths] = given.paths
  if (action !== 'build' || paths.length === 0) throw new UsageError('要写明 build 和目录', HELP)
  const base = defaultModel()
  if (base === undefined) throw new UsageError('没有自带的语言模型，无法合用', HELP)
  const output = String(given.values['output'] ?? 'kanwu.model')
  const lines = await readArchive(paths)
  const characters = lines.reduce((sum, line) => sum + line.length, 0)
  if (characters < leastCharacters) throw new UsageError(`只读到 ${characters} 字，太少，统计没有意义`, HELP)
  const own = trainOwnModel({ title: `${paths.join('、')}（${characters} 字）`, lines }, base)
  writeFileSync(output, encodeModel(own))
  print(`${output}：${lines.length} 段，${characters} 字\n`)
  return 0
}

/** The paragraphs of every readable file, each once. */
async function readArchive(paths: readonly string[]): Promise<readonly string[]> {
  const { files, problems } = await findFiles(paths, process.cwd())
  for (const { path, message } of problems) warn(`${path}：${message}`)
  const lines = new Set<string>()
  for (const file of files) {
    const read = readText(file)
    if ('problem' in read) warn(`${file}：${read.problem}`)
    else for (const { text } of formatFor(formatOfFile(file)).extract(read.text).segments) lines.add(text)
  }
  return [...lines]
}
