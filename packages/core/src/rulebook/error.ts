/** One thing that keeps a rulebook or a configuration from loading, at its place, with what to do. */
export interface LoadProblem {
  readonly file: string
  /** From 1; 0 when the file as a whole is meant. */
  readonly line: number
  readonly message: string
  /** What to do about it. */
  readonly hint: string
}

/** Thrown when a rulebook or a configuration does not load; `message` has a line for each problem. */
export class RulebookError extends Error {
  readonly problems: readonly LoadProblem[]

  constructor(problems: readonly LoadProblem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'RulebookError'
    this.problems = problems
  }
}

function formatProblem({ file, line, message, hint }: LoadProblem): string {
  const place = line > 0 ? `${file}:${line}` : file
  return hint === '' ? `${place}: ${message}` : `${place}: ${message}——${hint}`
}
