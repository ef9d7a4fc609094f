import type { FoldState } from '../../domain/fold-state.ts'
import { namesSaid, withEveryName } from '../every-name.ts'
import { readSaid } from '../written-facts.ts'
import type { Connection } from './connection.ts'
import { thingStates } from './graph-queries.ts'
import { inParts } from './in-parts.ts'
import { keepEndedIn } from './past-reads.ts'
import type { Runner } from './query.ts'
import { scanRecordVersions } from './record-queries.ts'
import { putStatesIn } from './settle-nodes.ts'

/** Records in one transaction. */
const recordsAtOnce = 1_000

/** Lets nodes and versions of records of an earlier version be found by every name that records give, or gave. Batch by batch: doing it again ends what was broken off. */
export async function findAnew(connection: Connection): Promise<void> {
  let after: string | undefined = ''
  while (after !== undefined) {
    const from: string = after
    after = await connection.write((runner) => findSome(runner, from))
  }
}

/** Answers with the last of a full page. */
async function findSome(runner: Runner, after: string): Promise<string | undefined> {
  const limit = BigInt(recordsAtOnce)
  const versions = await scanRecordVersions.rows(runner, { after, limit })
  const isCurrent = ({ supersededAt }: { supersededAt: number | null }) => supersededAt === null
  await nameThings(
    runner,
    versions.filter(isCurrent).map(({ facts }) => facts),
  )
  await keepEndedIn(
    runner,
    versions.filter((version) => !isCurrent(version)),
  )
  return versions.length < recordsAtOnce ? undefined : versions.at(-1)?.version
}

async function nameThings(runner: Runner, facts: readonly string[]): Promise<void> {
  const said = namesSaid(facts.flatMap((one) => readSaid(one).nodes))
  const standing = await inParts(runner, thingStates, [...said.keys()])
  const named = standing.flatMap(({ key, state }) => {
    const more = said.get(key)
    const all = more && withEveryName(key, JSON.parse(state) as FoldState, more)
    return all === undefined ? [] : [{ id: key, state: all }]
  })
  await putStatesIn(runner, named)
}
