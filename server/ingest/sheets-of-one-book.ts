import type { DatasetFile } from './dataset.ts'
import type { FileEntry } from './dataset-schema.ts'

/** The first file that is described twice, unless it is a workbook of which each entry names a sheet of its own. */
export function describedTwice(files: readonly FileEntry[]): string | undefined {
  const before: FileEntry[] = []
  for (const entry of files) {
    const same = before.filter(({ file }) => file === entry.file)
    if (same.some((other) => !areTwoSheets(entry, other))) return entry.file
    before.push(entry)
  }
  return undefined
}

function areTwoSheets({ file, sheet }: FileEntry, other: FileEntry): boolean {
  const areNamed = sheet !== undefined && other.sheet !== undefined
  return areNamed && sheet !== other.sheet && /\.xls[xm]$/i.test(file)
}

/**
 * Calls each sheet of a workbook but the one that is described first by the file and its own name, so that what each of them said can be replaced by itself; and none of them is told to be read by nobody.
 */
export function asSheets(files: readonly DatasetFile[]): DatasetFile[] {
  return files.map((file, place) => {
    const ofOneBook = files.filter((other) => other.path === file.path)
    if (ofOneBook.length === 1) return file
    const read = ofOneBook.map(({ reading }) => reading.sheet)
    const { otherSheets = [], ...reading } = file.reading
    return {
      ...file,
      file:
        files.indexOf(ofOneBook[0] ?? file) === place ? file.file : `${file.file}#${reading.sheet}`,
      reading: { ...reading, otherSheets: otherSheets.filter((name) => !read.includes(name)) },
    }
  })
}
