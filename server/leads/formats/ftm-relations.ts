import type { GraphEdge } from '../../domain/graph.ts'
import { type FtmEntity, type FtmValues, ftmEntity, ftmId } from './ftm-entity.ts'
import { type FtmInput, proofOf, schemaOf, textOf } from './ftm-input.ts'
import { holdersOf } from './ftm-things.ts'

/** Observed relations; how somebody is reached is told of them, and is no relation here. */
export function ftmRelations(input: FtmInput): FtmEntity[] {
  return input.core.edges
    .filter(
      ({ from, type, to }) => type !== 'REACHED_AT' && input.nodes.has(from) && input.nodes.has(to),
    )
    .map((edge) => {
      const { rows, proof } = proofOf(input, edge.records)
      const { schema, values } = relationOf(edge, input)
      const { from, type, to, discriminator, firstSeen, lastSeen } = edge
      return ftmEntity(ftmId(from, type, to, discriminator), schema, {
        ...values,
        // Days on which it was seen: an end is not what they are.
        date: [firstSeen, lastSeen],
        recordId: rows,
        proof,
      })
    })
}

interface Relation {
  readonly schema: string
  readonly values: FtmValues
}

function relationOf(edge: GraphEdge, input: FtmInput): Relation {
  const special = schemaRelations[edge.type]?.(edge, input)
  return special ?? unknownLink(edge)
}

/** Relations that the model has a schema for, where both ends are what it takes; undefined where they are not. */
const schemaRelations: Readonly<
  Partial<Record<GraphEdge['type'], (edge: GraphEdge, input: FtmInput) => Relation | undefined>>
> = {
  HOLDS: ({ from, to }, { nodes }) =>
    schemaOf(nodes.get(to)) === 'BankAccount'
      ? { schema: 'Ownership', values: { owner: [ftmId(from)], asset: [ftmId(to)] } }
      : undefined,
  RUNS: ({ from, to, properties }, { nodes }) =>
    schemaOf(nodes.get(to)) === 'Company'
      ? {
          schema: 'Directorship',
          values: {
            director: [ftmId(from)],
            organization: [ftmId(to)],
            role: [textOf(properties.role) ?? 'runs'],
          },
        }
      : undefined,
  TRANSFERS_TO: payment,
}

/** A payment needs one who pays and one who is paid: where nobody holds an account on record, it stays a relation of two accounts. */
function payment({ from, to, properties }: GraphEdge, input: FtmInput): Relation | undefined {
  const [payer] = holdersOf(from, input)
  const [beneficiary] = holdersOf(to, input)
  if (payer === undefined || beneficiary === undefined) return undefined
  const banked = (account: string) =>
    schemaOf(input.nodes.get(account)) === 'BankAccount' ? [ftmId(account)] : []
  return {
    schema: 'Payment',
    values: {
      payer: [ftmId(payer)],
      beneficiary: [ftmId(beneficiary)],
      payerAccount: banked(from),
      beneficiaryAccount: banked(to),
      amount: [textOf(properties.amount)],
      currency: [textOf(properties.currency)],
    },
  }
}

function unknownLink({ from, type, to, properties }: GraphEdge): Relation {
  const role = textOf(properties.role)
  const amount = [textOf(properties.amount), textOf(properties.currency)].filter(Boolean).join(' ')
  return {
    schema: 'UnknownLink',
    values: {
      subject: [ftmId(from)],
      object: [ftmId(to)],
      role: [`${type.toLowerCase().replaceAll('_', ' ')}${role === undefined ? '' : `: ${role}`}`],
      summary: [amount],
    },
  }
}
