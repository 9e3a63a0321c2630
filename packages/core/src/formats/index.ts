import { verbatim } from '../text/offset-map.ts'
import type { Format, Segment } from '../types.ts'

const plain: Format = {
  name: 'plain',
  extensions: ['txt', 'md', 'html'],
  extract(text) {
    const segments: Segment[] = []
    for (const m of text.matchAll(/[^\n]+/g)) {
      const v = verbatim(m[0], m.index)
      segments.push({ index: segments.length, scope: 'prose', ...v })
    }
    return { segments, links: [], directives: [], problems: [] }
  },
}
export const formats: readonly Format[] = [plain]
export function formatFor(_name: string): Format {
  return plain
}
export function formatOfFile(_name: string): string {
  return 'plain'
}
