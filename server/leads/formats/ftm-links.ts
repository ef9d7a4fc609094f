import type { Link } from '../../domain/link.ts'
import { type FtmEntity, ftmEntity, ftmId } from './ftm-entity.ts'
import { type FtmInput, proofOf } from './ftm-input.ts'

/** Derived links: a relation where a person said that it is so, a candidate for somebody to judge where nobody did. */
export function ftmLinks(input: FtmInput): FtmEntity[] {
  return input.core.links.map((link) => {
    const { from, to, kind, probability, channels, ledger } = link
    const { rows, proof } = proofOf(
      input,
      ledger.bars.flatMap(({ a, b }) => [...a.records, ...b.records]),
    )
    const id = ftmId(from, kind, to, 'derived')
    if (kind === 'shares_supply' || isConfirmed(link)) {
      return ftmEntity(id, 'UnknownLink', {
        subject: [ftmId(from)],
        object: [ftmId(to)],
        role: [sentences[kind]],
        status: [isConfirmed(link) ? 'confirmed by a person' : 'computed'],
        summary: [`probability ${decimal(probability)}`],
        recordId: rows,
        proof,
      })
    }
    return ftmEntity(id, 'Similar', {
      candidate: [ftmId(from)],
      match: [ftmId(to)],
      confidenceScore: [decimal(probability)],
      // The schema has no place for documents.
      criteria: [`${sentences[kind]}: ${channels.join(', ')}`, `evidence: ${rows.join(' ')}`],
      matcher: [`Revenant ${ledger.calibration.model}`],
    })
  })
}

const sentences: Readonly<Record<Link['kind'], string>> = {
  came_back_as: 're-registered as',
  same_controller: 'one controller',
  shares_supply: 'may share a supply',
}

/** A person decided that one controller runs both, and nobody took it back or said otherwise. */
function isConfirmed({ ledger }: Link): boolean {
  const standing = ledger.decisions.filter(({ retractedAt }) => retractedAt === undefined)
  return 0 < standing.length && standing.every(({ verdict }) => verdict === 'same')
}

/** Without an exponent, which a number of the model may not have. */
function decimal(value: number): string {
  return value.toFixed(6)
}
