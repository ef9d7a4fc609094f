import { stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import { delimiters, encodings, mostHeaderRows, mostSkipped } from '../../domain/file-reading.ts'
import type { FileChoice, Proposal } from '../../domain/proposal.ts'
import { RecordKind } from '../../domain/record.ts'
import type { IsoDate } from '../../domain/units.ts'
import { propose } from '../../jobs/propose.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { proposalText } from '../proposal-text.ts'

const Options = z.object({
  kind: RecordKind.optional().meta({
    value: 'KIND',
    description: 'what the rows are, where it is known: shop, listing, parcel, …',
  }),
  write: z.boolean().optional().meta({ description: 'writes the dataset.json beside the file' }),
  sheet: z.string().min(1).optional().meta({
    value: 'NAME',
    description: 'of a workbook; its first where absent',
  }),
  each: z.string().min(1).optional().meta({
    value: 'PATH',
    description: 'of NDJSON, the list of which each element is a row',
  }),
  encoding: z
    .enum(encodings)
    .optional()
    .meta({ value: 'NAME', description: `how text stands in bytes: ${encodings.join(', ')}` }),
  delimiter: z
    .string()
    .transform((text) => (text === 'tab' ? '\t' : text))
    .pipe(z.enum(delimiters))
    .optional()
    .meta({ value: 'CHARACTER', description: 'between cells: a comma, ;, | or tab' }),
  'skip-rows': z.coerce.number().int().min(0).max(mostSkipped).optional().meta({
    value: 'N',
    description: 'how many rows stand above the header, blank ones not counted',
  }),
  'header-rows': z.coerce.number().int().min(0).max(mostHeaderRows).optional().meta({
    value: 'N',
    description: 'how many rows the header takes; 0 where columns have no names',
  }),
  json: z.boolean().optional().meta({ description: 'prints JSON' }),
})

export const map: Command<typeof Options> = {
  name: 'map',
  summary: 'Looks at files and proposes a dataset.json, with the reason for each field',
  positionals: ['FILE…'],
  options: Options,
  async run({ positionals, options }, shell) {
    const { write = false, json = false } = options
    const paths = positionals.map((path) => resolve(shell.folder, path))
    await refuseWhatIsNoFile(paths)
    const [first = ''] = paths
    const proposal = await propose(
      paths.map((path) => ({ path, file: basename(path), choice: choiceOf(options) })),
      { name: first, today: dayOf(shell.now()), withLists: true },
    )
    if (json) await printJson(shell.terminal, proposal)
    else await shell.terminal.out(proposalText(proposal))
    if (proposal.files.length === 0) return 2
    if (write) await writeBeside(first, proposal)
    return 0
  },
}

function choiceOf({
  kind,
  sheet,
  each,
  encoding,
  delimiter,
  'skip-rows': skipRows,
  'header-rows': headerRowCount,
}: z.infer<typeof Options>): Partial<FileChoice> {
  return { kind, sheet, each, encoding, delimiter, skipRows, headerRowCount }
}

async function refuseWhatIsNoFile(paths: readonly string[]): Promise<void> {
  const folders = new Set(paths.map(dirname))
  if (1 < folders.size) {
    throw new RefusalError('A dataset holds the files of one folder; name files of one folder.')
  }
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) throw new RefusalError(`There is no file at ${path}; check the path.`)
  }
}

async function writeBeside(file: string, { description }: Proposal): Promise<void> {
  const path = join(dirname(file), 'dataset.json')
  await writeFile(path, `${JSON.stringify(description, null, 2)}\n`, { flag: 'wx' }).catch(
    (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
      throw new RefusalError(
        `${path} is there already and was left as it is; move it away, or leave out --write.`,
      )
    },
  )
}

function dayOf(moment: number): IsoDate {
  return new Date(moment).toISOString().slice(0, 10) as IsoDate
}
