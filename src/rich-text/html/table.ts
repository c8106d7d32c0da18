import { type BlockFields, type BlockRenderer, element, type Html } from '@qiao/delivery'

export const tableToHtml: BlockRenderer = {
  html: (block) => {
    const rows = block.rows('rows')
    const header = block.flag('hasHeader') ? rows.shift() : undefined
    const caption = block.text('caption')
    return element('table', {
      children: [
        caption && element('caption', { children: caption }),
        header !== undefined &&
          element('thead', {
            children: rowOf(header, (children) => element('th', { children, scope: 'col' })),
          }),
        element('tbody', {
          children: rows.map((row) => rowOf(row, (children) => element('td', { children }))),
        }),
      ],
    })
  },
  text: (block) =>
    [block.text('caption'), ...block.rows('rows').map((row) => cellsOf(row).join(' | '))]
      .filter(Boolean)
      .join('\n'),
}

const rowOf = (row: BlockFields, cellOf: (text: string) => Html): Html =>
  element('tr', { children: cellsOf(row).map(cellOf) })

const cellsOf = (row: BlockFields): string[] => row.rows('cells').map((cell) => cell.text('text'))
