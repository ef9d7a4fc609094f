import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Attribution, SupplyClue, TraceStep } from '../../server/contract/ring.ts'
import { codeText, stepText } from '../i18n/words.ts'
import { bitsText, referenceText } from '../scene/format.ts'
import { select, useExplorer } from '../scene/store.ts'
import { PlaceList } from './place-list.tsx'

/** What supports one factory or place, the path that leads there with its weakest step, and what is missing. */
export function AttributionFacts({ attribution }: { readonly attribution: Attribution }) {
  const { t } = useTranslation()
  const size = useExplorer((state) => state.view.scene.ring?.size)
  const {
    parcels,
    testBuys,
    links,
    shops,
    strangers,
    hub,
    path,
    weakest,
    missing,
    ledger,
    sameAs,
    places = [],
    placesOmitted,
  } = attribution
  return (
    <>
      <p className="s2">
        {[
          t('ring.parcels', { count: parcels }),
          t('ring.testBuys', { count: testBuys }),
          t('ring.links', { count: links }),
        ].join(t('shell.comma'))}
      </p>
      <p className="m">
        {t('ring.serves', { count: shops.length, size: size ?? shops.length })}
        {strangers > 0 && ` ${t('ring.strangers', { count: strangers })}`}
      </p>
      {sameAs !== undefined && (
        <p className="m">
          {t('ring.sameAs', {
            names: sameAs
              .map(({ name, bits }) => `${name} (${bitsText(bits)})`)
              .join(t('shell.comma')),
          })}
        </p>
      )}
      {hub && <p className="m">{t('ring.hubNote')}</p>}
      {ledger !== undefined && <Clues clues={ledger} />}
      <PlaceList places={places} more={placesOmitted} />
      {path.length > 0 && (
        <>
          <h3 className="sub">{t('ring.path')}</h3>
          <ol className="path">
            {path.map((step, place) => (
              <Step
                key={`${step.from} ${step.relation} ${step.to}`}
                step={step}
                weakest={place === weakest}
              />
            ))}
          </ol>
        </>
      )}
      {missing.length > 0 && (
        <>
          <h3 className="sub">{t('ring.missing')}</h3>
          <ul>
            {missing.map((code) => (
              <li key={code} className="row warn">
                <IconAlertTriangle className="i" size={14} stroke={1.75} aria-hidden="true" />
                {codeText(t, 'missing', code)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What its odds are made of, line by line. */
function Clues({ clues }: { readonly clues: readonly SupplyClue[] }) {
  const { t } = useTranslation()
  return (
    <>
      <h3 className="sub">{t('ring.whyFactory')}</h3>
      <ul>
        {clues.map(({ says, bits, count, records }) => (
          <li key={says} className="row">
            <span>
              {codeText(t, 'clues', says)}
              {count !== undefined && ` × ${count}`}
            </span>
            <span className="grow" />
            {records.length > 0 && (
              <span className="m">{t('ring.records', { count: records.length })}</span>
            )}
            <span className="num">{bitsText(bits)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Step({ step, weakest }: { readonly step: TraceStep; readonly weakest: boolean }) {
  const { t } = useTranslation()
  const { from, relation, to, records } = step
  const support =
    records.length === 0 ? t('ring.stepNoRecord') : t('ring.records', { count: records.length })
  return (
    <li>
      <IconChevronRight className="i" size={12} stroke={2} aria-hidden="true" />
      <span>
        <End id={from} /> <span className="m">{stepText(t, relation)}</span> <End id={to} />
      </span>
      <span className={weakest ? 'chip warn' : 'chip'}>
        {weakest ? `${t('ring.weakestOfPath')}, ${support}` : support}
      </span>
    </li>
  )
}

function End({ id }: { readonly id: string }) {
  const node = useExplorer((state) => state.view.scene.nodes.get(id))
  if (node === undefined) return <span>{referenceText(id)}</span>
  return (
    <button type="button" className="cite" onClick={() => select({ kind: 'nodes', keys: [id] })}>
      {node.name}
    </button>
  )
}
