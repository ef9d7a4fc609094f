/** Nodes of one label, in order of one of their properties. */
export interface NodePattern {
  readonly label: string
  readonly key: string
}

/** Relations of one type between nodes of two labels, in order of both ends. */
export interface RelationPattern {
  readonly type: string
  readonly from: NodePattern
  readonly to: NodePattern
}

export type GraphPattern = NodePattern | RelationPattern

/** As people who know Cypher write it, with the properties by which its rows are in order: `(:Seller {id})`. */
export function patternText(pattern: GraphPattern): string {
  if (!('type' in pattern)) return `(:${pattern.label} {${pattern.key}})`
  return `${patternText(pattern.from)}-[:${pattern.type}]->${patternText(pattern.to)}`
}

/** The properties by which rows are in order, as their columns are named. */
export function keyColumns(pattern: GraphPattern): string[] {
  if (!('type' in pattern)) return [pattern.key]
  return [`from.${pattern.from.key}`, `to.${pattern.to.key}`]
}
