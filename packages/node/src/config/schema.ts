import Type, { type TSchema } from 'typebox'

/** The shape of `kanwu.config.yaml`, as JSON Schema: validates on load, completes in editors. */

const closed = { additionalProperties: false }
const list = (description: string) => Type.Array(Type.String({ minLength: 1 }), { description })

const fileSettings = {
  rules: Type.Optional(
    Type.Record(Type.String(), Type.Enum(['error', 'warning', 'info', 'off']), {
      description: '规则编号或领域 → 严重程度，off 为不查。规则编号优先于领域',
    }),
  ),
  packs: Type.Optional(
    Type.Record(Type.String(), Type.Enum(['on', 'off']), { description: '整个领域的开关，如 links: off' }),
  ),
  allow: Type.Optional(list('本单位认可的说法，出现时不报')),
  date: Type.Optional(
    Type.String({
      pattern: '^(\\d{4}-\\d{2}-\\d{2}|today|unknown|path)$',
      description: '文稿自身没有日期时按哪一天判断：YYYY-MM-DD（须加引号）、today、unknown，或 path（取路径中的日期）',
    }),
  ),
  format: Type.Optional(Type.Enum(['plain', 'markdown', 'html'], { description: '按此格式读，不看扩展名' })),
}

/** The JSON Schema of the configuration file. */
export const configSchema: TSchema = Type.Object(
  {
    ...fileSettings,
    with: Type.Optional(
      Type.Record(Type.String(), Type.Object({}, { additionalProperties: true }), {
        description: '规则编号 → 检测方式的参数，如 links/off-policy: {allow: [example.org.cn]}',
      }),
    ),
    'own-rules': Type.Optional(list('本单位规则文件（YAML），相对本文件')),
    'own-catalogs': Type.Optional(list('本单位名称表（CSV 或 YAML），相对本文件')),
    segmenter: Type.Optional(Type.Enum(['auto', 'intl'], { description: '分词：auto 优先用 nodejieba' })),
    model: Type.Optional(
      Type.String({
        minLength: 1,
        description: '本单位语言模型（kanwu model build 所写），相对本文件；off 为不用语言模型',
      }),
    ),
    overrides: Type.Optional(
      Type.Array(Type.Object({ files: list('匹配的路径，相对本文件，可用通配符'), ...fileSettings }, closed), {
        description: '按路径另行设置，后面的优先',
      }),
    ),
  },
  { ...closed, title: 'kanwu.config.yaml' },
)

/** Settings that may differ from file to file. */
export interface FileSettings {
  readonly rules?: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>
  readonly packs?: Readonly<Record<string, 'on' | 'off'>>
  readonly allow?: readonly string[]
  readonly date?: string
  readonly format?: string
}

/** A configuration file, once the schema has accepted it. */
export interface Config extends FileSettings {
  readonly with?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly 'own-rules'?: readonly string[]
  readonly 'own-catalogs'?: readonly string[]
  readonly segmenter?: 'auto' | 'intl'
  /** A publisher's own language model, or `off`. */
  readonly model?: string
  readonly overrides?: readonly (FileSettings & { readonly files: readonly string[] })[]
}
