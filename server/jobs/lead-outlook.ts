import type { Amounts } from '../domain/leads/amounts.ts'
import type { ConcernedRight } from '../domain/leads/concerned-right.ts'
import type { Routing } from '../domain/leads/routing.ts'
import type { LeadPaper } from '../domain/paper/paper.ts'
import { refusal } from '../domain/refusals.ts'
import type { ClaimContext } from '../leads/claims/context.ts'
import { claimContext } from '../leads/claims/context.ts'
import { coreOf } from '../leads/core.ts'
import { evidenceOf } from '../leads/evidence.ts'
import { namesOf } from '../leads/names.ts'
import { agencyKinds } from '../leads/routing/kinds.ts'
import { routeOf } from '../leads/routing/route.ts'
import { routePlaces } from '../leads/routing/route-places.ts'
import { wordsOf } from '../leads/words/words.ts'
import type { Store } from '../store/port.ts'
import { ringContents } from './lead-contents.ts'
import { splitOf } from './lead-course.ts'
import { agencyTable, type LeadTables } from './lead-tables.ts'

/** What a lead says of rights and amounts, before anything is sealed. */
export interface LeadRights {
  readonly rights: readonly ConcernedRight[]
  readonly amounts: Amounts
  /** Shops of the lead by key, as they are called. */
  readonly names: Readonly<Record<string, string>>
}

/** The rights that a lead concerns and what its shops took in, by the run that it was drafted on. Throws a RefusalError when its ring is no longer there. */
export async function leadRights(
  store: Store,
  paper: LeadPaper,
  tables: LeadTables,
): Promise<LeadRights> {
  const context = await contextOf(store, paper, tables)
  const { rights, amounts } = context
  return { rights, amounts, names: shopNames(context) }
}

export interface LeadRoute extends Routing {
  readonly names: Readonly<Record<string, string>>
}

/** Who may be competent for a lead, with nothing sent. Throws a RefusalError when its ring is no longer there. */
export async function leadRoute(
  store: Store,
  paper: LeadPaper,
  tables: LeadTables,
): Promise<LeadRoute> {
  const context = await contextOf(store, paper, tables)
  const { core, rights, shops } = context
  const routing = routeOf({
    shops,
    places: routePlaces(core),
    agencies: await agencyTable(tables),
    kinds: agencyKinds(rights, core.records),
    asOf: core.run.asOf,
  })
  return { ...routing, names: shopNames(context) }
}

async function contextOf(
  store: Store,
  paper: LeadPaper,
  tables: LeadTables,
): Promise<ClaimContext> {
  const { body } = paper
  const run = (await store.runs()).find(({ id }) => id === body.run)
  const contents =
    run &&
    (await ringContents(store, run, body.ring, {
      rights: body.rights,
      shops: body.shops,
      split: splitOf(paper),
      tables,
    }))
  if (contents === undefined) throw refusal('lead-ring-gone', { ring: body.ring, run: body.run })
  const words = wordsOf('en')
  const core = coreOf(contents, words)
  const evidence = evidenceOf(core)
  return claimContext(core, { evidence, words: words.claims, nameOf: namesOf(core.nodes) })
}

function shopNames({ shops, nameOf }: ClaimContext): Record<string, string> {
  return Object.fromEntries(shops.map((shop) => [shop, nameOf(shop)]))
}
