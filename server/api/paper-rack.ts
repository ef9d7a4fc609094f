import type { Paper, PaperKind, PaperOf } from '../domain/paper/paper.ts'
import { paperIdOf } from '../domain/paper/paper-id.ts'
import type { Work } from '../store/port.ts'
import type { ApiContext } from './context.ts'
import { ProblemError } from './problem.ts'

/** The id of a new paper. */
export function paperId({ now, newId }: Pick<ApiContext, 'now' | 'newId'>): string {
  return paperIdOf(now(), newId())
}

/** The paper of a kind by its id; throws `paper-unknown` when there is none. */
export async function knownPaper<Kind extends PaperKind>(
  store: Work,
  kind: Kind,
  id: string,
): Promise<PaperOf<Kind>> {
  const paper = (await store.papers(kind)).find((own) => own.id === id)
  if (paper !== undefined) return paper
  throw new ProblemError(
    'paper-unknown',
    `No ${kind} has the id ${id}; /api/${kind}s lists those that there are.`,
  )
}

/** Keeps a paper and gives it back. */
export async function keep<P extends Paper>(store: Work, paper: P): Promise<P> {
  await store.putPaper(paper)
  return paper
}
