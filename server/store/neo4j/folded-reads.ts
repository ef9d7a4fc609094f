import type { FoldState } from '../../domain/fold-state.ts'
import type { FoldedReads } from '../history.ts'
import { keyRange } from '../key-range.ts'
import type { Connection } from './connection.ts'
import { scanEdges, scanNodes } from './graph-queries.ts'
import { scan } from './pages.ts'

const { highest } = keyRange(undefined)

export function foldedReads(connection: Connection): FoldedReads {
  return {
    async *foldedNodes() {
      const page = (after: string, limit: bigint) =>
        connection.ask(scanNodes, { after, highest, limit })
      for await (const { key, state } of scan(page, (row) => row.key)) {
        yield { key, state: JSON.parse(state) as FoldState }
      }
    },
    async *foldedEdges() {
      const page = (after: string, limit: bigint) => connection.ask(scanEdges, { after, limit })
      for await (const { key: from, relations } of scan(page, (row) => row.key)) {
        for (const [type, to, discriminator, state, records] of relations) {
          yield {
            id: { from, type, to, discriminator },
            state: JSON.parse(state) as FoldState,
            records: records.toSorted(),
          }
        }
      }
    },
  }
}
