import Type, { type TSchema } from 'typebox'
import type { Allowance, GapExample, HitExample, IsoDate, MissExample, Safety, Scope, Severity } from '../types.ts'

/**
 * The shape of a topic file, as JSON Schema: it validates on load and completes in editors.
 * What a schema cannot say (duplicate ids, unknown sources) is in validate.ts.
 */

const closed = { additionalProperties: false }
const text = (description: string) => Type.String({ minLength: 1, description })
const choice = (names: readonly string[], description: string) => Type.Enum([...names], { description })
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: '日期 YYYY-MM-DD，须加引号' })
const identifier = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', description: '短横线连接的小写英文，不再改动' })

const allScopes: readonly Scope[] = ['prose', 'heading', 'cell', 'title', 'attribute', 'metadata', 'link', 'hidden']
const reasons = ['date', 'scope', 'allowed', 'mention', 'directive', 'covered', 'word', 'config', 'no-match']

const phrases = (description: string) =>
  Type.Union([Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })], {
    description,
  })

const allowance = Type.Union([
  choice(['quotation', 'book-title', 'document-number', 'history'], '成类的正当语境'),
  Type.Object({ before: phrases('紧接在前的文字') }, closed),
  Type.Object({ after: phrases('紧接在后的文字') }, closed),
  Type.Object({ within: phrases('包含它的更长的正确说法') }, closed),
  Type.Object({ sentence: phrases('同句中出现的文字') }, closed),
])

const example = {
  text: text('例句，须自拟'),
  date: Type.Optional(Type.Union([day, Type.Literal('unknown')])),
  format: Type.Optional(choice(['plain', 'markdown', 'html'], '例句的格式，默认 plain')),
}
const hit = Type.Object({ ...example, fixed: Type.Optional(text('按第一条建议改后的全文')) }, closed)
const miss = Type.Object({ ...example, because: choice(reasons, '不报的理由') }, closed)
const gap = Type.Object({ ...example, because: text('为何放过') }, closed)

const rule = Type.Object(
  {
    id: identifier,
    detect: Type.Optional(text('检测方式，默认 phrase')),
    with: Type.Optional(Type.Object({}, { additionalProperties: true, description: '检测方式的参数' })),
    wrong: Type.Optional(Type.Array(Type.String({ minLength: 2 }), { minItems: 1, description: '错误写法' })),
    right: Type.Optional(Type.Array(Type.String(), { description: '正确写法，最合适的在前' })),
    message: text('错在哪里'),
    why: text('为什么错'),
    severity: choice(['error', 'warning', 'info'], '严重程度'),
    fix: Type.Optional(choice(['safe', 'suggested', 'none'], '能否代改，默认 suggested')),
    valid: Type.Optional(
      Type.Object(
        { from: Type.Optional(day), until: Type.Optional(day) },
        { ...closed, description: '适用期间，from 含、until 不含' },
      ),
    ),
    scopes: Type.Optional(Type.Array(choice(allScopes, '适用的位置'), { minItems: 1 })),
    allow: Type.Optional(Type.Array(allowance, { minItems: 1, description: '正当的用法' })),
    'whole-word': Type.Optional(Type.Boolean({ description: '切断词语的匹配不算' })),
    sources: Type.Array(
      Type.Object({ source: text('sources.yaml 中的编号'), at: Type.Optional(text('条款或页码')) }, closed),
      {
        minItems: 1,
        description: '依据',
      },
    ),
    status: Type.Optional(choice(['stable', 'trial'], 'trial 只作提示')),
    examples: Type.Object(
      {
        hit: Type.Array(hit, { minItems: 1, description: '必须报出的句子' }),
        miss: Type.Array(miss, { minItems: 1, description: '必须不报的句子及理由' }),
        gap: Type.Optional(Type.Array(gap, { description: '已知而放过的漏报' })),
      },
      closed,
    ),
  },
  closed,
)

/** A topic file: `rules/<field>/<topic>.yaml`. */
export const topicSchema: TSchema = Type.Object(
  { topic: text('路径，不含 .yaml'), title: text('主题名称'), rules: Type.Array(rule, { minItems: 1 }) },
  { ...closed, title: 'kanwu topic' },
)

/** `rules/sources.yaml`. */
export const sourcesSchema: TSchema = Type.Array(
  Type.Object(
    {
      id: identifier,
      title: text('标题'),
      issuer: text('发布机关'),
      date: Type.Optional(day),
      url: Type.Optional(Type.String({ pattern: '^https?://' })),
    },
    closed,
  ),
  { title: 'kanwu sources' },
)

/** An allowance as YAML has it: one phrase may stand without a list. */
export type AllowanceEntry = Extract<Allowance, string> | Readonly<Record<string, string | readonly string[]>>

/** A rule as YAML has it, once topicSchema has accepted it. */
export interface RuleEntry {
  readonly id: string
  readonly detect?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly wrong?: readonly string[]
  readonly right?: readonly string[]
  readonly message: string
  readonly why: string
  readonly severity: Severity
  readonly fix?: Safety | 'none'
  readonly valid?: { readonly from?: IsoDate; readonly until?: IsoDate }
  readonly scopes?: readonly Scope[]
  readonly allow?: readonly AllowanceEntry[]
  readonly 'whole-word'?: boolean
  readonly sources: readonly { readonly source: string; readonly at?: string }[]
  readonly status?: 'stable' | 'trial'
  readonly examples: {
    readonly hit: readonly HitExample[]
    readonly miss: readonly MissExample[]
    readonly gap?: readonly GapExample[]
  }
}

/** A topic as YAML has it, once topicSchema has accepted it. */
export interface TopicEntry {
  readonly topic: string
  readonly title: string
  readonly rules: readonly RuleEntry[]
}
