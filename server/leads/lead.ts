import { z } from 'zod'

import { canonicalJson } from '../domain/canonical.ts'
import { RefusalError } from '../domain/failure.ts'
import { type ClaimContext, claimContext } from './claims/context.ts'
import { claimsOf } from './claims.ts'
import type { LeadContents } from './contents.ts'
import { type Core, coreOf } from './core.ts'
import { LeadDocument, leadDocument } from './document.ts'
import { dossierBlocks } from './dossier/dossier.ts'
import { paintDossier } from './dossier/paint.ts'
import { type EvidenceBook, evidenceOf } from './evidence.ts'
import { bagOf } from './formats/bag.ts'
import { evidenceList, recordsNdjson } from './formats/evidence-files.ts'
import { gexf } from './formats/gexf.ts'
import { entitiesCsv, graphRows, linksCsv } from './formats/graph-rows.ts'
import { methodJson } from './formats/method.ts'
import { keyInUse } from './formats/signature.ts'
import { tablesOf } from './formats/tables.ts'
import { zipOf } from './formats/zip.ts'
import { limitsDocument, limitsOf } from './limits.ts'
import { namesOf } from './names.ts'
import type { LeadOptions } from './options.ts'
import { refuseOneKind, refuseOutside } from './refusals.ts'
import { verifyGuide } from './verify-guide.ts'
import { type Words, wordsOf } from './words/words.ts'

/**
 * Seals what was found about one ring into a package for one recipient: a BagIt bag in a zip archive, with one dossier, the machine copy,
 * tables, graph files, the cited rows, the method, what was not checked, and a verifier. The same contents and options give the same bytes.
 */
export async function packLead(contents: LeadContents, options: LeadOptions): Promise<Uint8Array> {
  if (!leadId.test(options.id)) throw new Error(`not the id of a lead: ${options.id}`)
  const words = wordsOf(options.language ?? 'en')
  const core = coreOf(contents, words)
  const payload = new Map(
    [...(await payloadOf(core, words, options))].map(([path, content]) => [path, bytesOf(content)]),
  )
  return zipOf(options.id, bagOf(payload, bagInfo(options), options.signer))
}

/** A folder name in every file system, and nothing that could lead out of one. */
const leadId = /^L-\d{4}-\d{6}-v\d+(?:-r\d+)?$/

type Content = string | Uint8Array

async function payloadOf(
  core: Core,
  words: Words,
  options: LeadOptions,
): Promise<ReadonlyMap<string, Content>> {
  const evidence = evidenceOf(core)
  refuseOutside(core.sources, evidence, options)
  const context = claimContext(core, {
    evidence,
    words: words.claims,
    nameOf: namesOf(core.nodes),
  })
  const claims = claimsOf(context)
  if (claims.claims.length === 0) {
    throw new RefusalError(
      `${core.ring.id} cannot be sealed: no record at hand supports a single statement about it; load its data again, then detect`,
    )
  }
  refuseOneKind(context, claims)
  const tables = tablesOf(context)
  const limits = limitsOf({
    context,
    claims,
    words,
    options,
    emptyTables: Object.keys(tables).filter((file) => tables[file] === undefined),
  })
  const blocks = dossierBlocks({ context, claims, limits, words, options })
  const document = leadDocument(context, claims, { options, limits })
  return new Map<string, Content>([
    [
      `01-dossier.${words.language}.pdf`,
      await paintDossier(blocks, { words: words.dossier, options }),
    ],
    ['lead.json', `${canonicalJson(document)}\n`],
    ['lead.schema.json', `${canonicalJson(z.toJSONSchema(LeadDocument))}\n`],
    ...Object.entries(tables).flatMap(([file, text]) =>
      text === undefined ? [] : [[file, text] as const],
    ),
    ...dataFiles(context, evidence, options),
    ['limits.md', limitsDocument(words.dossier.limits.replace(/^\d+\s+/, ''), limits)],
    ...pictureFiles(core),
    ['verify.mjs', options.verifier],
    ['VERIFY.md', verifyGuide(options.id, words.dossier, options.signer)],
  ])
}

function dataFiles(
  { core }: ClaimContext,
  evidence: EvidenceBook,
  { software }: LeadOptions,
): [string, Content][] {
  const rows = graphRows(core, evidence)
  return [
    ['graph/entities.csv', entitiesCsv(rows)],
    ['graph/links.csv', linksCsv(rows)],
    ['graph/cluster.gexf', gexf(rows)],
    ['evidence-list.csv', evidenceList(evidence)],
    ['records.ndjson', recordsNdjson(core, evidence)],
    ['method.json', methodJson(core, software)],
  ]
}

function pictureFiles({ pictures }: Core): [string, Content][] {
  return pictures.map(({ name, svg }) => {
    if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`not the name of a picture: ${name}`)
    return [`pictures/${name}.svg`, svg]
  })
}

function bagInfo({ id, now, by, to, signer }: LeadOptions): [string, string][] {
  return [
    ['External-Identifier', id],
    ['External-Description', `Lead for ${to}`],
    ['Contact-Name', by],
    ['Bagging-Date', new Date(now).toISOString().slice(0, 10)],
    ['Bag-Software-Agent', 'Revenant'],
    ...(signer === undefined
      ? []
      : [['Signing-Key', keyInUse(signer.history).fingerprint] satisfies [string, string]]),
  ]
}

function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content.toWellFormed()) : content
}
