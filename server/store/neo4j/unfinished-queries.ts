import { z } from 'zod'

import { UnfinishedSource } from '../../domain/unfinished.ts'
import type { Part } from './in-parts.ts'
import { command, Integer, query } from './query.ts'

const Unfinished = UnfinishedSource.extend({
  since: Integer.pipe(UnfinishedSource.shape.since),
})
const NewestPut = z.object({ at: Integer.nullable() })

type Range = { readonly from: string; readonly to: string }

export const unfinishedSources = query<object, UnfinishedSource>(
  'read/unfinished-sources',
  Unfinished,
)
export const newestPut = query<Range & { after: bigint }, z.infer<typeof NewestPut>>(
  'read/newest-put',
  NewestPut,
)
export const putUnfinished = command<Part<object>>('write/put-unfinished')
export const putWithdrawal = command<Range & { at: bigint }>('write/put-withdrawal')
export const endUnfinished = command<Range>('write/end-unfinished')
