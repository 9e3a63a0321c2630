import type { TSchema } from 'typebox'
import Value from 'typebox/value'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { LoadProblem } from './error.ts'

/** A text file as hosts hand it to core: `path` names it in messages. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** A YAML file that fits its schema, with a way back from a path in the data to its line. */
export interface YamlFile<Data> {
  readonly data: Data | undefined
  readonly problems: readonly LoadProblem[]
  /** The line (from 1) where the value at `path` begins, or its nearest parent's. */
  lineOf(path: readonly (string | number)[]): number
}

/** Parses YAML and holds it against a JSON Schema; never throws. */
export function readYaml<Data>(file: TextFile, schema: TSchema): YamlFile<Data> {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false })
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const syntax = document.errors.map((error) => ({
    file: file.path,
    line: lines.linePos(error.pos[0]).line,
    message: `YAML 语法错误：${error.message}`,
    hint: '检查缩进、引号和冒号后的空格',
  }))
  if (syntax.length > 0) return { data: undefined, problems: syntax, lineOf }

  const data: unknown = document.toJS()
  const problems = schemaProblems(schema, data).map(({ path, message, hint }) => ({
    file: file.path,
    line: lineOf(path),
    message,
    hint,
  }))
  return { data: problems.length === 0 ? (data as Data) : undefined, problems, lineOf }
}

interface SchemaProblem {
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly hint: string
}

function schemaProblems(schema: TSchema, data: unknown): SchemaProblem[] {
  const errors = Value.Errors(schema, data).filter(({ keyword }) => keyword !== 'boolean')
  const deepest = new Map<string, SchemaProblem>()
  for (const error of errors) {
    const path = error.instancePath.split('/').slice(1).map(unescapePointer)
    const key = path.join('/')
    if (!deepest.has(key)) deepest.set(key, describe(path, error))
  }
  const keys = [...deepest.keys()]
  return [...deepest]
    .filter(([key]) => !keys.some((other) => other.startsWith(`${key}/`)))
    .map(([, problem]) => problem)
}

function describe(path: (string | number)[], error: ReturnType<typeof Value.Errors>[number]): SchemaProblem {
  const name = path.length === 0 ? '文件' : path.join('.')
  switch (error.keyword) {
    case 'required':
      return { path, message: `${name} 缺少 ${error.params.requiredProperties.join('、')}`, hint: '补上这一项' }
    case 'additionalProperties': {
      const unknown = error.params.additionalProperties
      return {
        path: [...path, unknown[0] ?? ''],
        message: `${name} 中不认识的键：${unknown.join('、')}`,
        hint: '检查拼写，或查看 JSON Schema',
      }
    }
    case 'enum':
      return { path, message: `${name} 的值不在可选范围`, hint: `可选：${error.params.allowedValues.join('、')}` }
    case 'minItems':
      return { path, message: `${name} 不能为空`, hint: '至少写一项' }
    case 'pattern':
      return { path, message: `${name} 的写法不对`, hint: `应符合 ${error.params.pattern}` }
    case 'type':
      return { path, message: `${name} 的类型不对`, hint: `应为 ${String(error.params.type)}` }
    default:
      return { path, message: `${name} 不合要求：${error.message}`, hint: '查看 JSON Schema' }
  }
}

function unescapePointer(part: string): string | number {
  if (/^\d+$/.test(part)) return Number(part)
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}
