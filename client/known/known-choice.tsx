import './known.css'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { leavePast, moveMoment } from '../commands/travel-beside.ts'
import { fieldsOf, momentOf, zonedText, zoneOf } from '../scene/moment.ts'
import { useExplorer } from '../scene/store.ts'
import { MomentList } from './moment-list.tsx'

/** Which moment: a day and clock of this machine, or when something was loaded, worked out or sealed. */
export function KnownChoice({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const knownAt = useExplorer((state) => state.knownAt)
  const go = (moment: string) => {
    moveMoment(moment)
    onDone()
  }
  return (
    // It takes the focus, so that a click on its words does not close it.
    <section className="known-panel" aria-label={t('past.control')} tabIndex={-1}>
      <p>{t('known.about')}</p>
      <FreeMoment knownAt={knownAt} onGo={go} />
      <h2 className="sub">{t('known.moments')}</h2>
      <MomentList knownAt={knownAt} onGo={go} />
      <p className="m small">{t('known.replaced')}</p>
      {knownAt !== undefined && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            leavePast()
            onDone()
          }}
        >
          {t('past.toNow')}
        </button>
      )}
    </section>
  )
}

interface ChoiceProps {
  readonly knownAt: string | undefined
  readonly onGo: (moment: string) => void
}

function FreeMoment({ knownAt, onGo }: ChoiceProps) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const set = knownAt === undefined ? { day: '', clock: '' } : fieldsOf(knownAt)
  const [day, setDay] = useState(set.day)
  const [clock, setClock] = useState(set.clock)
  useEffect(() => field.current?.focus(), [])
  const moment = momentOf(day, clock)
  const isAhead = moment !== undefined && new Date().toISOString() < moment
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (moment !== undefined) onGo(moment)
  }
  return (
    <form className="known-form" onSubmit={submit}>
      <input
        ref={field}
        type="date"
        className="field"
        aria-label={t('known.day')}
        title={t('known.day')}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <input
        type="time"
        step={1}
        className="field"
        aria-label={t('known.clock')}
        title={t('known.clock')}
        value={clock}
        onChange={(event) => setClock(event.target.value)}
      />
      <button type="submit" className="btn primary" disabled={moment === undefined}>
        {t('known.show')}
      </button>
      <p className={isAhead ? 'warn small' : 'm small'} aria-live="polite">
        {moment === undefined
          ? t('known.zone', { zone: zoneOf(new Date().toISOString()) })
          : t(isAhead ? 'known.ahead' : 'known.means', {
              moment: zonedText(moment),
              utc: utcText(moment),
            })}
      </p>
    </form>
  )
}

/** `2026-05-03 10:00 UTC`. */
function utcText(moment: string): string {
  return `${moment.slice(0, 19).replace('T', ' ')} UTC`
}
