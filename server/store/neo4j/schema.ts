import { command, type Query } from './query.ts'

/** Each entry brings a store from the version before it to its own, and is never changed once released. */
export const migrations: readonly (readonly Query<object, never>[])[] = [
  [
    'schema/store-id',
    'schema/thing-key',
    'schema/thing-tokens',
    'schema/record-version',
    'schema/record-hash',
    'schema/current-record-hash',
    'schema/current-record-place',
    'schema/subject-key',
    'schema/source-version',
    'schema/quarantined-place',
    'schema/run-batch',
    'schema/run-id',
    'schema/link-place',
    'schema/link-from',
    'schema/link-to',
    'schema/ring-id',
    'schema/ring-place',
    'schema/attribution-ring',
    'schema/decision-id',
    'schema/lead-id',
  ].map((name) => command<object>(name)),
  [command<object>('schema/ruling-id')],
  [command<object>('schema/paper-place')],
  [command<object>('schema/custody-seq')],
  [command<object>('schema/ended-tokens')],
  [],
  [],
  [command<object>('schema/unfinished-source')],
]

/** From this version on nodes, and records that are no longer current, are found by every name that is given, in every script. */
export const findsEveryName = 7

/** From this version on a store says which loads have not ended. */
export const tellsUnfinished = 8
