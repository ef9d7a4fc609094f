import { namesOf } from '../../domain/fold-names.ts'
import type { FoldState } from '../../domain/fold-state.ts'
import type { NodeKey } from '../../domain/keys.ts'
import { isCalledPlainly } from '../every-name.ts'
import { nodeTokens } from '../name-grams.ts'
import type { Database } from './database.ts'
import { endedRecords } from './ended.ts'
import { namesToFind } from './names-to-find.ts'
import { unpackedSaid } from './packed-facts.ts'

/** Rows at a time, so that memory stays small. */
const rowsAtOnce = 1_000

/** Lets nodes and records of an earlier version be found in scripts whose letters have marks, which it took for gaps between words. */
export function findLetters(database: Database): void {
  eachPage<NodeRow>(database, 'SELECT id, key, state FROM nodes', (nodes) => {
    const names = namesToFind(database)
    for (const { id, key, state } of nodes) {
      const called = namesOf(key, JSON.parse(state) as FoldState)
      if (!isCalledPlainly(key, called)) names.change(id, nodeTokens(key, called))
    }
    names.write()
  })
  const ofEnded =
    'SELECT id, facts FROM record_texts WHERE id IN (SELECT id FROM records WHERE superseded_at IS NOT NULL)'
  eachPage<TextRow>(database, `SELECT * FROM (${ofEnded})`, (records) => {
    const ended = endedRecords(database)
    for (const { id, facts } of records) ended.end(id, unpackedSaid(facts))
    ended.settled()
  })
}

interface Numbered {
  readonly id: number
}

interface NodeRow extends Numbered {
  readonly key: NodeKey
  readonly state: string
}

interface TextRow extends Numbered {
  readonly facts: string
}

function eachPage<Row extends Numbered>(
  database: Database,
  select: string,
  write: (rows: readonly Row[]) => void,
): void {
  let after = 0
  for (;;) {
    const page = `${select} WHERE id > $after ORDER BY id LIMIT $limit`
    const rows = database.all<Row>(page, { after, limit: rowsAtOnce })
    write(rows)
    const last = rows.at(-1)
    if (rows.length < rowsAtOnce || last === undefined) return
    after = last.id
  }
}
