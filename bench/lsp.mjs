// How long an editor waits: from didChange to diagnostics, over stdio, with the full rulebook; and the start.
// `node bench/lsp.mjs [--json | --print]`: --json keeps the results in bench/lsp.results.json and measures autocorrect's
// server beside ours (bench/peers, or the program named by AUTOCORRECT_LSP); --print writes ours to stdout (for
// `pnpm bench --only lsp`). The draft is made of own sentences.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const AUTOCORRECT = new URL('peers/node_modules/autocorrect-node/cli.js', import.meta.url).pathname
const isAlone = process.argv.includes('--print')

const SERVERS = {
  kanwu: {
    command: process.execPath,
    args: [new URL('../packages/lsp/bin/kanwu-lsp.cjs', import.meta.url).pathname, '--stdio'],
  },
  ...(isAlone ? {} : autocorrect()),
}

/** autocorrect-node's bin has the same server as autocorrect's own program. */
function autocorrect() {
  if (process.env.AUTOCORRECT_LSP) return { autocorrect: { command: process.env.AUTOCORRECT_LSP, args: ['server'] } }
  if (existsSync(AUTOCORRECT)) return { autocorrect: { command: process.execPath, args: [AUTOCORRECT, 'server'] } }
  console.error('autocorrect is not measured: no bench/peers/node_modules (pnpm bench installs it), no AUTOCORRECT_LSP')
  return {}
}

const SIZES = [35_000, 350_000]
const LANGUAGES = ['markdown', 'plaintext', 'html']
const CHANGES = Number(process.env.KANWU_BENCH_CHANGES ?? 60)

const SENTENCES = [
  '全镇今年共修建乡村道路12公里，惠及8个村的群众。',
  '会议听取了各部门上半年工作的情况汇报，研究了下一步安排。',
  '申请人可以在收到本决定之日起六十日内提出复议。',
  '根据《中华人民共和国政府信息公开条例》第三十六条的规定，现答复如下。',
  '图书馆周末延长开放两小时，读者反映良好。',
  '水务部门抽检了20处水源，合格率为98.5%，比去年提高1.2个百分点。',
  '各单位要压实责任，确保汛期安全，发现险情立即上报。',
  '项目于2024年3月开工，计划投资3000万元。',
]
const FAULTS = ['会议传达了习总书记的重要讲话。', '有问题请联系13800000000。', '国家工商总局有关负责人出席。']

/** A draft of so many UTF-16 units; every twentieth sentence has a fault. */
function draftOf(size, language) {
  const paragraphs = []
  for (let length = 0, count = 0; length < size; count++) {
    const parts = Array.from({ length: 4 }, (_, i) => {
      const at = count * 4 + i
      return at % 20 === 19
        ? FAULTS[((at / 20) % FAULTS.length) | 0]
        : `${SENTENCES[(at * 5 + count) % SENTENCES.length]}`
    })
    const text = `${count % 15 === 0 ? `第${count}批情况：` : ''}${parts.join('')}`
    paragraphs.push(language === 'html' ? `<p>${text}</p>` : text)
    length += paragraphs.at(-1).length + (language === 'markdown' ? 2 : 1)
  }
  return paragraphs.join(language === 'markdown' ? '\n\n' : '\n').slice(0, size)
}

class Client {
  #buffer = Buffer.alloc(0)
  #waiting = []
  constructor({ command, args }, cwd) {
    this.process = spawn(command, args, { cwd, stdio: ['pipe', 'pipe', 'inherit'] })
    this.process.stdout.on('data', (bytes) => this.#take(bytes))
  }
  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    this.process.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]))
  }
  next(passes) {
    return new Promise((resolve) => this.#waiting.push({ passes, resolve }))
  }
  #take(bytes) {
    this.#buffer = Buffer.concat([this.#buffer, bytes])
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, head))[1])
      if (this.#buffer.length < head + 4 + length) return
      const message = JSON.parse(this.#buffer.subarray(head + 4, head + 4 + length))
      this.#buffer = this.#buffer.subarray(head + 4 + length)
      if (message.id !== undefined && message.method) this.send({ id: message.id, result: null })
      const index = this.#waiting.findIndex(({ passes }) => passes(message))
      if (index >= 0) this.#waiting.splice(index, 1)[0].resolve(message)
    }
  }
}

const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]
const rounded = (value) => Math.round(value * 10) / 10

async function start(server, cwd) {
  const from = performance.now()
  const client = new Client(server, cwd)
  const answered = client.next(({ id, method }) => id === 1 && method === undefined)
  const uri = pathToFileURL(cwd).href
  client.send({ id: 1, method: 'initialize', params: { processId: null, rootUri: uri, capabilities: {} } })
  const { result } = await answered
  const initialize = performance.now() - from
  client.send({ method: 'initialized', params: {} })
  const sync = result.capabilities.textDocumentSync
  return { client, initialize, isIncremental: (sync?.change ?? sync) === 2 }
}

/** A server that does not say which version its diagnostics are of may tell more of them: the last counts. */
const SETTLED = 250

/** When the diagnostics of that version came, and what they are. */
async function told(client, uri, version) {
  const isOurs = ({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uri
  let come = { params: (await client.next(isOurs)).params, at: performance.now() }
  while (come.params.version !== version) {
    const next = client.next(isOurs).then(({ params }) => ({ params, at: performance.now() }))
    const quiet = new Promise((resolve) => setTimeout(resolve, SETTLED))
    const later = await Promise.race([next, quiet])
    if (later === undefined) return come
    come = later
  }
  return come
}

/** Milliseconds from each edit, at places spread over the draft, to the diagnostics that follow it. */
async function measure(server, { size, language }) {
  const cwd = mkdtempSync(join(tmpdir(), 'kanwu-bench-'))
  const ending = { markdown: 'md', plaintext: 'txt', html: 'html' }[language]
  const text = draftOf(size, language)
  const uri = pathToFileURL(join(cwd, `draft.${ending}`)).href
  writeFileSync(join(cwd, `draft.${ending}`), text)
  const { client, initialize, isIncremental } = await start(server, cwd)
  const opened = performance.now()
  client.send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: language, version: 1, text } },
  })
  const { params, at } = await told(client, uri, 1)
  const open = at - opened
  const lines = text.split('\n')
  const times = []
  const own = []
  const cpuBefore = cpuOf(client.process.pid)
  for (let change = 0; change < CHANGES; change++) {
    const line = Math.floor((lines.length * ((change * 37) % 101)) / 101)
    const place = { line, character: Math.min(lines[line].length, 3) }
    const word = change % 2 === 0 ? '改' : '了'
    lines[line] = `${lines[line].slice(0, place.character)}${word}${lines[line].slice(place.character)}`
    const contentChanges = [
      isIncremental ? { range: { start: place, end: place }, text: word } : { text: lines.join('\n') },
    ]
    const version = change + 2
    const ownBefore = mainThreadOf(client.process.pid)
    const from = performance.now()
    client.send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges } })
    times.push((await told(client, uri, version)).at - from)
    own.push(mainThreadOf(client.process.pid) - ownBefore)
  }
  const cpu = (cpuOf(client.process.pid) - cpuBefore) / CHANGES
  client.process.kill()
  return {
    size,
    language,
    diagnostics: params.diagnostics.length,
    initialize: rounded(initialize),
    open: rounded(open),
    p50: rounded(quantile(times, 0.5)),
    p95: rounded(quantile(times, 0.95)),
    max: rounded(Math.max(...times)),
    // What the server's main thread itself worked for an edit: what is waited for when nobody else wants the processor.
    own50: rounded(quantile(own, 0.5)),
    own95: rounded(quantile(own, 0.95)),
    // All threads, the compiler's and the collector's among them, on average.
    cpu: rounded(cpu),
  }
}

/** Milliseconds of processor time that a process has used; counted in hundredths of a second. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Milliseconds that the main thread of a process has been on a processor. */
function mainThreadOf(pid) {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

const results = []
for (const size of SIZES) {
  for (const language of LANGUAGES) {
    for (const [name, server] of Object.entries(SERVERS)) {
      const result = { name, ...(await measure(server, { size, language })) }
      const ours = results.findLast((one) => one.name === 'kanwu')
      if (name !== 'kanwu') {
        // Its work is done by other threads than the main one.
        result.own50 = result.own95 = undefined
        result.ratio = Math.round((ours.cpu / result.cpu) * 100) / 100
      }
      console.error(JSON.stringify(result))
      results.push(result)
    }
  }
}
const report = { node: process.version, cpus: cpus().length, load: loadavg().map(rounded), changes: CHANGES, results }
if (process.argv.includes('--json'))
  writeFileSync(new URL('lsp.results.json', import.meta.url), `${JSON.stringify(report, undefined, 2)}\n`)
if (process.argv.includes('--print')) console.log(JSON.stringify(report))
else console.table(results)
