import { compareText } from '../../domain/canonical.ts'
import type { RolePaper } from '../../domain/paper/paper.ts'
import type { Heir } from '../../rings/identity/follow-ring.ts'
import type { GraphReads, Runs, Work } from '../../store/port.ts'
import { rolesNow } from '../papers-now.ts'
import { ringFollower } from './follow-rings.ts'

/** A statement with the names of what it names, and the rings of the current run in which it stands. */
export interface RoleTold {
  readonly paper: RolePaper
  readonly subjectName: string
  readonly ofName: string
  readonly stands: Heir[]
}

type Told = Pick<GraphReads, 'bareNodes'> & Omit<Runs, 'publishRun'> & Pick<Work, 'papers'>

/** What people stated, of one thing or ring or of all: those that stand first, then the latest. */
export async function tellRoles(store: Told, about: string | undefined): Promise<RoleTold[]> {
  const follow = ringFollower(store)
  const told: { paper: RolePaper; stands: Heir[] }[] = []
  for (const paper of await rolesNow(store)) {
    const { of, run, subject } = paper.body
    const stands = run === undefined ? [] : [...(await follow(of, run))]
    const names = [subject, of, ...stands.map(({ ring }) => ring)]
    if (about === undefined || names.includes(about)) told.push({ paper, stands })
  }
  const nameOf = await namesOf(
    store,
    told.map(({ paper }) => paper),
  )
  return told
    .map(({ paper, stands }) => ({
      paper,
      stands,
      subjectName: nameOf(paper.body.subject),
      ofName: nameOf(paper.body.of),
    }))
    .toSorted(standingFirst)
}

/** Names as the current run and graph know them; the key where they no longer do. */
async function namesOf(
  store: Told,
  papers: readonly RolePaper[],
): Promise<(key: string) => string> {
  const keys = papers.flatMap(({ body }) => [body.subject, body.of])
  const nodes = await store.bareNodes([...new Set(keys)].toSorted(compareText))
  const names = new Map(nodes.map(({ key, name }) => [key, name]))
  for (const { body } of papers) {
    if (body.run === undefined || names.has(body.of)) continue
    const ring = await store.ring(body.run, body.of)
    if (ring !== undefined) names.set(body.of, ring.name)
  }
  return (key) => names.get(key) ?? key
}

function standingFirst({ paper: a }: RoleTold, { paper: b }: RoleTold): number {
  const withdrawn = ({ body }: RolePaper) => (body.withdrawn === undefined ? 0 : 1)
  return withdrawn(a) - withdrawn(b) || b.body.at - a.body.at || compareText(a.id, b.id)
}
