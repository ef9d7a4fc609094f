import { compareText } from '../domain/canonical.ts'
import type { Link } from '../domain/link.ts'
import type { Run } from '../domain/run.ts'
import type { LinkChange, RunChanges } from '../domain/run-change.ts'
import { newlyGeneric, rescoredLink } from '../linkage/rescored-links.ts'
import type { Runs } from '../store/port.ts'
import { allRings } from './all-rings.ts'
import { changedRings } from './changed-rings.ts'
import { givesWay } from './give-way.ts'

/** What one run says that an earlier one did not: rings, links, and links that stood on values which count for nothing since. */
export async function runChanges(store: Runs, since: Run, run: Run): Promise<RunChanges> {
  const [before, after] = [await allRings(store, since.id), await allRings(store, run.id)]
  const links = await compareLinks(store, since.id, run.id)
  const rings = new Map(after.flatMap(({ id, members }) => members.map(({ shop }) => [shop, id])))
  return {
    since,
    run,
    rings: await changedRings(store, {
      since: { run: since, rings: before },
      until: { run, rings: after },
    }),
    links: links.changes
      .map((link) => {
        const ring = rings.get(link.to) ?? rings.get(link.from)
        return { ...link, ...(ring !== undefined && { ring }) }
      })
      .toSorted(bySurest),
    keptLinks: links.kept,
    rescored: links.rescored,
  }
}

type Ends = Pick<Link, 'from' | 'to' | 'kind' | 'probability'>

/** Of the later run only what a link is called stays in memory, and of the earlier one nothing. */
async function compareLinks(store: Runs, since: number, run: number) {
  const generics = newlyGeneric(
    (await store.generics(run))?.values ?? [],
    (await store.generics(since))?.values ?? [],
  )
  const breathe = givesWay()
  const now = new Map<string, Ends>()
  for await (const link of store.linkOutlines(run, { minProbability: 0 })) {
    now.set(placeOf(link), endsOf(link))
    await breathe()
  }
  const changes: Omit<LinkChange, 'ring'>[] = []
  const rescored: RunChanges['rescored'] = []
  let kept = 0
  // What was rescored is told by ledgers, which are read only where anything can have been.
  if (0 < generics.size) {
    for await (const link of store.links(since, { minProbability: 0 })) {
      rescored.push(...rescoredLink(link, now.get(placeOf(link)), generics))
      await breathe()
    }
  }
  for await (const link of store.linkOutlines(since, { minProbability: 0 })) {
    const after = now.get(placeOf(link))
    if (after === undefined) changes.push({ change: 'lost', ...endsOf(link) })
    else kept += 1
    now.delete(placeOf(link))
    await breathe()
  }
  for (const link of now.values()) changes.push({ change: 'gained', ...link })
  return { changes, rescored, kept }
}

function endsOf({ from, to, kind, probability }: Ends): Ends {
  return { from, to, kind, probability }
}

function placeOf({ from, to, kind }: Ends): string {
  return JSON.stringify([from, to, kind])
}

function bySurest(a: LinkChange, b: LinkChange): number {
  return (
    b.probability - a.probability ||
    compareText(a.from, b.from) ||
    compareText(a.to, b.to) ||
    compareText(a.kind, b.kind) ||
    compareText(a.change, b.change)
  )
}
