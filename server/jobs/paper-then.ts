import type { PaperKind, PaperOf } from '../domain/paper/paper.ts'
import type { EpochMs } from '../domain/units.ts'

/** What people had written by a moment: a statement that was withdrawn since stands again, and of a lead there are the outcomes of then. */
export function paperThen<Kind extends PaperKind>(
  paper: PaperOf<Kind>,
  knownAt: EpochMs,
): PaperOf<Kind>[] {
  return paper.body.at <= knownAt ? [bodyThen(paper, knownAt) as PaperOf<Kind>] : []
}

function bodyThen(paper: PaperOf<PaperKind>, knownAt: EpochMs): PaperOf<PaperKind> {
  if (paper.kind === 'role') {
    const { withdrawn, ...body } = paper.body
    const isLater = withdrawn !== undefined && knownAt < withdrawn.at
    return isLater ? { ...paper, body } : paper
  }
  if (paper.kind !== 'lead') return paper
  const outcomes = paper.body.outcomes
    .filter(({ at }) => at <= knownAt)
    .map((outcome) => {
      const { retractedAt, ...rest } = outcome
      return retractedAt === undefined || retractedAt <= knownAt ? outcome : rest
    })
  return { ...paper, body: { ...paper.body, outcomes } }
}
