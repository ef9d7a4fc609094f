import type { GraphPattern } from '../../ingest/graph-pattern.ts'

/**
 * Statements over labels, types and properties that somebody else named. Neo4j takes no parameter in their place that an index
 * would still be used for, so they stand in the text: between backticks, and without what could end them, which throws.
 */
function quotedName(name: string): string {
  if (!canBeQuoted(name)) throw new Error('the name cannot be quoted')
  return `\`${name}\``
}

/** Whether a name can stand between backticks. */
export function canBeQuoted(name: string): boolean {
  return !/[`\\\p{Cc}]/u.test(name)
}

/** How many nodes have a label. */
export function countOfLabel(label: string): string {
  return `MATCH (row:${quotedName(label)}) RETURN count(row) AS count`
}

/** How many relations are of a type. */
export function countOfType(type: string): string {
  return `MATCH ()-[row:${quotedName(type)}]->() RETURN count(row) AS count`
}

/** How many rows a pattern has. One label alone is counted by the count store. */
export function countStatement(pattern: GraphPattern): string {
  return `${matched(pattern)} RETURN count(row) AS count`
}

/** Names of all properties that any row has, as `part` and `name`. */
export function propertiesStatement(pattern: GraphPattern): string {
  return partsOf(pattern)
    .map(
      (part) =>
        `${matched(pattern)} UNWIND keys(${part}) AS name RETURN DISTINCT '${part}' AS part, name`,
    )
    .join(' UNION ')
}

/** Labels at both ends of some relations of a type, as `from` and `to`. */
export function endsStatement(type: string): string {
  return `MATCH (from)-[row:${quotedName(type)}]->(to) WITH labels(from) AS from, labels(to) AS to LIMIT 1000 RETURN DISTINCT from, to`
}

/** Properties of rows by part, in the order of the key: first those that have one, which an index on it gives in order, then the rest. */
export function rowStatements(pattern: GraphPattern, columns: readonly string[]): string[] {
  const isRelation = 'type' in pattern
  const from = isRelation ? pattern.from : pattern
  const key = `${isRelation ? 'from' : 'row'}.${quotedName(from.key)}`
  const parts = partsOf(pattern).map((part) => {
    const own = columnsOfPart(part, columns, isRelation).map((name) => `.${quotedName(name)}`)
    return `${part} {${own.join(', ')}} AS ${part}Cells`
  })
  const second = isRelation ? `, to.${quotedName(pattern.to.key)}` : ''
  const shown = `WITH ${partsOf(pattern).join(', ')} ORDER BY ${key}${second}, elementId(row) RETURN ${parts.join(', ')}`
  return [
    `${matched(pattern)} WHERE ${key} IS NOT NULL ${shown}`,
    `${matched(pattern)} WHERE ${key} IS NULL ${shown}`,
  ]
}

/** The variables of a pattern; the cells of each are returned under its name with `Cells` behind it. */
export function partsOf(pattern: GraphPattern): ('row' | 'from' | 'to')[] {
  return 'type' in pattern ? ['row', 'from', 'to'] : ['row']
}

/** What a property of a part is called as a column. */
export function columnName(part: string, name: string): string {
  return part === 'row' ? name : `${part}.${name}`
}

function columnsOfPart(part: string, columns: readonly string[], isRelation: boolean): string[] {
  const isOfEnd = (column: string) => /^(from|to)\./.test(column)
  if (part === 'row') return columns.filter((column) => !(isRelation && isOfEnd(column)))
  return columns.flatMap((column) =>
    column.startsWith(`${part}.`) ? [column.slice(part.length + 1)] : [],
  )
}

function matched(pattern: GraphPattern): string {
  if (!('type' in pattern)) return `MATCH (row:${quotedName(pattern.label)})`
  const { from, to, type } = pattern
  return `MATCH (from:${quotedName(from.label)})-[row:${quotedName(type)}]->(to:${quotedName(to.label)})`
}
