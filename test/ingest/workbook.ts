import type { Buffer as Bytes } from 'node:buffer'
import { buffer } from 'node:stream/consumers'

import { ZipFile } from 'yazl'

/** A cell as its part writes it; text alone stands for a shared text. */
export type MadeCell =
  | string
  | undefined
  | { readonly xml: string }
  | { readonly number: number; readonly style?: number }

export interface MadeSheet {
  readonly name: string
  readonly hidden?: boolean
  readonly rows: readonly (readonly MadeCell[])[]
}

/** The parts of an XLSX workbook by name; style 1 shows a day, style 2 a day by a format of its own. */
export function workbookParts(sheets: readonly MadeSheet[]): Map<string, string> {
  const texts: string[] = []
  const parts = new Map<string, string>()
  for (const [at, { rows }] of sheets.entries()) {
    const written = rows.map((cells, row) => rowXml(cells, row, texts)).join('')
    parts.set(
      `xl/worksheets/sheet${at + 1}.xml`,
      `${head}<worksheet xmlns="${main}"><sheetData>${written}</sheetData></worksheet>`,
    )
  }
  const named = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  parts.set(
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${named.join('')}</sheets></workbook>`,
  )
  const targets = sheets.map((_, at) =>
    relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  )
  targets.push(relation('rIdT', 'sharedStrings', 'sharedStrings.xml'))
  targets.push(relation('rIdS', 'styles', '/xl/styles.xml'))
  parts.set(
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}</Relationships>`,
  )
  const items = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
  parts.set('xl/sharedStrings.xml', `${head}<sst xmlns="${main}">${items.join('')}</sst>`)
  parts.set('xl/styles.xml', styles)
  return parts
}

/** The bytes of a workbook. */
export async function workbookOf(sheets: readonly MadeSheet[]): Promise<Bytes> {
  return zipped(workbookParts(sheets))
}

export async function zipped(parts: ReadonlyMap<string, string | Uint8Array>): Promise<Bytes> {
  const zip = new ZipFile()
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`
}

function rowXml(cells: readonly MadeCell[], row: number, texts: string[]): string {
  const written = cells.map((cell, at) => cellXml(cell, `${columnName(at)}${row + 1}`, texts))
  return `<row r="${row + 1}">${written.join('')}</row>`
}

function cellXml(cell: MadeCell, place: string, texts: string[]): string {
  if (cell === undefined) return ''
  if (typeof cell !== 'string') {
    if ('xml' in cell) return cell.xml.replace('<c', `<c r="${place}"`)
    return `<c r="${place}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`
  }
  const known = texts.indexOf(cell)
  const number = known === -1 ? texts.push(cell) - 1 : known
  return `<c r="${place}" t="s"><v>${number}</v></c>`
}

function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
