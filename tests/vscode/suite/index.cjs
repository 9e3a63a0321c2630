// Runs inside VS Code's extension host: the extension's commands and settings through the public API.
const assert = require('node:assert/strict')
const vscode = require('vscode')

const until = async (what, ask) => {
  let last
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== false) return answer
    } catch (error) {
      last = error
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${what} did not come about: ${last}`)
}

const open = async (name) => {
  const [uri] = await until(`${name} in the workspace`, async () => {
    const found = await vscode.workspace.findFiles(name).then(
      (all) => all,
      () => [],
    )
    const [folder] = vscode.workspace.workspaceFolders
    return found.length > 0 ? found : [vscode.Uri.joinPath(folder.uri, name)]
  })
  const document = await vscode.workspace.openTextDocument(uri)
  await vscode.window.showTextDocument(document)
  return document
}

const findings = (uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'kanwu')
const some = (uri, count) => until(`${count} findings`, () => findings(uri).length === count && findings(uri))

const tests = {
  async 'the extension starts and brings its commands'() {
    const extension = vscode.extensions.getExtension('kanwu.kanwu')
    assert.ok(extension)
    await extension.activate()
    const commands = await vscode.commands.getCommands(true)
    for (const { command } of extension.packageJSON.contributes.commands) assert.ok(commands.includes(command), command)
  },

  async 'diagnostics carry rule, page and place'() {
    const { uri } = await open('draft.md')
    const [first] = await some(uri, 2)
    assert.equal(first.code.value, 'leaders/general-secretary-truncated')
    assert.match(first.code.target.toString(), /leaders\.md/)
    assert.deepEqual([first.range.start.line, first.range.start.character], [2, 7])
  },

  async 'the hover explains'() {
    const { uri } = await open('draft.md')
    const [first] = await some(uri, 2)
    const hovers = await until('a hover', async () => {
      const found = await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, first.range.start)
      return found.length > 0 && found
    })
    assert.match(hovers[0].contents.map(({ value }) => value).join(''), /依据：/)
  },

  async 'the quick fix is right, and undo brings the text back'() {
    const document = await open('draft.md')
    const before = document.getText()
    const [first] = await some(document.uri, 2)
    const fix = await until('the quick fix', async () => {
      const actions = await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        document.uri,
        first.range,
      )
      return actions.find(({ title }) => title === '改为“习近平总书记”')
    })
    assert.ok(await vscode.workspace.applyEdit(fix.edit))
    assert.equal(document.getText(), before.replace('习总书记', '习近平总书记'))
    await some(document.uri, 1)
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
  },

  async 'ignoring asks for the reason'() {
    const document = await open('draft.md')
    const [first] = await some(document.uri, 2)
    const ignore = await until('the action', async () => {
      const actions = await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        document.uri,
        first.range,
      )
      return actions.find(({ title }) => title.startsWith('在此处忽略'))
    })
    await vscode.workspace.applyEdit(ignore.edit)
    await vscode.commands.executeCommand(ignore.command.command, ...ignore.command.arguments)
    assert.equal(document.getText(vscode.window.activeTextEditor.selection), '请写明理由')
    await some(document.uri, 1)
    await vscode.commands.executeCommand('workbench.action.files.revert')
  },

  async 'all personal data is masked by one command'() {
    const document = await open('names.md')
    await some(document.uri, 2)
    await vscode.commands.executeCommand('kanwu.maskPersonalData')
    assert.equal(document.getText(), '帮扶对象孙长顺，138****0000。\n\n联系吴有田，139****0000。\n')
    await vscode.commands.executeCommand('workbench.action.files.revert')
  },

  async 'the workspace is checked, closed drafts too'() {
    await vscode.commands.executeCommand('kanwu.checkWorkspace')
    const [folder] = vscode.workspace.workspaceFolders
    await some(vscode.Uri.joinPath(folder.uri, 'closed.txt'), 1)
  },

  async 'the setting of severity holds at once'() {
    const { uri } = await open('draft.md')
    await some(uri, 2)
    const kanwu = vscode.workspace.getConfiguration('kanwu')
    const config = vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, 'kanwu.config.yaml')
    await vscode.workspace.fs.writeFile(config, Buffer.from('rules:\n  leaders: warning\n'))
    await until('warnings', () => findings(uri).length === 2 && findings(uri).every(({ severity }) => severity === 1))
    await kanwu.update('severity', 'error', vscode.ConfigurationTarget.Global)
    await some(uri, 0)
    await kanwu.update('severity', undefined, vscode.ConfigurationTarget.Global)
    await vscode.workspace.fs.delete(config)
    await until('errors', () => findings(uri).length === 2 && findings(uri).every(({ severity }) => severity === 0))
  },

  async 'format on save is left as the user has it'() {
    assert.equal(vscode.workspace.getConfiguration('editor').inspect('formatOnSave').defaultLanguageValue, undefined)
    assert.deepEqual(vscode.workspace.getConfiguration('editor').get('codeActionsOnSave'), {})
  },
}

exports.run = async () => {
  const failed = []
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test()
      console.log(`ok ${name}`)
    } catch (error) {
      failed.push(`${name}: ${error.stack}`)
      console.log(`not ok ${name}: ${error.stack}`)
    }
  }
  if (failed.length > 0) throw new Error(failed.join('\n'))
}
