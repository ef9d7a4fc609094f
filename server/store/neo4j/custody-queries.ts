import { z } from 'zod'

import { Body, command, Integer, query } from './query.ts'

const Head = z.object({ seq: Integer, hash: z.string() })
const Event = Body.extend({ seq: Integer })

export const custodyHead = query<object, z.infer<typeof Head>>('read/custody-head', Head)
export const custodyPage = query<{ after: bigint; limit: bigint }, z.infer<typeof Event>>(
  'read/custody',
  Event,
)
export const putCustody = command<{
  events: readonly { readonly seq: bigint; readonly hash: string; readonly body: string }[]
}>('write/put-custody')
