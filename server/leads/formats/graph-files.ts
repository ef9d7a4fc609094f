import type { Core } from '../core.ts'
import type { EvidenceBook } from '../evidence.ts'
import { anx } from './anx.ts'
import { ftm } from './ftm.ts'
import { geojson } from './geojson.ts'
import { gexf } from './gexf.ts'
import { entitiesCsv, type GraphRows, graphRows, linksCsv } from './graph-rows.ts'
import { graphml } from './graphml.ts'

/** The ring for other tools: what each file is called in `graph/`, and what it holds; undefined where there is nothing for it to hold. */
export const graphFiles: Readonly<Record<string, (input: GraphFileInput) => string | undefined>> = {
  'entities.csv': ({ rows }) => entitiesCsv(rows),
  'links.csv': ({ rows }) => linksCsv(rows),
  'cluster.anx': ({ rows }) => anx(rows),
  'cluster.gexf': ({ rows }) => gexf(rows),
  'cluster.graphml': ({ rows }) => graphml(rows),
  'cluster.ftm.ndjson': ({ core, evidence }) => ftm(core, evidence),
  'places.geojson': ({ core, evidence }) => geojson(core, evidence),
}

export interface GraphFileInput {
  readonly core: Core
  readonly evidence: EvidenceBook
  readonly rows: GraphRows
}

/** Every graph file that has something to say, by path within the package, each written when it is asked for. */
export function* graphFilesOf(core: Core, evidence: EvidenceBook): Generator<[string, string]> {
  const input = { core, evidence, rows: graphRows(core, evidence) }
  for (const [file, write] of Object.entries(graphFiles)) {
    const text = write(input)
    if (text !== undefined) yield [`graph/${file}`, text]
  }
}
