import {
  type Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  StatusBarAlignment,
  window,
  workspace,
} from 'vscode'

/** The item that counts the active draft's findings; a click opens the Problems panel. */
export function showStatus(): Disposable {
  const item = window.createStatusBarItem('kanwu.status', StatusBarAlignment.Right, 90)
  item.name = 'kanwu'
  item.command = 'workbench.actions.view.problems'
  const update = (): void => {
    const uri = window.activeTextEditor?.document.uri
    const isWanted = workspace.getConfiguration('kanwu').get('statusBar', true)
    if (uri === undefined || !isWanted) {
      item.hide()
      return
    }
    const own = languages.getDiagnostics(uri).filter(({ source }) => source === 'kanwu')
    const [errors, warnings, others] = [DiagnosticSeverity.Error, DiagnosticSeverity.Warning, undefined].map(
      (severity) => count(own, severity),
    )
    item.text = own.length === 0 ? '$(check) 勘误' : `勘误 $(error) ${errors} $(warning) ${warnings}`
    item.tooltip = `kanwu：${errors} 处错误，${warnings} 处警告，${others} 处提示`
    item.show()
  }
  const listeners = [
    languages.onDidChangeDiagnostics(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeConfiguration(update),
  ]
  update()
  return Disposable.from(item, ...listeners)
}

/** Diagnostics of one severity; of those below warning when it is undefined. */
function count(diagnostics: readonly Diagnostic[], severity: DiagnosticSeverity | undefined): number {
  return diagnostics.filter((diagnostic) =>
    severity === undefined ? diagnostic.severity > DiagnosticSeverity.Warning : diagnostic.severity === severity,
  ).length
}
