import { writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

import type { FileChoice, FilePreview, Proposal } from '../domain/proposal.ts'
import type { IsoDate } from '../domain/units.ts'
import { type Dataset, type DatasetFile, openDataset } from '../ingest/dataset.ts'
import { readDatasetFile } from '../ingest/read-file.ts'
import { namesIn, withoutFolder } from './import-upload.ts'
import { countRow, noReport } from './load-report.ts'
import { propose } from './propose.ts'

/** Files that rows can stand in, of what may be sent. */
const tables = /\.((csv|tsv|tab|txt|ndjson|jsonl)(\.gz)?|xlsx|xlsm|xls|xlsb|ods)$/i

/** Proposes a `dataset.json` for a folder of uploaded files. */
export async function proposeUpload(
  folder: string,
  {
    choices,
    today,
  }: { readonly choices: Readonly<Record<string, FileChoice>>; readonly today: IsoDate },
): Promise<Proposal> {
  const paths = await namesIn(folder, tables)
  const files = paths.map((path) => {
    const file = relative(folder, path).replaceAll('\\', '/')
    return { path, file, choice: Object.hasOwn(choices, file) ? choices[file] : undefined }
  })
  const [first] = files
  return propose(files, { name: first?.file ?? '', today })
}

/** Writes the description beside the uploaded files, where the load will find it, and reads the first rows of each; throws a RefusalError where it cannot mean anything. */
export async function previewUpload(folder: string, description: object): Promise<FilePreview[]> {
  try {
    await writeFile(join(folder, 'dataset.json'), JSON.stringify(description), { mode: 0o600 })
    const dataset = await openDataset(folder)
    const previews: FilePreview[] = []
    for (const file of dataset.files) previews.push(await previewFile(dataset, file))
    return previews
  } catch (error) {
    throw withoutFolder(error, folder)
  }
}

const rowsRead = 1_000
const rowsShown = 20

async function previewFile(dataset: Dataset, file: DatasetFile): Promise<FilePreview> {
  const report = noReport(file.file)
  const acceptedRows: FilePreview['acceptedRows'] = []
  const quarantinedRows: FilePreview['quarantinedRows'] = []
  let more = false
  for await (const read of readDatasetFile(dataset, file)) {
    if (report.rows === rowsRead) {
      more = true
      break
    }
    countRow(report, read)
    if (read.kind === 'quarantined') {
      if (quarantinedRows.length < rowsShown) quarantinedRows.push(read.row)
    } else if (acceptedRows.length < rowsShown) {
      const { row, fields, refused } = read.facts.record
      acceptedRows.push({ row, fields, refused })
    }
  }
  const { rows, accepted, quarantined, refusedFields } = report
  return {
    ...{ file: file.file, rows, accepted, quarantined, refusedFields, more },
    unusedColumns: [...file.unusedColumns],
    acceptedRows,
    quarantinedRows,
  }
}
