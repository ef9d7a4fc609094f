import { useTranslation } from 'react-i18next'

import type { BareNode } from '../../server/contract/graph.ts'
import { moveDate } from '../commands/travel-beside.ts'
import { PastNote } from '../marks/past-note.tsx'

interface NotThereProps {
  readonly node: BareNode
  readonly day: string
}

/** Nothing was on record of a thing on the day of the picture: says so, and from when on there is. */
export function NotThere({ node, day }: NotThereProps) {
  const { t } = useTranslation()
  const first = firstDay(node)
  return (
    <>
      <PastNote>{t('past.notThere', { name: node.name, date: day })}</PastNote>
      {first !== undefined && (
        <p>
          {t('past.firstHeard', { date: first })}{' '}
          <button type="button" className="btn slim" onClick={() => moveDate(first)}>
            {t('past.toFirst', { date: first })}
          </button>
        </p>
      )}
    </>
  )
}

/** From its first life or sighting on. */
function firstDay({ lives, firstSeen }: BareNode): string | undefined {
  const days = [firstSeen, ...lives.map(({ from }) => from)]
  return days.filter((day) => day !== undefined).toSorted()[0]
}
