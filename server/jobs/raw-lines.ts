import { stringify } from 'csv-stringify/sync'

import type { Identifier } from './membership-book.ts'
import type { RawAnswer, RawLeftOut, RawMember, RawRing } from './raw-answer.ts'

export const rawFormats = ['text', 'ndjson', 'csv'] as const
export type RawFormat = (typeof rawFormats)[number]

/** An answer as lines: to be read, an object a line, or a table with a row for each shop. */
export async function* rawLines(answer: RawAnswer, format: RawFormat): AsyncGenerator<string> {
  yield* writers[format](answer)
}

const writers: Readonly<Record<RawFormat, (answer: RawAnswer) => Iterable<string>>> = {
  text: textOf,
  ndjson: objectsOf,
  csv: tableOf,
}

function* objectsOf({ rings, loose, leftOut, summary }: RawAnswer): Iterable<string> {
  for (const ring of rings) yield line({ ring })
  for (const candidate of loose) yield line({ candidate })
  for (const identifier of leftOut) yield line({ leftOut: identifier })
  yield line({ summary })
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

const columns = ['ring', 'shop', 'held_by', 'identifiers']

function* tableOf({ rings, loose }: RawAnswer): Iterable<string> {
  yield csvLine(columns)
  for (const { ring, members, candidates } of rings)
    for (const member of [...members, ...candidates]) yield csvLine(rowOf(String(ring), member))
  for (const candidate of loose) yield csvLine(rowOf('', candidate))
}

function rowOf(ring: string, { shop, heldBy, identifiers }: RawMember): string[] {
  return [ring, shop, heldBy, identifiers.map(asText).join('|')]
}

function csvLine(cells: readonly string[]): string {
  // Spreadsheets run what begins like a formula; a quote in front keeps a value that a stranger chose from running.
  return stringify([[...cells]], { escape_formulas: true })
}

function* textOf({ rings, loose, leftOut, summary }: RawAnswer): Iterable<string> {
  for (const ring of rings) yield* ringText(ring)
  if (loose.length > 0) {
    yield `In no ring, one identifier in common with others (${loose.length}):\n`
    for (const candidate of loose) yield memberText(candidate)
    yield '\n'
  }
  if (leftOut.length > 0) {
    yield `Left out (${leftOut.length}):\n`
    for (const identifier of leftOut) yield leftOutText(identifier)
    yield '\n'
  }
  yield `Rings: ${summary.rings}. Shops in them: ${summary.inRings}; candidates: ${summary.candidates}; shops that share nothing telling: ${summary.alone}.\n`
}

function* ringText({ ring, size, members, ties, candidates }: RawRing): Iterable<string> {
  yield `Ring ${ring}: ${size} shops\n`
  for (const tie of ties)
    yield `  ${asText(tie)}  ${tie.members} of its ${size} shops${elsewhere(tie)}\n`
  yield '  Members:\n'
  for (const member of members) yield `  ${memberText(member)}`
  if (candidates.length > 0) yield '  Candidates:\n'
  for (const candidate of candidates) yield `  ${memberText(candidate)}`
  yield '\n'
}

function elsewhere({ shops, members }: { readonly shops: number; readonly members: number }) {
  return members < shops ? `, and ${shops - members} elsewhere` : ''
}

function memberText({ shop, heldBy, identifiers }: RawMember): string {
  const own = heldBy === 'one' ? ', one alone' : ''
  return `  ${shop}  by ${identifiers.map(asText).join(', ')}${own}\n`
}

const reasons: Readonly<Record<RawLeftOut['because'], string>> = {
  over_cap: 'too common to make pairs of',
  uncorroborated: 'those who have it have at most one other thing in common',
}

function leftOutText(identifier: RawLeftOut): string {
  return `  ${asText(identifier)}  ${identifier.shops} shops: ${reasons[identifier.because]}\n`
}

function asText({ kind, value }: Identifier): string {
  return `${kind} ${value}`
}
