import { posix } from 'node:path'

import { refusal } from '../../../domain/refusals.ts'
import { BrokenFileError } from '../raw-row.ts'
import type { Parts } from './parts.ts'
import { readXml } from './xml.ts'

/** What stands around the rows of a workbook (ECMA-376 part 1, §18). */
export interface Workbook {
  /** In the order of their tabs; hidden ones too. */
  readonly sheets: readonly Sheet[]
  /** Texts that cells name by number. */
  readonly texts: readonly string[]
  /** By number of a cell's style: whether it shows a number as a day. */
  readonly days: readonly boolean[]
  /** Days are counted from 1904 and not from 1900. */
  readonly from1904: boolean
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Name of its part. */
  readonly part: string
}

/** 128 Mi UTF-16 code units of different texts, which are held in memory at once. */
const mostTextLength = 2 ** 27

export async function readWorkbook(parts: Parts, file: string): Promise<Workbook> {
  if (!parts.has(workbookPart)) {
    throw refusal('file-other-zip', { file })
  }
  const targets = await readTargets(parts)
  const { sheets, from1904 } = await readSheets(parts, targets)
  const texts = await readTexts(parts, file, targets.byKind.get('sharedStrings'))
  const days = await readDayStyles(parts, targets.byKind.get('styles'))
  return { sheets, texts, days, from1904 }
}

/** The sheet of that name, or the first that is shown; throws a RefusalError that says which there are. */
export function chooseSheet(
  { sheets }: Pick<Workbook, 'sheets'>,
  wanted: string | undefined,
  file: string,
): Sheet {
  const found =
    wanted === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted)
  if (found !== undefined) return found
  throw wanted === undefined
    ? refusal('workbook-without-sheet', { file })
    : refusal('sheet-missing', { file, sheet: wanted, found: sheets.map(({ name }) => name) })
}

const workbookPart = 'xl/workbook.xml'

interface Targets {
  readonly byId: ReadonlyMap<string, string>
  /** By the last part of the relationship's type. */
  readonly byKind: ReadonlyMap<string, string>
}

async function readTargets(parts: Parts): Promise<Targets> {
  const byId = new Map<string, string>()
  const byKind = new Map<string, string>()
  await readXml(parts.text('xl/_rels/workbook.xml.rels'), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      const part = Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target)
      byId.set(Id, part)
      byKind.set(posix.basename(Type), part)
    },
  })
  return { byId, byKind }
}

async function readSheets(parts: Parts, { byId }: Targets) {
  const sheets: Sheet[] = []
  let from1904 = false
  await readXml(parts.text(workbookPart), {
    open(element, attributes) {
      const { name = '', state, id = '', date1904 } = attributes
      if (element === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true'
      if (element !== 'sheet') return
      const part = byId.get(id)
      if (part === undefined || !parts.has(part)) return
      sheets.push({ name, hidden: state !== undefined && state !== 'visible', part })
    },
  })
  return { sheets, from1904 }
}

/** Each text once, its pieces of one style joined, how it is pronounced left out. */
async function readTexts(parts: Parts, file: string, part: string | undefined): Promise<string[]> {
  const texts: string[] = []
  if (part === undefined) return texts
  let length = 0
  let text: string | undefined
  let inText = false
  let silent = 0
  await readXml(parts.text(part), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') silent += 1
      inText = name === 't' && silent === 0
    },
    text(piece) {
      if (!inText || text === undefined) return
      length += piece.length
      if (mostTextLength < length) {
        throw new BrokenFileError(0, `of ${file} has more text than fits; save it as CSV`)
      }
      text += piece
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') silent -= 1
      if (name === 'si' && text !== undefined) texts.push(text)
    },
  })
  return texts
}

/** Formats that come without being described (ECMA-376 part 1, §18.8.30), East Asian ones included. */
const builtInDays = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
])

async function readDayStyles(parts: Parts, part: string | undefined): Promise<boolean[]> {
  const days: boolean[] = []
  if (part === undefined) return days
  const custom = new Set<number>()
  let inCells = false
  await readXml(parts.text(part), {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'numFmt' && isDayFormat(formatCode)) custom.add(Number(numFmtId))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        days.push(builtInDays.has(Number(numFmtId)) || custom.has(Number(numFmtId)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return days
}

/** Whether a format shows a day, by what is left of it without texts, colors and conditions. */
function isDayFormat(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /y|d/i.test(bare)
}
