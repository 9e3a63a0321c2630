/** As much of node:path as settings need, for a browser: POSIX paths from the root. */
export const sep: string = '/'

/** The absolute path, without `.` and `..`. */
export function resolve(...parts: readonly string[]): string {
  const kept: string[] = []
  for (const part of parts.join('/').split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  }
  return `/${kept.join('/')}`
}

/** The way from one folder to a path. */
export function relative(from: string, to: string): string {
  const base = resolve(from).split('/').filter(Boolean)
  const target = resolve(to).split('/').filter(Boolean)
  const common = base.findIndex((part, index) => part !== target[index])
  const shared = common < 0 ? base.length : common
  return [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/')
}
