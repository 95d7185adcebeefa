/** Reads CSV as RFC 4180 has it, so that the tests do not trust the writer they test. */

/** Rows of cells. @throws Error where it is no well-formed CSV. */
export function parseCsv(text: string, lineEnd: '\n' | '\r\n'): string[][] {
  const rows: string[][] = []
  let at = 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      const [cell, next] = text[at] === '"' ? quoted(text, at) : bare(text, at)
      row.push(cell)
      at = next
      if (text[at] !== ',') break
      at++
    }
    if (!text.startsWith(lineEnd, at)) throw new Error(`Row ${rows.length + 1} does not end as stated.`)
    at += lineEnd.length
    rows.push(row)
  }
  return rows
}

function bare(text: string, from: number): [string, number] {
  let to = from
  while (to < text.length && !',\r\n'.includes(text[to] ?? '')) to++
  const cell = text.slice(from, to)
  if (cell.includes('"')) throw new Error(`A quotation mark in a bare cell: ${cell}`)
  return [cell, to]
}

function quoted(text: string, from: number): [string, number] {
  let cell = ''
  let at = from + 1
  for (;;) {
    const mark = text.indexOf('"', at)
    if (mark < 0) throw new Error('A quoted cell does not end.')
    cell += text.slice(at, mark)
    if (text[mark + 1] !== '"') return [cell, mark + 1]
    cell += '"'
    at = mark + 2
  }
}
