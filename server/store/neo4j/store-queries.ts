import { z } from 'zod'

import { command, Integer, query } from './query.ts'

const Owner = z.object({ version: Integer, restoring: z.boolean() })
const Foreign = z.object({ count: Integer, labels: z.array(z.string()) })
const Locked = z.object({ version: Integer })
const Held = z.object({ held: z.boolean() })

export const owner = query<object, z.infer<typeof Owner>>('read/store', Owner)
export const foreignLabels = query<object, z.infer<typeof Foreign>>('read/foreign-labels', Foreign)
export const markStore = command<{ version: bigint }>('write/mark-store')
export const lockStore = query<object, z.infer<typeof Locked>>('write/lock-store', Locked)
export const held = query<object, z.infer<typeof Held>>('read/held', Held)
export const setRestoring = command<{ restoring: boolean }>('write/set-restoring')
export const clearStore = command<object>('write/clear-store')
export const awaitIndexes = command<object>('read/await-indexes')
