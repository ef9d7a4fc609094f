import { plainKey } from '../domain/keys.ts'
import type { CasePaper, ScenePaper } from '../domain/paper/paper.ts'
import { thingsOf } from '../domain/paper/subject.ts'
import type { EpochMs } from '../domain/units.ts'
import type { Runs, Work } from '../store/port.ts'

/** Who is at a thing already: of a case its owner, of a lead who sealed it and when, and nothing of what they found. */
export interface Conflicts {
  readonly cases: { owner: string; status: 'open' | 'closed' }[]
  readonly leads: { sealedBy: string; sealedAt: EpochMs }[]
}

export interface Asked {
  /** A ring by its id, or a thing by its key. */
  readonly about: string
  /** The case that asks. */
  readonly case?: string | undefined
}

/** The other cases that laid a thing aside or keep it in a saved scene, and the leads that were sealed about a ring with it. */
export async function conflictsAbout(
  store: Runs & Work,
  { about, case: own }: Asked,
): Promise<Conflicts> {
  const run = await store.currentRun()
  const ring = run === undefined ? undefined : await store.ring(run.id, about)
  const things = new Set(
    (ring === undefined ? [about] : ring.members.map(({ shop }) => shop)).map(plainKey),
  )
  const scenes = await store.papers('scene')
  const cases = (await store.papers('case'))
    .filter(({ id, body }) => id !== own && body.retractedAt === undefined)
    .filter((paper) => touches(thingsIn(paper, scenes), things))
    .map(({ body: { owner, status } }) => ({ owner, status }))
  const leads: Conflicts['leads'] = []
  for (const lead of (await store.leads()).toReversed()) {
    const sealed = await store.ring(lead.run, lead.ring)
    const shops = sealed?.members.map(({ shop }) => shop) ?? []
    if (lead.ring !== about && !touches(shops, things)) continue
    leads.push({ sealedBy: lead.sealedBy, sealedAt: lead.sealedAt })
  }
  return { cases, leads }
}

function thingsIn({ id, body }: CasePaper, scenes: readonly ScenePaper[]): string[] {
  const kept = scenes.filter(
    ({ body: scene }) => scene.case === id && scene.retractedAt === undefined,
  )
  return [...body.tray.flatMap(thingsOf), ...kept.flatMap(({ body: scene }) => scene.keys)]
}

function touches(keys: readonly string[], things: ReadonlySet<string>): boolean {
  return keys.some((key) => things.has(plainKey(key)))
}
