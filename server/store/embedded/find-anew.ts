import { namesOf } from '../../domain/fold-names.ts'
import type { FoldState } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import { namesSaid, withEveryName } from '../every-name.ts'
import { nodeTokens } from '../name-grams.ts'
import { readSaid } from '../written-facts.ts'
import type { Database } from './database.ts'
import { endedRecords } from './ended.ts'
import { namesToFind } from './names-to-find.ts'

/** Records at a time, so that memory stays small. */
const recordsAtOnce = 1_000

/** Lets nodes and versions of records of an earlier version be found by every name that records give, or gave. */
export function findAnew(database: Database): void {
  let after = 0
  for (;;) {
    const rows = database.all<VersionRow>(
      `SELECT id, superseded_at, facts FROM records WHERE id > $after ORDER BY id LIMIT $limit`,
      { after, limit: recordsAtOnce },
    )
    nameNodes(
      database,
      rows.filter(({ superseded_at }) => superseded_at === null),
    )
    keepEnded(
      database,
      rows.filter(({ superseded_at }) => superseded_at !== null),
    )
    const last = rows.at(-1)
    if (rows.length < recordsAtOnce || last === undefined) return
    after = last.id
  }
}

interface VersionRow {
  readonly id: number
  readonly superseded_at: number | null
  readonly facts: string
}

function nameNodes(database: Database, current: readonly VersionRow[]): void {
  const said = namesSaid(current.flatMap(({ facts }) => readSaid(facts).nodes))
  const standing = database.all<{ id: number; key: NodeKey; state: string }>(
    'SELECT id, key, state FROM nodes WHERE key IN (SELECT value FROM json_each($keys))',
    { keys: JSON.stringify([...said.keys()]) },
  )
  const names = namesToFind(database)
  for (const { id, key, state } of standing) {
    const more = said.get(key)
    const named = more && withEveryName(key, JSON.parse(state) as FoldState, more)
    if (named === undefined) continue
    const row = { id, state: JSON.stringify(named) }
    database.run('UPDATE nodes SET state = $state WHERE id = $id', row)
    names.change(id, nodeTokens(key, namesOf(key, named)))
  }
  names.write()
}

function keepEnded(database: Database, some: readonly VersionRow[]): void {
  const ended = endedRecords(database)
  for (const { id, facts } of some) ended.end(id, readSaid(facts))
  ended.settled()
}
