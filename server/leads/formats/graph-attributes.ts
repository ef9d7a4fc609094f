import type { EntityRow, LinkRow } from './graph-rows.ts'

export type AttributeType = 'string' | 'boolean' | 'int' | 'double'

/** One attribute that graph files give every node, or every edge; nothing is written where it is undefined. */
export interface GraphAttribute<Row> {
  readonly name: string
  readonly type: AttributeType
  readonly of: (row: Row) => string | number | boolean | undefined
}

/** In the order in which they are declared. */
export const nodeAttributes: readonly GraphAttribute<EntityRow>[] = [
  { name: 'key', type: 'string', of: ({ key }) => key },
  { name: 'label', type: 'string', of: ({ name }) => name },
  { name: 'kind', type: 'string', of: ({ kind }) => kind },
  { name: 'pole', type: 'string', of: ({ pole }) => pole },
  { name: 'member', type: 'boolean', of: ({ member }) => member },
  { name: 'holders', type: 'int', of: ({ holders }) => holders },
  { name: 'generic', type: 'boolean', of: ({ generic }) => generic },
  { name: 'firstSeen', type: 'string', of: ({ firstSeen }) => firstSeen },
  { name: 'lastSeen', type: 'string', of: ({ lastSeen }) => lastSeen },
  { name: 'properties', type: 'string', of: ({ properties }) => properties },
  { name: 'evidence', type: 'string', of: ({ evidence }) => evidence.join(' ') },
]

export const edgeAttributes: readonly GraphAttribute<LinkRow>[] = [
  { name: 'type', type: 'string', of: ({ type }) => type },
  { name: 'basis', type: 'string', of: ({ basis }) => basis },
  { name: 'probability', type: 'double', of: ({ probability }) => probability },
  { name: 'bits', type: 'double', of: ({ bits }) => bits },
  { name: 'firstSeen', type: 'string', of: ({ firstSeen }) => firstSeen },
  { name: 'lastSeen', type: 'string', of: ({ lastSeen }) => lastSeen },
  { name: 'properties', type: 'string', of: ({ properties }) => properties },
  { name: 'evidence', type: 'string', of: ({ evidence }) => evidence.join(' ') },
]
