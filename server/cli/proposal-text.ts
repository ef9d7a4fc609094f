import type { FieldGuess, Proposal, ProposedFile } from '../domain/proposal.ts'
import { reasonText } from './guess-reason.ts'

/** A proposal as it is printed: of each file what it is taken for and why, what could not be placed, and the dataset.json. */
export function proposalText({ description, toFill, files, unreadable }: Proposal): string {
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
    `${file.file}: ${readingText(file)}. Each row is taken for ${withArticle(file.kind)}.${also}`,
    ...fields.map(
      (guess) =>
        `  ${guess.field.padEnd(width)}  ← ${columnText(guess)}: ${reasonText(guess)}  ${shown(guess.samples)}`,
    ),
    ...notPlaced.map(
      ({ column, takenField, samples }) =>
        `  not placed: ${column}${takenField === undefined ? '' : ` (${takenField} is taken from another column)`}  ${shown(samples)}`,
    ),
  ]
  const { otherSheets = [] } = file.reading
  if (0 < otherSheets.length) {
    lines.push(
      `  not looked at: ${otherSheets.map((name) => `sheet “${name}”`).join(', ')} (--sheet NAME); each that is to be loaded takes an entry of its own with its "sheet".`,
    )
  }
  const { lists = [] } = file
  if (0 < lists.length) {
    lines.push(
      `  not looked at as rows: the elements of ${lists.join(', ')} (--each PATH); each list whose elements are rows takes an entry of its own with "each".`,
    )
  }
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

/** `an identity`. */
function withArticle(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`
}

function readingText({ reading, rowsLookedAt }: ProposedFile): string {
  const cells = reading.delimiter === '\t' ? 'tabs' : `“${reading.delimiter}”`
  return [
    reading.packed ?? '',
    reading.encoding ?? '',
    reading.delimiter === undefined ? reading.format : `${cells} between cells`,
    reading.sheet === undefined ? '' : `sheet “${reading.sheet}”`,
    reading.each === undefined ? '' : `each of ${reading.each}`,
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

function shown(samples: readonly string[]): string {
  return samples.map((sample) => JSON.stringify(sample.slice(0, 40))).join(' · ')
}
