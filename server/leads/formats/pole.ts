import type { NodeKind } from '../../domain/graph.ts'

/** What police systems sort things into: person, object, location, event. Organisations are persons there, accounts and numbers objects. */
export const poleClasses: Readonly<Record<NodeKind, 'Person' | 'Object' | 'Location' | 'Event'>> = {
  Identity: 'Person',
  Shop: 'Object',
  Contact: 'Object',
  PaymentAccount: 'Object',
  Origin: 'Location',
  Factory: 'Location',
  Place: 'Location',
  Ring: 'Event',
}
