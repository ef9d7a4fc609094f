import { refusal } from '../domain/refusals.ts'
import { dayOfMoment } from '../domain/units.ts'
import { type ClaimContext, claimContext } from './claims/context.ts'
import { type Claims, claimsOf } from './claims.ts'
import type { LeadContents } from './contents.ts'
import { type Core, coreOf } from './core.ts'
import { type EvidenceBook, evidenceOf } from './evidence.ts'
import { tablesOf } from './formats/tables.ts'
import { type GoodsStanding, goodsStandings } from './goods-standing.ts'
import { limitsOf } from './limits.ts'
import { namesOf } from './names.ts'
import type { LeadOptions } from './options.ts'
import { refuseNoRight, refuseOneKind, refuseOutside } from './refusals.ts'
import { type Language, type Words, wordsOf } from './words/words.ts'

/** Everything that a lead says, in one language, before any of it is written. */
export interface Draft {
  readonly words: Words
  readonly core: Core
  readonly evidence: EvidenceBook
  readonly context: ClaimContext
  readonly claims: Claims
  /** What is known of the goods of each shop of the ring, by its key. */
  readonly goods: ReadonlyMap<string, GoodsStanding>
  readonly limits: readonly string[]
  /** Tables by file name; one with nothing to say is undefined. */
  readonly tables: Readonly<Record<string, string | undefined>>
}

/** Says in one language what the contents support: in every language the same claims, with the same numbers and the same evidence. */
export function draftOf(
  contents: LeadContents,
  language: Language,
  options: Pick<LeadOptions, 'approvedBy' | 'now' | 'signer' | 'to' | 'territory'>,
): Draft {
  const words = wordsOf(language)
  const core = coreOf(contents, words)
  const evidence = evidenceOf(core)
  refuseOutside(core, evidence, options)
  const nameOf = namesOf(core.nodes)
  const context = claimContext(core, { evidence, words: words.claims, nameOf })
  const claims = claimsOf(context)
  if (claims.claims.every(({ kind }) => kind === 'right'))
    throw refusal('lead-unsupported', { ring: core.ring.id })
  refuseOneKind(context, claims)
  refuseNoRight(context)
  const goods = goodsStandings({
    shops: context.ownShops.map((shop) => ({ shop, lives: context.nodes.get(shop)?.lives ?? [] })),
    records: core.events,
    asOf: core.run.asOf,
    sealedOn: dayOfMoment(options.now),
  })
  const tables = tablesOf(context, goods)
  const emptyTables = Object.keys(tables).filter((file) => tables[file] === undefined)
  const limits = limitsOf({ context, claims, words, options, emptyTables })
  return { words, core, evidence, context, claims, goods, limits, tables }
}
