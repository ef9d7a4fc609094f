import { LeadDocument } from '../document.ts'
import { type Contents, textOf } from '../formats/content.ts'

/** Whether `lead.json` is a lead, and every claim and counter cites rows that the evidence and the records hold. */
export function claimProblems(files: Contents): string[] {
  const lead = LeadDocument.safeParse(parsed(textOf(files, 'data/lead.json')))
  if (!lead.success) {
    const [issue] = lead.error.issues
    return [`data/lead.json is not a lead: ${issue?.path.join('.') || 'it'}: ${issue?.message}.`]
  }
  const { claims, counters, evidence } = lead.data
  const listed = new Map(evidence.flatMap(({ rows }) => rows.map(({ id, record }) => [id, record])))
  const held = recordsIn(textOf(files, 'data/records.ndjson'))
  const named = new Set([...claims.map(({ id }) => id), ...counters.map(({ id }) => id)])
  const cited = [...claims, ...counters].flatMap(({ id, evidence: rows }) =>
    rows.map((row) => [id, row] as const),
  )
  const crossed = [
    ...claims.flatMap(({ id, against }) => against.map((to) => [id, to] as const)),
    ...counters.flatMap(({ id, claims: of }) => of.map((to) => [id, to] as const)),
  ]
  return [
    ...cited
      .filter(([, row]) => !listed.has(row))
      .map(([id, row]) => `${id} cites ${row}, which is not in the list of evidence.`),
    ...crossed
      .filter(([, to]) => !named.has(to))
      .map(([id, to]) => `${id} names ${to}, which is not in the lead.`),
    ...[...listed]
      .filter(([id, record]) => held.get(id) !== record)
      .map(([id]) => `${id} is in the list of evidence, and records.ndjson does not hold it.`),
  ]
}

function recordsIn(text: string): ReadonlyMap<unknown, unknown> {
  const records = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parsed(line) as { id?: unknown; hash?: unknown } | undefined)
  return new Map(records.map((record) => [record?.id, record?.hash]))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
