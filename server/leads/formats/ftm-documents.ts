import type { SourceRecord } from '../../domain/record.ts'
import { type FtmEntity, ftmEntity, ftmId } from './ftm-entity.ts'
import { documentId, type FtmInput, proofOf } from './ftm-input.ts'

/** Source files, and each parcel as the movement of goods that it was. */
export function ftmDocuments(input: FtmInput): FtmEntity[] {
  const { core, evidence } = input
  const documents = evidence.items.map(({ id, source, file, sha256, origin, licence, asOf }) =>
    ftmEntity(documentId(source), 'Document', {
      fileName: [file],
      title: [source],
      publisher: [origin],
      retrievedAt: [asOf],
      notes: [
        `evidence: ${id}`,
        // contentHash is SHA-1 in this model: another hash there would be taken for one.
        ...(sha256 === undefined ? [] : [`SHA-256: ${sha256}`]),
        ...(licence === undefined ? [] : [`licence: ${licence}`]),
      ],
    }),
  )
  const parcels = core.records.filter(({ kind }) => kind === 'parcel')
  return [...documents, ...parcels.map((record) => shipment(record, input))]
}

/** Whom it went to is withheld; who sent it is told where the record names one factory that is on record. */
function shipment(record: SourceRecord, input: FtmInput): FtmEntity {
  const { hash, fields } = record
  const field = (name: string) => [fields[name] ?? ''].flat().join('; ')
  const { rows, proof } = proofOf(input, [hash])
  const senders = input.core.nodes.filter(
    ({ kind, records }) => kind === 'Factory' && records.includes(hash),
  )
  return ftmEntity(ftmId('parcel', hash), 'EconomicActivity', {
    sender: senders.length === 1 ? senders.map(({ key }) => ftmId(key)) : [],
    goodsDescription: [field('declared_goods')],
    date: [field('sent_on'), field('received_on')],
    summary: [`parcel ${field('waybill')} of ${field('shop')}`],
    recordId: rows,
    proof,
  })
}
