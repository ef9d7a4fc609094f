import { useTranslation } from 'react-i18next'

import type { BareNode } from '../../server/contract/graph.ts'
import { moveDate } from '../commands/travel-beside.ts'
import { PastNote } from '../marks/past-note.tsx'
import { pastText } from '../marks/past-text.ts'
import type { Past } from '../scene/past.ts'

interface NotThereProps {
  readonly node: BareNode
  readonly past: Past
}

/** Nothing was on record of a thing in the past where the page stands: says so, and of a day from when on there is. */
export function NotThere({ node, past }: NotThereProps) {
  const { t } = useTranslation()
  const first = firstDay(node)
  const isLater = past.asOf !== undefined && first !== undefined && past.asOf < first
  return (
    <>
      <PastNote>{t('past.notThere', { name: node.name, when: pastText(t, past) })}</PastNote>
      {isLater && (
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
