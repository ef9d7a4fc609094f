import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { PlaceFacts, PlaceUse, PlaceVisit } from '../../server/contract/graph.ts'
import { codeText } from '../i18n/words.ts'
import { bitsText } from '../scene/format.ts'
import type { PlacesProps } from './place-list.tsx'

/** Places with what is done there, each fact with its basis; one that nobody saw says so. */
export function Places({ places, more, omitted }: PlacesProps) {
  const { t } = useTranslation()
  return (
    <>
      <h3 className="sub">{t('place.title')}</h3>
      <ul>
        {places.map((place) => (
          <li key={place.key}>
            <Place place={place} />
          </li>
        ))}
        {0 < more && <li className="m">{t('place.more', { count: more })}</li>}
      </ul>
      {0 < omitted && <p className="m">{t('place.omitted', { count: omitted })}</p>}
    </>
  )
}

function Place({ place }: { readonly place: PlaceFacts }) {
  const { t } = useTranslation()
  const { name, sameAs, uses, visits, seenOnSite } = place
  return (
    <>
      <p>
        <b>{name}</b>
      </p>
      {sameAs !== undefined && (
        <p className="m">
          {t('place.sameAs', {
            names: sameAs
              .map((own) => `${own.name} (${bitsText(own.bits)})`)
              .join(t('shell.comma')),
          })}
        </p>
      )}
      <ul>
        {uses.map((use) => (
          <Use key={`${use.role} ${use.basis}`} use={use} />
        ))}
        {visits.map((visit) => (
          <Visit key={visit.record} visit={visit} />
        ))}
        {uses.length + visits.length === 0 && <li className="m">{t('place.noUse')}</li>}
        {!seenOnSite && (
          <li className="row warn">
            <IconAlertTriangle className="i" size={14} stroke={1.75} aria-hidden="true" />
            {t('place.notSeen')}
          </li>
        )}
      </ul>
    </>
  )
}

function Use({ use }: { readonly use: PlaceUse }) {
  const { t } = useTranslation()
  const { role, basis, first, last, count } = use
  const days = [...new Set([first, last].filter((day) => day !== undefined))].join(' – ')
  return (
    <li className="row">
      <span>
        {t(`placeRoles.${role ?? 'none'}`)} <span className="m">{days}</span>
      </span>
      <span className="grow" />
      <span className="m" style={{ whiteSpace: 'nowrap' }}>
        {t('ring.records', { count })}
      </span>
      <span className="chip">{t(`placeBases.${basis}`)}</span>
    </li>
  )
}

function Visit({ visit }: { readonly visit: PlaceVisit }) {
  const { t } = useTranslation()
  const { event, on, result } = visit
  return (
    <li className="row">
      <span>
        {codeText(t, 'placeVisits', event)} <span className="m">{on}</span>
      </span>
      <span className="grow" />
      {result !== undefined && <span className="chip">{codeText(t, 'placeResults', result)}</span>}
    </li>
  )
}
