import { label as messages } from '../../messages/index.ts'
import { cellKey, LABEL_CELLS, type Label } from '../label/label.ts'
import type { Block, Fact, Notice, Section, Table } from '../notice/nodes.ts'
import { cellMarkdown, codeMarkdown, escapeMarkdown, inlinesMarkdown, lineMarkdown } from './inline.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const gridMarkdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const tableMarkdown = ({ caption, columns, rows }: Table): string =>
  [
    `${escapeMarkdown(caption)}:`,
    gridMarkdown(
      columns.map(name => cellMarkdown([name])),
      rows.map(cells => cells.map(cellMarkdown)),
    ),
  ].join('\n\n')

function labelMarkdown({ language, caption, kind, columns, rows, notes }: Label): string {
  const text = messages[language]
  const legend = LABEL_CELLS.map(cell => {
    const key = cellKey(cell)
    return `- **${escapeMarkdown(text[`sign.${key}`])}** ${escapeMarkdown(text[`legend.${key}`])}`
  })
  const grid = gridMarkdown(
    [kind, ...columns.map(({ name }) => name)],
    rows.map(({ name, cells }) => [name, ...cells.map(cell => text[`sign.${cellKey(cell)}`])]),
  )
  return [`${escapeMarkdown(caption)}:`, grid, legend.join('\n'), ...notes.map(escapeMarkdown)].join('\n\n')
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

/** A short answer stands beside its name, a longer one below it. */
function factMarkdown({ name, blocks }: Fact, level: number): string {
  const head = `- **${inlinesMarkdown(name)}**`
  const [first, ...rest] = blocks
  if (first === undefined) return head
  const beside = first.kind === 'paragraph' ? `${head} ${inlinesMarkdown(first.content)}` : head
  const below = first.kind === 'paragraph' ? rest : blocks
  return [
    beside,
    ...below.map(block => `${block.kind === 'list' ? '\n' : '\n\n'}${indented(blockMarkdown(block, level))}`),
  ].join('')
}

const sectionMarkdown = ({ title, blocks }: Section, level: number): string =>
  [`${'#'.repeat(level)} ${inlinesMarkdown(title)}`, blocksMarkdown(blocks, level + 1)].join('\n\n')

function blockMarkdown(block: Block, level: number): string {
  switch (block.kind) {
    case 'paragraph':
      return `${block.role === 'note' || block.role === 'warning' ? '> ' : ''}${lineMarkdown(block.content)}`
    case 'list':
      return block.items.map(item => `- ${lineMarkdown(item)}`).join('\n')
    case 'facts':
      return block.facts.map(fact => factMarkdown(fact, level)).join('\n')
    case 'table':
      return tableMarkdown(block)
    case 'code-block':
      return codeMarkdown(block.text)
    case 'label':
      return labelMarkdown(block.label)
    case 'section':
      return sectionMarkdown(block, level)
  }
}

const blocksMarkdown = (blocks: readonly Block[], level: number): string =>
  blocks.map(block => blockMarkdown(block, level)).join('\n\n')

/** The notice as GitHub-flavoured Markdown: the same text as in HTML, without the way round the page. */
export function writeMarkdown({ site, title, since, lead, sections }: Notice): string {
  return [
    `# ${escapeMarkdown(title)}`,
    `**${inlinesMarkdown(site)}**`,
    ...(since.length === 0 ? [] : [lineMarkdown(since)]),
    blocksMarkdown([...lead, ...sections], 2),
    '',
  ].join('\n\n')
}
