import type { Core } from '../core.ts'
import type { EvidenceBook } from '../evidence.ts'
import { ftmDocuments } from './ftm-documents.ts'
import { ftmLine } from './ftm-entity.ts'
import { ftmLinks } from './ftm-links.ts'
import { ftmRelations } from './ftm-relations.ts'
import { ftmThings } from './ftm-things.ts'

/**
 * The ring as FollowTheMoney entities, one a line, for OpenAleph and the tools around it. Shops are user accounts, which own nothing and are owned by nobody
 * in that model; matches that nobody confirmed are `Similar`, so that no tool merges them; nobody is given a topic such as an offence; numbers of identity
 * cards stay out.
 * Source: FollowTheMoney model 4.5, followthemoney.tech.
 */
export function ftm(core: Core, evidence: EvidenceBook): string {
  const input = { core, evidence, nodes: new Map(core.nodes.map((node) => [node.key, node])) }
  return [...ftmThings(input), ...ftmRelations(input), ...ftmLinks(input), ...ftmDocuments(input)]
    .map(ftmLine)
    .join('')
}
