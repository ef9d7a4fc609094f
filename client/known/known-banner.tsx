import './known.css'

import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import { failureOf } from '../api/problem-error.ts'
import { leavePast, moveMoment } from '../commands/travel-beside.ts'
import { sourcesQuery } from '../import/import-queries.ts'
import { pastText } from '../marks/past-text.ts'
import { zonedText } from '../scene/moment.ts'
import { pastIn } from '../scene/past.ts'
import type { Told } from '../scene/scene-then.ts'
import { useExplorer } from '../scene/store.ts'
import { useTold } from './use-told.ts'

/** Says that the picture is of a past state of knowledge, what that changes and what not, with the one way back to now. */
export function KnownBanner() {
  const { t } = useTranslation()
  const knownAt = useExplorer((state) => state.knownAt)
  const past = useExplorer(pastIn)
  const told = useExplorer((state) => (state.told?.knownAt === knownAt ? state.told : undefined))
  const things = useExplorer((state) => state.view.scene.nodes.size)
  const query = useTold()
  if (knownAt === undefined || past === undefined) return null
  return (
    <section className="banner known-banner" aria-label={t('past.control')}>
      <IconHistory className="i" size={16} stroke={1.75} aria-hidden="true" />
      <div className="grow">
        <p role="status">
          <b>{t('known.banner', { when: pastText(t, past) })}</b>
          {query.error === null && <span> · {toldText(t, told, things)}</span>}
        </p>
        {query.error === null ? (
          <p className="m small">{t('known.limits')}</p>
        ) : (
          <p className="warn small" role="alert">
            {t('known.failed', { problem: t(`problems.${failureOf(query.error).code}`) })}{' '}
            <button type="button" className="btn slim" onClick={() => void query.refetch()}>
              {t('shell.retry')}
            </button>
          </p>
        )}
      </div>
      {told !== undefined && told.answer.nodes.length === 0 && <FirstLoad knownAt={knownAt} />}
      <button type="button" className="btn slim primary" onClick={leavePast}>
        {t('past.toNow')}
      </button>
    </section>
  )
}

/** Nothing of the picture was known: where nothing at all was loaded yet, the way to the first load. */
function FirstLoad({ knownAt }: { readonly knownAt: string }) {
  const { t } = useTranslation()
  const loads = useQuery(sourcesQuery).data?.items.map(({ loadedAt }) => loadedAt) ?? []
  if (loads.length === 0) return null
  const first = new Date(Math.min(...loads)).toISOString()
  if (first <= knownAt) return null
  return (
    <button
      type="button"
      className="btn slim"
      title={t('known.firstLoadNote', { moment: zonedText(first) })}
      onClick={() => moveMoment(first)}
    >
      {t('known.firstLoad')}
    </button>
  )
}

/** How much of the picture was known, and whose links it shows. */
function toldText(t: TFunction, told: Told | undefined, things: number): string {
  if (things === 0) return ''
  if (told === undefined) return t('known.reading')
  const { asked, answer } = told
  const unknown = asked.size - answer.nodes.length
  const unasked = things - asked.size
  return [
    answer.nodes.length === 0 ? t('known.noneKnown') : knownText(t, unknown),
    ...(0 < unasked ? [t('known.unasked', { count: unasked })] : []),
    answer.run === undefined ? t('known.linksNone') : t('known.linksOf', { run: answer.run }),
  ].join(' · ')
}

function knownText(t: TFunction, unknown: number): string {
  return unknown === 0 ? t('known.allKnown') : t('known.unknown', { count: unknown })
}
