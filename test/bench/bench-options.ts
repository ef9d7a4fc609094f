import { parseArgs } from 'node:util'

/** What every bench may be told; each takes what it knows. */
export interface BenchOptions {
  /** Interpreter that has the peers (Splink; networkit, igraph and numpy), to be measured in the same call. */
  readonly python: string | undefined
  /** Synthetic persons. */
  readonly records: number
  /** Shops of the generated world. */
  readonly shops: number
  /** Edges of the planted graph. */
  readonly edges: number
  /** Nodes of the made graph; it has three times as many relations. */
  readonly nodes: number
  /** A public set, for the kernels. */
  readonly set: string
  /** File or folder that a process of its own reads. */
  readonly input: string
  /** Wide rows go into Neo4j by its importer. */
  readonly imported: boolean
  /** As typed, for processes of their own. */
  readonly typed: readonly string[]
}

export function benchOptions(typed: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...typed],
    options: {
      python: { type: 'string' },
      records: { type: 'string', default: '1000000' },
      shops: { type: 'string', default: '10000' },
      edges: { type: 'string', default: '1000000' },
      nodes: { type: 'string', default: '300000' },
      set: { type: 'string', default: 'historical-50k' },
      imported: { type: 'boolean', default: false },
      input: { type: 'string', default: '' },
    },
  })
  return {
    ...values,
    python: values.python,
    records: Number(values.records),
    shops: Number(values.shops),
    edges: Number(values.edges),
    nodes: Number(values.nodes),
    typed,
  }
}
