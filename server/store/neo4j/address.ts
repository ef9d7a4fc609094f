import { RefusalError } from '../../domain/failure.ts'

export interface Neo4jAddress {
  /** Scheme, host and port: what the driver takes, and what people are shown. */
  readonly server: string
  readonly database: string
}

/** Reads `neo4j://host:7687?database=name`. Throws a RefusalError for what could not mean a server, or holds a password. */
export function readAddress(address: string): Neo4jAddress {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || url.hostname === '') {
    throw new RefusalError(
      'The address of the Neo4j server names no host; write neo4j://host:7687.',
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new RefusalError(
      `The address of ${url.protocol}//${url.host} holds a user name or password, which others could read; set NEO4J_USERNAME and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE instead.`,
    )
  }
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'database')
  if (unknown !== undefined || !['', '/'].includes(url.pathname) || url.hash !== '') {
    throw new RefusalError(
      `The address ${address} holds more than a server and ?database=; write neo4j://host:7687?database=name.`,
    )
  }
  return {
    server: `${url.protocol}//${url.host}`,
    database: url.searchParams.get('database') || defaultDatabase,
  }
}

/** The one database that the Community edition has. */
const defaultDatabase = 'neo4j'
