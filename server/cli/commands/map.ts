import { stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import type { FieldGuess, Proposal, ProposedFile } from '../../domain/proposal.ts'
import { RecordKind } from '../../domain/record.ts'
import type { IsoDate } from '../../domain/units.ts'
import { propose } from '../../jobs/propose.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'

const Options = z.object({
  kind: RecordKind.optional().meta({
    value: 'KIND',
    description: 'what the rows are, where it is known: shop, listing, parcel, …',
  }),
  write: z.boolean().optional().meta({ description: 'writes the dataset.json beside the file' }),
  json: z.boolean().optional().meta({ description: 'prints JSON' }),
})

export const map: Command<typeof Options> = {
  name: 'map',
  summary: 'Looks at files and proposes a dataset.json, with the reason for each field',
  positionals: ['FILE…'],
  options: Options,
  async run({ positionals, options: { kind, write = false, json = false } }, shell) {
    const paths = positionals.map((path) => resolve(shell.folder, path))
    await refuseWhatIsNoFile(paths)
    const [first = ''] = paths
    const proposal = await propose(
      paths.map((path) => ({ path, file: basename(path), choice: { kind } })),
      { name: first, today: dayOf(shell.now()) },
    )
    if (json) await printJson(shell.terminal, proposal)
    else await shell.terminal.out(asText(proposal))
    if (proposal.files.length === 0) return 2
    if (write) await writeBeside(first, proposal)
    return 0
  },
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

function asText({ description, toFill, files, unreadable }: Proposal): string {
  return [
    ...files.map(fileText),
    ...unreadable.map(({ because }) => `${because}\n`),
    `Fill in what no file tells: ${toFill.join(', ')}.\n`,
    `${JSON.stringify(description, null, 2)}\n`,
  ].join('\n')
}

function fileText(file: ProposedFile): string {
  const { fields, notPlaced, missing, assumed, otherKinds } = file
  const names = [...fields.map(({ field }) => field), ...Object.keys(assumed)]
  const width = Math.max(0, ...names.map((name) => name.length))
  const also =
    otherKinds.length === 0
      ? ''
      : ` It could also be: ${otherKinds.slice(0, 3).join(', ')} (--kind).`
  const lines = [
    `${file.file}: ${readingText(file)}. Each row is taken for a ${file.kind}.${also}`,
    ...fields.map(
      (guess) =>
        `  ${guess.field.padEnd(width)}  ← ${columnText(guess)}: ${why(guess)}  ${shown(guess.samples)}`,
    ),
    ...notPlaced.map(
      ({ column, takenField, samples }) =>
        `  not placed: ${column}${takenField === undefined ? '' : ` (${takenField} is taken from another column)`}  ${shown(samples)}`,
    ),
  ]
  for (const [field, value] of Object.entries(assumed)) {
    lines.push(
      `  ${field.padEnd(width)}  ← no column gives it; in every row ${JSON.stringify(value)}`,
    )
  }
  if (0 < missing.length) {
    lines.push(
      `  missing: ${missing.join(', ')}; no row can be placed without. Name a column for each under "columns", or one value for all under "constants". Columns: ${file.columns.join(', ')}.`,
    )
  }
  return `${lines.join('\n')}\n`
}

function readingText({ reading, rowsLookedAt }: ProposedFile): string {
  const cells = reading.delimiter === '\t' ? 'tabs' : `“${reading.delimiter}”`
  return [
    reading.packed ?? '',
    reading.encoding ?? '',
    reading.delimiter === undefined ? reading.format : `${cells} between cells`,
    reading.sheet === undefined ? '' : `sheet “${reading.sheet}”`,
    reading.skipRows === undefined ? '' : `rows above the header: ${reading.skipRows}`,
    headerText(reading.headerRowCount),
    `${rowsLookedAt} rows looked at`,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function headerText(rows: number | undefined): string {
  if (rows === 0) return 'no header, so that columns are called by their place'
  return rows === undefined ? '' : `header in ${rows} rows`
}

function columnText({ column, beside }: FieldGuess): string {
  return beside === undefined ? column : `${beside.column} / ${column}`
}

function why(guess: FieldGuess): string {
  const { reason, fits, of, date, couldBe, split, map = {}, part, scheme, rivals } = guess
  const { decimal, unsureDecimal } = guess
  const by = {
    name: 'has its name',
    word: 'is a word for it',
    part: 'holds a word for it',
    content: 'holds values like it',
    chosen: 'was chosen',
  }[reason]
  const meanings = Object.entries(map).map(([typed, meaning]) => `“${typed}” is ${meaning}`)
  return [
    fits === of ? by : `${by}, though only ${fits} of ${of} values fit`,
    ...(part === undefined ? [] : [`${part} of one address`]),
    ...(scheme === undefined ? [] : [`accounts of ${scheme}`]),
    ...(rivals === undefined
      ? []
      : [
          `${rivals.map((one) => `“${one}”`).join(' and ')} would be it as well, and a row has one: say which`,
        ]),
    ...(date === undefined ? [] : [`days are written ${date}`]),
    ...(couldBe === undefined
      ? []
      : [
          `no value tells day from month: say "date": ${couldBe.map((one) => `"${one}"`).join(' or ')}`,
        ]),
    ...(decimal === undefined ? [] : [`“${decimal}” stands before decimals`]),
    ...(unsureDecimal === undefined
      ? []
      : [
          `no value tells what “.” and “,” mean in “${unsureDecimal}”: say "decimal": "," unless a point stands before decimals`,
        ]),
    ...(split === undefined ? [] : [`cells are divided at “${split}”`]),
    ...meanings,
  ].join('; ')
}

function shown(samples: readonly string[]): string {
  return samples.map((sample) => JSON.stringify(sample.slice(0, 40))).join(' · ')
}
