import { useTranslation } from 'react-i18next'

import type { Ring } from '../../server/contract/ring.ts'
import type { RingEvent } from '../../server/contract/ring-history.ts'
import { openRing } from '../commands/open.ts'
import { causeText } from '../i18n/cause-text.ts'
import { changeIcons } from '../marks/change-icons.ts'
import { referenceText } from '../scene/format.ts'
import { useExplorer } from '../scene/store.ts'

/** What became of the ring since the run before, and why; nothing where its shops are the same, or where no run came before. */
export function RingEventNote({ ring: { event } }: { readonly ring: Ring }) {
  const { t } = useTranslation()
  const isFirst = useExplorer(({ seen }) => seen?.run?.id === 1)
  if (event === undefined || isFirst) return null
  const { change, gained, lost, to } = event
  const Icon = changeIcons[change]
  return (
    <>
      <h2 className="sub">{t('ring.event')}</h2>
      <p className="s2">
        <Icon className="i" size={14} stroke={1.75} aria-hidden="true" />{' '}
        {t('ring.eventShops', {
          change: t(`ring.became_${change}`),
          gained: gained.length,
          lost: lost.length,
        })}
      </p>
      {event.slight === true && <p className="m small">{t('ring.slight')}</p>}
      {to.map((id) => (
        <button key={id} type="button" className="cite" onClick={() => void openRing(id)}>
          {t('ring.wentTo', { ring: referenceText(id) })}
        </button>
      ))}
      <Causes event={event} />
    </>
  )
}

function Causes({ event: { causes, causesOmitted } }: { readonly event: RingEvent }) {
  const { t } = useTranslation()
  const nodes = useExplorer(({ view }) => view.scene.nodes)
  if (causes.length === 0) return null
  const nameOf = (key: string) => nodes.get(key)?.name ?? referenceText(key)
  return (
    <details className="small">
      <summary>{t('ring.causes', { count: causes.length + causesOmitted })}</summary>
      <ul className="lines">
        {causes.map((cause) => {
          const text = causeText(t, cause, nameOf)
          return <li key={text}>{text}</li>
        })}
      </ul>
      {causesOmitted > 0 && (
        <p className="m">{t('ring.causesOmitted', { count: causesOmitted })}</p>
      )}
    </details>
  )
}
