import type { HoldPaper, NotePaper, RolePaper } from '../domain/paper/paper.ts'
import { thingsOf } from '../domain/paper/subject.ts'
import type { GraphReads, Work } from '../store/port.ts'
import { keysNow, subjectNow } from './keys-now.ts'

type Reads = Pick<GraphReads, 'bareNodes'> & Pick<Work, 'papers'>

/** Holds by the keys that their shops have now. */
export async function holdsNow(store: Reads): Promise<HoldPaper[]> {
  const papers = await store.papers('hold')
  const now = await keysNow(
    store,
    papers.map(({ body }) => body.shop),
  )
  return papers.map((paper) => ({ ...paper, body: { ...paper.body, shop: now(paper.body.shop) } }))
}

/** Notes by the keys that what they are about has now. */
export async function notesNow(store: Reads): Promise<NotePaper[]> {
  const papers = await store.papers('note')
  const now = await keysNow(
    store,
    papers.flatMap(({ body }) => thingsOf(body.about)),
  )
  return papers.map((paper) => ({
    ...paper,
    body: { ...paper.body, about: subjectNow(now, paper.body.about) },
  }))
}

/** Stated roles by the keys that the shops have now of which they are stated. */
export async function rolesNow(store: Reads): Promise<RolePaper[]> {
  const papers = await store.papers('role')
  const now = await keysNow(
    store,
    papers.map(({ body }) => body.of),
  )
  return papers.map((paper) => ({ ...paper, body: { ...paper.body, of: now(paper.body.of) } }))
}
