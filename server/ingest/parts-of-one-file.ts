import type { FileReading } from '../domain/record.ts'
import type { DatasetFile } from './dataset.ts'
import type { FileEntry } from './dataset-schema.ts'

/** The first file that is described twice, unless it is a workbook of which each entry names a sheet of its own, or objects of which each takes other elements for rows. */
export function describedTwice(files: readonly FileEntry[]): string | undefined {
  const before: FileEntry[] = []
  for (const entry of files) {
    const same = before.filter(({ file }) => file === entry.file)
    if (same.some((other) => !areTwoParts(entry, other))) return entry.file
    before.push(entry)
  }
  return undefined
}

function areTwoParts(entry: FileEntry, other: FileEntry): boolean {
  return areTwoSheets(entry, other) || entry.each !== other.each
}

function areTwoSheets({ file, sheet }: FileEntry, other: FileEntry): boolean {
  const areNamed = sheet !== undefined && other.sheet !== undefined
  return areNamed && sheet !== other.sheet && /\.xls[xm]$/i.test(file)
}

/**
 * Calls each part of a file (a sheet of a workbook, the elements of a list of objects) but the one that is described first by the file and its own name, so that what each of them said can be replaced by itself; and
 * nothing that one of them reads is told to be read by nobody.
 */
export function asParts(files: readonly DatasetFile[]): DatasetFile[] {
  return files.map((file, place) => {
    const ofOneFile = files.filter((other) => other.path === file.path)
    if (ofOneFile.length === 1) return file
    const isFirst = files.indexOf(ofOneFile[0] ?? file) === place
    return {
      ...file,
      file: isFirst ? file.file : `${file.file}#${file.reading.sheet ?? partName(file)}`,
      reading: withoutRead(file.reading, ofOneFile),
    }
  })
}

/** Objects as wholes have no list whose name they could have. */
function partName({ reading }: DatasetFile): string {
  return reading.each ?? 'objects'
}

function withoutRead(reading: FileReading, parts: readonly DatasetFile[]): FileReading {
  const { otherSheets, notLoaded, ...rest } = reading
  const sheets = new Set(parts.map((part) => part.reading.sheet))
  const unread = notLoaded?.filter((name) => parts.every((part) => isUnread(part, name)))
  return {
    ...rest,
    ...(otherSheets && { otherSheets: otherSheets.filter((name) => !sheets.has(name)) }),
    ...(unread !== undefined && 0 < unread.length && { notLoaded: unread }),
  }
}

/** Sheets have columns of their own, and the parts of objects have all of theirs in common. */
function isUnread({ reading, unusedColumns }: DatasetFile, name: string): boolean {
  return reading.format !== 'ndjson' || unusedColumns.includes(name)
}
