import { nodeKinds } from '../../domain/graph.ts'
import { keyRange } from '../key-range.ts'
import type { Database } from './database.ts'
import { writtenVersion } from './written-version.ts'

/** Tells which things may begin a relation, without looking each of them up. Asked for once a question: false of a key whose kind begins none, as in most stores shops and factories do and telephones never. */
export type Beginnings = () => (key: string) => boolean

/** Asked of the store by kind, and kept until somebody writes. */
export function beginningsIn(database: Database): Beginnings {
  let version: string | undefined
  let none: readonly string[] = []
  return () => {
    const now = writtenVersion(database)
    if (now !== version) none = prefixesOfNone(database)
    version = now
    const prefixes = none
    return (key) => !prefixes.some((prefix) => key.startsWith(prefix))
  }
}

function prefixesOfNone(database: Database): readonly string[] {
  return nodeKinds
    .map(keyRange)
    .filter(
      (range) =>
        database.get(
          'SELECT 1 FROM edges WHERE from_key >= $lowest AND from_key < $highest LIMIT 1',
          range,
        ) === undefined,
    )
    .map(({ lowest }) => lowest)
}
