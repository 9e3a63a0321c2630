import Type, { type TSchema } from 'typebox'

const closed = { additionalProperties: false }
const count = Type.Integer({ minimum: 0 })
const severity = Type.Enum(['error', 'warning', 'info'])

const point = Type.Object(
  {
    offset: Type.Integer({ minimum: 0, description: '自 0 起的 UTF-16 单元，按解码后的文字' }),
    line: Type.Integer({ minimum: 1 }),
    column: Type.Integer({ minimum: 1, description: '自 1 起的 UTF-16 单元' }),
  },
  closed,
)

const finding = Type.Object(
  {
    rule: Type.String({ pattern: '^[a-z0-9-]+/[a-z0-9-]+$' }),
    category: Type.String(),
    severity,
    message: Type.String(),
    why: Type.String(),
    text: Type.String({ description: '个人信息已遮盖，除非用了 --reveal' }),
    start: point,
    end: point,
    suggestions: Type.Array(Type.Object({ text: Type.String(), safety: Type.Enum(['safe', 'suggested']) }, closed)),
    sources: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Type.String(),
          at: Type.Optional(Type.String()),
          url: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
    fingerprint: Type.String({ pattern: '^[0-9a-f]{16}$' }),
  },
  closed,
)

const problem = Type.Object(
  {
    message: Type.String(),
    effect: Type.Enum(['note', 'partial', 'unread'], {
      description: 'note：全部检查了；partial：检查了一部分；unread：没有检查',
    }),
    start: Type.Optional(point),
    end: Type.Optional(point),
  },
  closed,
)

const file = Type.Object(
  {
    path: Type.String(),
    format: Type.String(),
    date: Type.String({ pattern: '^(\\d{4}-\\d{2}-\\d{2}|unknown)$', description: '按哪一天判断' }),
    problems: Type.Array(problem),
    findings: Type.Array(finding),
  },
  closed,
)

const milliseconds = Type.Number({ minimum: 0 })

const stats = Type.Object(
  {
    milliseconds: Type.Number({ minimum: 0, description: '自进程启动，不含输出本身' }),
    files: count,
    characters: count,
    stages: Type.Array(
      Type.Object(
        {
          stage: Type.String(),
          kind: Type.Optional(Type.String({ description: 'stage 为 match 时：检测方式' })),
          milliseconds,
          times: count,
        },
        closed,
      ),
      { description: '用时多的在前' },
    ),
    rules: Type.Array(
      Type.Object(
        {
          rule: Type.String(),
          kind: Type.Optional(Type.String()),
          matches: count,
          findings: count,
          exempted: count,
          milliseconds: Type.Optional(
            Type.Number({ minimum: 0, description: '只有逐条查找的规则才有；其余同类规则一次查找' }),
          ),
        },
        closed,
      ),
    ),
  },
  { ...closed, description: '只在 --stats 时有' },
)

/** What `kanwu check --format json` prints. */
export const reportSchema: TSchema = Type.Object(
  {
    version: Type.Literal(1),
    rules: Type.Object({ version: Type.String(), asOf: Type.String() }, closed),
    summary: Type.Object(
      { files: count, characters: count, error: count, warning: count, info: count, exempted: count },
      closed,
    ),
    files: Type.Array(file),
    stats: Type.Optional(stats),
  },
  { ...closed, title: 'kanwu report' },
)
