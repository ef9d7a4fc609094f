import { useTranslation } from 'react-i18next'

import type { Ring } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { channelsText, codeText } from '../i18n/words.ts'
import { changeIcons } from '../marks/change-icons.ts'
import { useNameLabel } from '../marks/name.tsx'
import { useExplorer } from '../scene/store.ts'

interface RingRowProps {
  readonly ring: Ring
  readonly current: boolean
  readonly onOpen: () => void
}

/** One ring of the queue: its rank with the parts that make it, how large it is, what holds it together. */
export function RingRow({ ring, current, onOpen }: RingRowProps) {
  const { t } = useTranslation()
  const { name, detail } = useNameLabel()(ring.name)
  const channels = channelsText(t, ring.channels)
  const weakest = t('queue.weakest', { probability: probabilityText(ring.weakestStep) })
  return (
    <button
      type="button"
      className="ring-row"
      aria-current={current ? 'true' : undefined}
      onClick={onOpen}
    >
      <span className="row">
        <b className="nm clip">{name}</b>
        <span className="s2 clip">{twoScripts(ring.name, name) && detail}</span>
        <span className="grow" />
        <b className="nowrap">{t('queue.rank', { rank: ring.rank })}</b>
      </span>
      <Parts ring={ring} />
      <span className="row">
        <span className="s2 clip">
          {[
            t('queue.shops', { count: ring.size }),
            t('queue.live', { count: ring.live }),
            t('queue.closures', { count: ring.closed }),
          ].join(t('shell.comma'))}
        </span>
        <span className="grow" />
        <Changed ring={ring} />
        <Flag ring={ring} />
      </span>
      <span className="row small">
        <span className="s2 clip" title={channels}>
          {channels}
        </span>
        <span className="grow" />
        <span className="m nowrap">{weakest}</span>
      </span>
    </button>
  )
}

/** What the rank is made of, as lengths; each part with its points is read out and shown on hover. */
function Parts({ ring: { parts } }: { readonly ring: Ring }) {
  const { t } = useTranslation()
  const said = parts.map(
    ({ part, points }) =>
      `${codeText(t, 'parts', part)}: ${t('queue.points', { points: Math.round(points) })}`,
  )
  const text = `${t('queue.parts')}: ${said.join(t('shell.comma'))}`
  return (
    <span className="parts" role="img" aria-label={text} title={text}>
      {parts
        .filter(({ points }) => points > 0)
        .map(({ part, points }) => (
          <i key={part} style={{ flexGrow: points }} />
        ))}
    </span>
  )
}

function Flag({ ring: { bridges, channels } }: { readonly ring: Ring }) {
  const { t } = useTranslation()
  if (bridges.length > 0) {
    return <span className="chip">{t('queue.bridges', { count: bridges.length })}</span>
  }
  if (channels.length !== 1) return null
  return <span className="chip warn">{t('queue.oneChannel')}</span>
}

/** That the ring changed since the run before; hovering about the threshold is no news. */
function Changed({ ring: { event } }: { readonly ring: Ring }) {
  const { t } = useTranslation()
  const isFirst = useExplorer(({ seen }) => seen?.run?.id === 1)
  if (event === undefined || event.slight === true || isFirst) return null
  const { change, gained, lost } = event
  const Icon = changeIcons[change]
  const became = t(`ring.became_${change}`)
  const counts = { gained: gained.length, lost: lost.length }
  return (
    <span
      className="chip line changed"
      title={`${t('ring.event')}: ${t('ring.eventShops', { change: became, ...counts })}`}
    >
      <Icon className="i" size={12} stroke={1.75} aria-hidden="true" /> {became}
    </span>
  )
}

/** A name in one script has the word "ring" as its second line, which the queue says already. */
function twoScripts(whole: string, first: string): boolean {
  return whole !== first
}
