import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { NeighbourCount } from '../../server/contract/graph.ts'
import { countsQuery } from '../api/queries.ts'
import { expandAll, expandBudget, expandGroup } from '../commands/expand.ts'
import { noNeighborsText } from '../graph/menu-items.ts'
import { relationText } from '../i18n/words.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { KindDot } from '../marks/kind-dot.tsx'
import type { Past } from '../scene/past.ts'
import { useExplorer } from '../scene/store.ts'
import { Candidates } from './candidates.tsx'

/** What a node is related to, by type, with counts before anything is fetched and a button for each. */
export function Neighbors({ id, past }: { readonly id: string; readonly past: Past | undefined }) {
  const { t } = useTranslation()
  const answer = useQuery(countsQuery(id, past))
  const staged = useExplorer((state) => state.staged)
  if (answer.error !== null) {
    return <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
  }
  if (answer.data === undefined) return <Bones rows={4} />
  const { counts } = answer.data
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <h2 className="sub">
        {t('node.observed')} <span className="m">{t('node.counts')}</span>
      </h2>
      {counts.length === 0 && <p className="m">{noNeighborsText(t, past)}</p>}
      <ul className="lines">
        {counts.map((group) => (
          <Group key={`${group.type} ${group.direction} ${group.kind}`} id={id} group={group} />
        ))}
      </ul>
      {total > expandBudget && <p className="m small">{t('node.overBudget', { count: total })}</p>}
      {counts.length > 1 && total <= expandBudget && (
        <button type="button" className="btn slim" onClick={() => void expandAll(id)}>
          {t('node.expandAll', { count: total })} <kbd>E</kbd>
        </button>
      )}
      {staged?.key === id && <Candidates staged={staged} />}
    </>
  )
}

interface GroupProps {
  readonly id: string
  readonly group: NeighbourCount
}

function Group({ id, group }: GroupProps) {
  const { t } = useTranslation()
  const label = t(group.count > expandBudget ? 'node.stage' : 'node.expand')
  const kind = t(`kindsMany.${group.kind}`)
  const relation = relationText(t, group)
  return (
    <li className="row">
      <KindDot kind={group.kind} />
      <span className="clip">
        {kind} <span className="m">{relation}</span>
      </span>
      <span className="grow" />
      <b className="num">{group.count}</b>
      <button
        type="button"
        className="btn slim"
        aria-label={`${label}: ${kind}, ${relation}, ${group.count}`}
        onClick={() => void expandGroup(id, group)}
      >
        {label}
      </button>
    </li>
  )
}
