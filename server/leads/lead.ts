import { z } from 'zod'

import { canonicalJson } from '../domain/canonical.ts'
import { canonicalLine } from '../domain/canonical-bytes.ts'
import { dayOfMoment } from '../domain/units.ts'
import type { ClaimContext } from './claims/context.ts'
import type { LeadContents } from './contents.ts'
import type { Core } from './core.ts'
import { LeadDocument, leadDocument } from './document.ts'
import { draftOf } from './draft.ts'
import type { EvidenceBook } from './evidence.ts'
import { bagOf } from './formats/bag.ts'
import type { Content } from './formats/content.ts'
import { enclosedFiles } from './formats/enclosed-files.ts'
import { evidenceList, recordsNdjson } from './formats/evidence-files.ts'
import { graphFilesOf } from './formats/graph-files.ts'
import { methodJson } from './formats/method.ts'
import { keyInUse } from './formats/signature.ts'
import { bytesOf, zipChunks } from './formats/zip.ts'
import { limitsDocument } from './limits.ts'
import type { LeadOptions } from './options.ts'
import { papersOf } from './papers.ts'
import { verifyGuide } from './verify-guide.ts'

/**
 * Seals what was found about one ring into a package for one recipient: a BagIt bag in a zip archive, with a letter, the dossier, the machine copy,
 * tables, graph files, the cited rows, the files of evidence, the method, what was not checked, and a verifier, piece by piece. The same contents and options give the
 * same bytes.
 */
export async function* leadChunks(
  contents: LeadContents,
  options: LeadOptions,
): AsyncGenerator<Uint8Array> {
  if (!leadId.test(options.id)) throw new Error(`not the id of a lead: ${options.id}`)
  const payload = new Map<string, Content>()
  // Each as bytes before the next is written: as texts they would all stand in memory twice.
  for (const [path, content] of payloadOf(contents, options)) payload.set(path, encoded(content))
  yield* zipChunks(options.id, bagOf(payload, bagInfo(options), options.signer))
}

/** The same package in memory, for one without large files. */
export async function packLead(contents: LeadContents, options: LeadOptions): Promise<Uint8Array> {
  return bytesOf(leadChunks(contents, options))
}

/** A folder name in every file system, and nothing that could lead out of one. */
const leadId = /^L-\d{4}-\d{6}-v\d+(?:-r\d+)?$/

function* payloadOf(
  contents: LeadContents,
  options: LeadOptions,
): Generator<readonly [string, string | Content]> {
  const draft = draftOf(contents, options.language ?? 'en', options)
  const { words, core, context, claims, limits, tables, evidence } = draft
  yield* papersOf(contents, draft, options)
  yield ['lead.json', canonicalLine(leadDocument(context, claims, { options, limits }))]
  yield ['lead.schema.json', `${canonicalJson(z.toJSONSchema(LeadDocument))}\n`]
  for (const [file, text] of Object.entries(tables)) if (text !== undefined) yield [file, text]
  yield* dataFiles(context, evidence, options)
  yield ['limits.md', limitsDocument(words.dossier.limits.replace(/^\d+\s+/, ''), limits)]
  yield* pictureFiles(core)
  yield* enclosedFiles(core.enclosed, options.custodyVerifier)
  yield ['verify.mjs', options.verifier]
  yield ['VERIFY.md', verifyGuide(options.id, words.dossier, options.signer)]
}

function* dataFiles(
  { core }: ClaimContext,
  evidence: EvidenceBook,
  { software }: LeadOptions,
): Generator<[string, string | Content]> {
  yield* graphFilesOf(core, evidence)
  yield ['evidence-list.csv', evidenceList(evidence, core.enclosed)]
  yield ['records.ndjson', recordsNdjson(core, evidence)]
  yield ['method.json', methodJson(core, software)]
}

function pictureFiles({ pictures }: Core): [string, string][] {
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
    ['Bagging-Date', dayOfMoment(now)],
    ['Bag-Software-Agent', 'Revenant'],
    ...(signer === undefined
      ? []
      : [['Signing-Key', keyInUse(signer.history).fingerprint] satisfies [string, string]]),
  ]
}

function encoded(content: string | Content): Content {
  return typeof content === 'string' ? new TextEncoder().encode(content.toWellFormed()) : content
}
