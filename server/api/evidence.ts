import { type Response, Router } from 'express'
import type { z } from 'zod'

import { EvidenceItemAnswer, type EvidenceRow, type ReceiptBody } from '../contract/evidence.ts'
import { byId } from '../contract/route.ts'
import { otherAddresses, routes } from '../contract/routes.ts'
import type { CustodyEvent } from '../domain/evidence/custody.ts'
import { dayEverywhere, retentionOf } from '../domain/evidence/retention.ts'
import { FailureError, RefusalError } from '../domain/failure.ts'
import type { EpochMs, Sha256 } from '../domain/units.ts'
import { exportFile } from '../jobs/custody/acts.ts'
import { keptItems } from '../jobs/custody/due.ts'
import { holdingsOf } from '../jobs/custody/items.ts'
import { receiveFile } from '../jobs/custody/receive.ts'
import type { Store } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { mount } from './mount.ts'
import { ProblemError, parseRequest } from './problem.ts'
import { runOf } from './run-of.ts'
import { sendFile } from './send-file.ts'
import { ticketRack } from './ticket-rack.ts'

type Context = Pick<ApiContext, 'stores' | 'now' | 'newId' | 'checkAnswers'>

interface Copy {
  readonly sha256: Sha256
  readonly name: string
}

/** Files of evidence: said first and sent then, as they are; and asked for by name and reason before they are fetched. */
export function evidence(context: Context): Router {
  const router = Router()
  const { stores, now } = context
  const receipts = ticketRack<z.output<typeof ReceiptBody>>(context.newId)
  const copies = ticketRack<Copy>(context.newId)
  mount(router, context, routes.evidence, async ({ query: { about, ring, limit } }) => {
    const { store } = stores.served()
    const subjects = ring === undefined ? about && [about] : await subjectsOf(store, ring)
    const found = (await keptItems(store, now()))
      .filter(({ item }) => !subjects || item.about.some((one) => subjects.includes(one)))
      .map(({ item, retention }): EvidenceRow => ({ ...item, retention }))
    const items = found.slice(0, limit)
    return { items, total: found.length, omitted: found.length - items.length }
  })
  mount(router, context, routes.openReceipt, async ({ body }) => ({ id: receipts.put(body) }))
  mount(router, context, routes.evidenceItem, ({ params: { id } }) =>
    itemAnswer(stores.served().store, id, now()),
  )
  mount(router, context, routes.exportEvidence, async ({ params: { id }, body: { by, why } }) => {
    const { store } = stores.served()
    await itemAnswer(store, id, now())
    const { file } = await refusing(exportFile(store, { file: id, by, now: now(), why }))
    return { id: copies.put({ sha256: file.sha256, name: file.name }) }
  })
  router.put(otherAddresses.evidenceFile, async (request, response) => {
    const { id } = parseRequest(byId, request.params)
    const receipt = known(
      receipts.take(id),
      'No file is expected here; say first what will be sent.',
    )
    if (!request.is('application/octet-stream')) {
      throw new ProblemError(
        'request-invalid',
        'A file is sent as it is (Content-Type: application/octet-stream).',
      )
    }
    const { store } = stores.served()
    const { by, collection, bytes, ...rest } = receipt
    const { item } = await refusing(
      receiveFile(store, whole(request, bytes), {
        ...rest,
        ...{
          by,
          now: now(),
          collection: { ...collection, collectedBy: collection.collectedBy ?? by },
        },
      }),
    )
    const answer = await itemAnswer(store, item.file.sha256, now())
    response.json(context.checkAnswers ? EvidenceItemAnswer.parse(answer) : answer)
  })
  router.get(otherAddresses.evidenceCopy, async (request, response) => {
    const { id } = parseRequest(byId, request.params)
    const copy = known(copies.take(id), 'This copy was fetched already; ask for it again.')
    await send(stores.served().store, copy, response)
  })
  return router
}

/** Whatever a capture holds, no browser is to open it as a page of ours. */
async function send(store: Store, { sha256, name }: Copy, response: Response): Promise<void> {
  const source = await store.file('evidence', sha256)
  if (source === undefined) throw new FailureError(`The bytes of ${name} (${sha256}) are missing.`)
  response.attachment(name).type('application/octet-stream').set({
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  })
  await sendFile(source, response)
}

async function subjectsOf(store: Store, id: string): Promise<string[]> {
  const run = await runOf(store)
  const ring = await store.ring(run.id, id)
  if (ring === undefined) throw new ProblemError('ring-unknown', `Run ${run.id} has no ring ${id}.`)
  return [ring.id, ...ring.members.map(({ shop }) => shop)]
}

async function itemAnswer(store: Store, sha256: Sha256, now: EpochMs) {
  const item = (await holdingsOf(store)).items.get(sha256)
  if (item === undefined) {
    throw new ProblemError(
      'evidence-unknown',
      `No file of evidence has the SHA-256 ${sha256}; /api/evidence lists them.`,
    )
  }
  const events: CustodyEvent[] = []
  for await (const event of store.custody()) {
    if (event.what !== 'verified' && event.file === sha256) events.push(event)
  }
  return { item: { ...item, retention: retentionOf(item, dayEverywhere(now)) }, events }
}

/** A file that ends too soon, or goes on for longer than was said, is not the one that was meant. */
async function* whole(chunks: AsyncIterable<Uint8Array>, bytes: number) {
  let taken = 0
  for await (const chunk of chunks) {
    taken += chunk.byteLength
    if (bytes < taken) throw new RefusalError('The file is longer than was said; choose it again.')
    yield chunk
  }
  if (taken < bytes) throw new RefusalError('The file did not arrive whole; send it again.')
}

async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw cause instanceof RefusalError ? refused(cause) : cause
  }
}

function refused(cause: RefusalError): ProblemError {
  return new ProblemError('evidence-refused', cause.message, { cause })
}

function known<T>(value: T | undefined, detail: string): T {
  if (value !== undefined) return value
  throw new ProblemError('evidence-unknown', detail)
}
