import { z } from 'zod'

import type { Part } from './in-parts.ts'
import { command, Integer, query } from './query.ts'

const Key = z.object({ key: z.string() })
const Said = z.object({ body: z.string(), row: Integer, facts: z.string() })
const UnwantedVersion = Said.extend({
  version: z.string(),
  hash: z.string(),
  loadedAt: Integer,
  supersededAt: Integer.nullable(),
})
export type UnwantedVersion = z.infer<typeof UnwantedVersion>

type Limit = { readonly limit: bigint }
type Page = { readonly after: string; readonly limit: bigint }
type Terms = { readonly terms: string }

export const saidOf = query<{ keys: readonly string[]; at: bigint }, z.infer<typeof Said>>(
  'read/said-of',
  Said,
)
export const endedKeys = query<Page, z.infer<typeof Key>>('read/ended-keys', Key)
export const keysFound = query<Terms, z.infer<typeof Key>>('read/keys-found', Key)
export const endedKeysFound = query<Terms, z.infer<typeof Key>>('read/ended-keys-found', Key)
export const endedInRange = query<{ from: string; to: string } & Limit, UnwantedVersion>(
  'read/ended-in-range',
  UnwantedVersion,
)
export const versionsOfRecord = query<{ hash: string } & Limit, UnwantedVersion>(
  'read/versions-of-record',
  UnwantedVersion,
)
export const versionsNaming = query<{ key: string } & Limit, UnwantedVersion>(
  'read/versions-naming',
  UnwantedVersion,
)

export const removeSubjects = command<Part<string>>('write/remove-subjects')
export const keepEnded = command<Part<object>>('write/keep-ended')
