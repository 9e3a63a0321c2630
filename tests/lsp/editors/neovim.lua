-- Run inside `nvim --headless`: opens a draft, waits for diagnostics, applies the quick fix, saves, and prints what
-- happened as one line of JSON. Written for Neovim 0.7, the oldest that is tested.
local server = vim.env.KANWU_LSP_COMMAND
local finish = function(result)
  io.stdout:write(vim.json.encode(result) .. '\n')
  vim.cmd('qall!')
end

local client_id = vim.lsp.start_client({
  name = 'kanwu',
  cmd = { vim.env.KANWU_NODE, server, '--stdio' },
  root_dir = vim.fn.getcwd(),
  get_language_id = function() return 'markdown' end,
})
vim.lsp.buf_attach_client(0, client_id)

local wait = function(what, count)
  local done = vim.wait(60000, function() return #vim.diagnostic.get(0) == count end, 20)
  if not done then finish({ error = what, diagnostics = vim.diagnostic.get(0) }) end
end

local initial = tonumber(vim.env.KANWU_EXPECTED)
wait('no diagnostics', initial)
local shown = {}
for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
  table.insert(shown, { line = diagnostic.lnum, column = diagnostic.col, message = diagnostic.message, code = diagnostic.user_data and diagnostic.user_data.lsp.code })
end

-- The first diagnostic's line, the cursor inside the wrong word.
local first = vim.diagnostic.get(0)[1]
vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
local titles = {}
vim.ui.select = function(items, _, choose)
  for _, item in ipairs(items) do table.insert(titles, item[2] and item[2].title or item.title) end
  choose(items[1], 1)
end
vim.lsp.buf.code_action()
wait('the fix did not take', initial - 1)
vim.cmd('write')
finish({ shown = shown, titles = titles })
