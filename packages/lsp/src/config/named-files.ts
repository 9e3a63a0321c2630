import { parseDocument } from 'yaml'
import { isRecord } from '../settings.ts'

/** The files that a configuration's text names, as it writes them: own rules, own names, an own model; never throws. */
export function namedFiles(text: string): string[] {
  const document = parseDocument(text)
  const config: unknown = document.errors.length > 0 ? undefined : document.toJS()
  if (!isRecord(config)) return []
  const model = config['model'] === 'off' ? [] : [config['model']]
  return [config['own-rules'], config['own-catalogs'], model]
    .flatMap((list): readonly unknown[] => (Array.isArray(list) ? list : []))
    .filter((name): name is string => typeof name === 'string' && name !== '')
}
