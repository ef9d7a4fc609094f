import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { sourcesQuery } from '../import/import-queries.ts'
import { leadsQuery } from '../leads/leads-query.ts'
import { FailureNote } from '../marks/failure-note.tsx'
import { runsQuery } from '../runs/runs-queries.ts'
import { zonedText } from '../scene/moment.ts'
import { type Moment, momentsOf } from './moments.ts'

interface MomentListProps {
  readonly knownAt: string | undefined
  readonly onGo: (moment: string) => void
}

/** When something was loaded, worked out or sealed, latest first; each leads to what was known just then. */
export function MomentList({ knownAt, onGo }: MomentListProps) {
  const [sources, runs, leads] = [useQuery(sourcesQuery), useQuery(runsQuery), useQuery(leadsQuery)]
  const failed = [sources, runs, leads].find(({ error }) => error !== null)
  if (failed !== undefined)
    return <FailureNote error={failed.error} onRetry={() => void failed.refetch()} />
  const moments = momentsOf({
    sources: sources.data?.items ?? [],
    runs: runs.data?.items ?? [],
    leads: leads.data?.items ?? [],
  })
  return (
    <ul className="known-list">
      {moments.map((moment) => {
        const at = new Date(moment.at).toISOString()
        return (
          <li key={`${moment.kind} ${moment.at}`}>
            <button
              type="button"
              aria-current={at === knownAt ? 'true' : undefined}
              onClick={() => onGo(at)}
            >
              <span className="nowrap">{zonedText(at)}</span>
              <MomentText moment={moment} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function MomentText({ moment }: { readonly moment: Moment }) {
  const { t } = useTranslation()
  const text = () => {
    switch (moment.kind) {
      case 'loaded':
        return t('known.loaded', { dataset: moment.dataset, count: moment.files })
      case 'ran':
        return t('known.ran', { run: moment.run, date: moment.asOf })
      case 'sealed':
        return t('known.sealed', { lead: moment.lead })
    }
  }
  return (
    <span className="s2 clip" title={text()}>
      {text()}
    </span>
  )
}
