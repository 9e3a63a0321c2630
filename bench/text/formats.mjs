// One draft of prose.mjs in each format that the cases check.

/** Writers of a draft's blocks, by format; `file` gives peers the ending that they go by. */
export const formats = {
  plain: { file: 'draft.txt', write: (blocks) => blocks.map(plainBlock).join('\n') },
  markdown: { file: 'draft.md', write: (blocks) => blocks.map(markdownBlock).join('\n\n') },
  html: { file: 'draft.html', write: htmlPage },
}

function plainBlock({ heading, table, paragraph }) {
  if (table !== undefined) return table.map((row) => row.join('\t')).join('\n')
  return heading ?? paragraph
}

function markdownBlock({ heading, table, paragraph }, at) {
  if (heading !== undefined) return `${at === 0 ? '#' : '##'} ${heading}`
  if (table !== undefined) {
    const [head, ...rows] = table.map((row) => `| ${row.join(' | ')} |`)
    return [head, '| --- | --- | --- |', ...rows].join('\n')
  }
  if (at % 5 === 1) return paragraph.replace(/^[^，。]{2,12}/, '**$&**')
  if (at % 5 === 3) return sentences(paragraph, '- ').join('\n')
  return at % 11 === 4 ? `${paragraph}详见[通知全文](https://www.example.gov.cn/zwgk/${at}.html)。` : paragraph
}

function htmlPage(blocks) {
  const body = blocks.map(htmlBlock).join('\n')
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${blocks[0].heading}</title><style>p { text-indent: 2em }</style></head>
<body>
<nav><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul></nav>
<article class="content">
${body}
</article>
<footer><p>主办单位：清溪县人民政府办公室</p></footer>
</body>
</html>
`
}

function htmlBlock({ heading, table, paragraph }, at) {
  if (heading !== undefined) return at === 0 ? `<h1>${heading}</h1>` : `<h2>${heading}</h2>`
  if (table !== undefined) {
    const rows = table.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    return `<table>\n${rows.join('\n')}\n</table>`
  }
  if (at % 5 === 3) return `<ul>\n${sentences(paragraph, '<li>').join('</li>\n')}</li>\n</ul>`
  return `<p style="line-height: 1.75">&nbsp;&nbsp;<span>${paragraph}</span></p>`
}

function sentences(paragraph, lead) {
  return paragraph
    .split(/(?<=[。])(?!”)/)
    .filter((part) => part !== '')
    .map((part) => lead + part)
}
