import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Json } from '../lsp/client.ts'
import { EXTENSION, packedExtension } from './extension.ts'

const read = (name: string): Record<string, Json> => JSON.parse(readFileSync(join(EXTENSION, name), 'utf8'))
const manifest = read('package.json')

describe('the manifest', () => {
  const settings: Record<string, { markdownDescription: string }> = manifest['contributes'].configuration.properties

  test('has fifteen settings at most', () => {
    expect(Object.keys(settings).length).toBeLessThanOrEqual(15)
  })

  test('is explained in Chinese and in English, key by key', () => {
    const keys = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, key]) => key!)
    const english = read('package.nls.json')
    const chinese = read('package.nls.zh-cn.json')
    expect(new Set(keys)).toEqual(new Set(Object.keys(english)))
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort())
    for (const key of keys) {
      expect(english[key], key).toMatch(/^[^\u4e00-\u9fff]+(?:\(勘误\))?$/)
      expect(chinese[key], key).toMatch(/[\u4e00-\u9fff]/)
    }
    for (const [name, { markdownDescription }] of Object.entries(settings))
      expect(markdownDescription, name).toMatch(/^%.*%$/)
  })

  test('changes no setting of the editor', () => {
    expect(manifest['contributes'].configurationDefaults).toBeUndefined()
  })
})

describe('the package', () => {
  const names = entriesOf(readFileSync(packedExtension()))

  test('holds the extension and nothing else', () => {
    const expected = [
      'CHANGELOG.md',
      'LICENSE.txt',
      'README.md',
      'dist/default.model',
      'dist/extension.js',
      'dist/kanwu.config.schema.json',
      'dist/rulebook.bin',
      'dist/server.js',
      'dist/web/extension.js',
      'dist/web/server.js',
      'media/icon.png',
      'package.json',
      'package.nls.json',
      'package.nls.zh-cn.json',
    ]
    const inside = names.filter((name) => name.startsWith('extension/')).map((name) => name.slice('extension/'.length))
    const known = (name: string): boolean => /^(?:dist\/rules\/[\w-]+\.md|media\/[\w-]+\.png)$/.test(name)
    const lower = (list: string[]): string[] => list.map((name) => name.toLowerCase()).sort()
    expect(lower(inside.filter((name) => !known(name)))).toEqual(lower(expected.filter((name) => !known(name))))
  })

  test('is for every platform: no native module, no target', () => {
    expect(names.filter((name) => name.endsWith('.node') || name.includes('node_modules'))).toEqual([])
    expect(readFileSync(packedExtension()).toString('latin1')).not.toContain('TargetPlatform')
  })
})

/** The names in a zip file's central directory. */
function entriesOf(zip: Buffer): string[] {
  const names: string[] = []
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    names.push(zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString('utf8'))
  }
  return names
}
