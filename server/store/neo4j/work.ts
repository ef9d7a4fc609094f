import { canonicalJson, compareText } from '../../domain/canonical.ts'
import type { Decision } from '../../domain/decision.ts'
import type { GenericRuling } from '../../domain/generic.ts'
import type { SealedLead } from '../../domain/lead.ts'
import type { PaperKind, PaperOf } from '../../domain/paper/paper.ts'
import type { Files } from '../files.ts'
import { inMemory } from '../in-memory.ts'
import type { Work } from '../port.ts'
import type { Connection } from './connection.ts'
import { appendIn } from './custody.ts'
import {
  decisions,
  leadPackage,
  leads,
  papers,
  putDecision,
  putLead,
  putPaper,
  putRuling,
  rulings,
} from './run-queries.ts'

export function work(connection: Connection, files: Files): Work {
  return {
    async putDecision(decision) {
      const body = canonicalJson(decision)
      await connection.writeBeside(putDecision, { id: decision.id, body })
    },
    async decisions() {
      const rows = await connection.ask(decisions, {})
      return rows
        .map(({ body }) => JSON.parse(body) as Decision)
        .toSorted((a, b) => compareText(a.id, b.id))
    },
    async putRuling(ruling) {
      await connection.writeBeside(putRuling, { id: ruling.id, body: canonicalJson(ruling) })
    },
    async rulings() {
      const rows = await connection.ask(rulings, {})
      return rows
        .map(({ body }) => JSON.parse(body) as GenericRuling)
        .toSorted((a, b) => compareText(a.id, b.id))
    },
    async putPaper({ id, kind, body }) {
      // A kind holds no slash, so that the place of a paper is one to one with its kind and id.
      const place = `${kind}/${id}`
      await connection.writeBeside(putPaper, { place, id, kind, body: canonicalJson(body) })
    },
    papers: (kind) => papersOf(connection, kind),
    async putLead(lead, sealed = []) {
      const row = { id: lead.id, body: canonicalJson(lead) }
      if (sealed.length === 0) {
        await connection.writeBeside(putLead, row)
        return
      }
      await connection.write(async (runner) => {
        await putLead.rows(runner, row)
        await appendIn(runner, sealed)
      })
    },
    async leads() {
      const rows = await connection.ask(leads, {})
      return rows
        .map(({ body }) => JSON.parse(body) as SealedLead)
        .toSorted((a, b) => b.sealedAt - a.sealedAt || compareText(a.id, b.id))
    },
    async leadPackage(id) {
      const [found] = await connection.ask(leadPackage, { id })
      if (found === undefined) return undefined
      const { sha256 } = JSON.parse(found.body) as SealedLead
      const kept = await files.file('leads', sha256)
      return kept ?? (found.package === null ? undefined : inMemory(found.package))
    },
  }
}

async function papersOf<Kind extends PaperKind>(
  connection: Connection,
  kind: Kind,
): Promise<PaperOf<Kind>[]> {
  const rows = await connection.ask(papers, { kind })
  return rows
    .map(({ id, body }) => ({ id, kind, body: JSON.parse(body) }) as PaperOf<Kind>)
    .toSorted((a, b) => compareText(a.id, b.id))
}
