import { canonicalJson, compareText } from '../../domain/canonical.ts'
import type { Decision } from '../../domain/decision.ts'
import type { GenericRuling } from '../../domain/generic.ts'
import type { SealedLead } from '../../domain/lead.ts'
import type { Paper, PaperKind, PaperOf } from '../../domain/paper/paper.ts'
import type { Files } from '../files.ts'
import { inMemory } from '../in-memory.ts'
import type { Work } from '../port.ts'
import { append, durably } from './custody.ts'
import type { Database } from './database.ts'

export function work(database: Database, files: Files): Work {
  return {
    async putDecision(decision) {
      database.run('INSERT OR REPLACE INTO decisions (id, body) VALUES ($id, $body)', {
        id: decision.id,
        body: canonicalJson(decision),
      })
    },
    async decisions() {
      return database
        .all<{ body: string }>('SELECT body FROM decisions')
        .map(({ body }) => JSON.parse(body) as Decision)
        .toSorted((a, b) => compareText(a.id, b.id))
    },
    async putRuling(ruling) {
      database.run('INSERT OR REPLACE INTO rulings (id, body) VALUES ($id, $body)', {
        id: ruling.id,
        body: canonicalJson(ruling),
      })
    },
    async rulings() {
      return database
        .all<{ body: string }>('SELECT body FROM rulings')
        .map(({ body }) => JSON.parse(body) as GenericRuling)
        .toSorted((a, b) => compareText(a.id, b.id))
    },
    async putPaper(paper) {
      putPaper(database, paper)
    },
    async papers(kind) {
      return papersOf(database, kind)
    },
    async putLead(lead, sealed = []) {
      if (sealed.length === 0) return putLead(database, lead)
      durably(database, () => {
        putLead(database, lead)
        append(database, sealed)
      })
    },
    async leads() {
      return database
        .all<{ body: string }>('SELECT body FROM leads')
        .map(({ body }) => JSON.parse(body) as SealedLead)
        .toSorted((a, b) => b.sealedAt - a.sealedAt || compareText(a.id, b.id))
    },
    async leadPackage(id) {
      const found = database.get<{ body: string; package: Uint8Array }>(
        'SELECT body, package FROM leads WHERE id = $id',
        { id },
      )
      if (found === undefined) return undefined
      const { sha256 } = JSON.parse(found.body) as SealedLead
      return (
        (await files.file('leads', sha256)) ??
        (0 < found.package.byteLength ? inMemory(found.package) : undefined)
      )
    },
  }
}

/** The package itself stands on the shelf of leads; what an earlier version kept in the column stays there. */
function putLead(database: Database, lead: SealedLead): void {
  database.run(
    `INSERT INTO leads (id, sealed_at, body, package) VALUES ($id, $sealedAt, $body, x'')
     ON CONFLICT (id) DO UPDATE SET sealed_at = $sealedAt, body = $body`,
    { id: lead.id, sealedAt: lead.sealedAt, body: canonicalJson(lead) },
  )
}

function putPaper(database: Database, paper: Paper): void {
  database.run('INSERT OR REPLACE INTO papers (kind, id, body) VALUES ($kind, $id, $body)', {
    kind: paper.kind,
    id: paper.id,
    body: canonicalJson(paper.body),
  })
}

function papersOf<Kind extends PaperKind>(database: Database, kind: Kind): PaperOf<Kind>[] {
  return database
    .all<{ id: string; body: string }>('SELECT id, body FROM papers WHERE kind = $kind', { kind })
    .map(({ id, body }) => ({ id, kind, body: JSON.parse(body) }) as PaperOf<Kind>)
    .toSorted((a, b) => compareText(a.id, b.id))
}
