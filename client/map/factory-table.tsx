import { type MouseEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { FlowsAnswer } from '../../server/contract/flows.ts'
import { selected } from '../graph/selecting.ts'
import { codeText } from '../i18n/words.ts'
import { ProbabilityBar } from '../marks/bar.tsx'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { select, useExplorer } from '../scene/store.ts'
import { useStanding } from '../scene/use-standing.ts'
import { ComparePanel } from './compare-panel.tsx'
import { type FactoryRow, factoryRows } from './factory-rows.ts'
import { tickCompared, useMapState } from './map-state.ts'
import type { MapModel } from './use-map.ts'

const none: FlowsAnswer['sites'] = []

/** The factories behind a ring with what each rests on and what is missing; two can be compared. */
export function FactoryTable({ model }: { readonly model: MapModel }) {
  const { t } = useTranslation()
  const { scene, input, flows } = model
  const compared = useMapState((state) => state.compared)
  const rows = useMemo(
    () => factoryRows(scene, input.traffic, flows?.sites ?? none),
    [scene, input, flows],
  )
  const [a, b] = compared.flatMap((key) => rows.find((row) => row.key === key)?.node ?? [])
  const above = rows.filter(({ share }) => 0.5 <= (share ?? 0)).length
  return (
    <section className="fac" aria-label={t('map.factories')}>
      <div className="fac-head">
        <h2>{t('map.factories')}</h2>
        <span className="s2">{t('map.considered', { count: rows.length, above })}</span>
        <span className="grow" />
        <span className="m small">
          {compared.length === 1 ? t('map.compareHint') : t('map.sorted')}
        </span>
      </div>
      {a !== undefined && b !== undefined && <ComparePanel model={model} a={a} b={b} />}
      <div className="fac-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('map.name')}</th>
              <th scope="col">{t('map.region')}</th>
              <th scope="col" title={t('map.suppliesNote')}>
                {t('map.supplies')}
              </th>
              <th scope="col">{t('map.served')}</th>
              <th scope="col">{t('map.seen')}</th>
              <th scope="col" title={t('map.gradeNote')}>
                {t('map.grade')}
              </th>
              <th scope="col">{t('map.missing')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} model={model} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Row({ row, model }: { readonly row: FactoryRow; readonly model: MapModel }) {
  const { t } = useTranslation()
  const label = useLabel()
  const { key, node, region, shops, firstSeen, lastSeen, grades } = row
  const selection = useExplorer((state) => state.selection)
  const ticked = useMapState((state) => state.compared.includes(key))
  const size = model.scene.ring?.size
  const { outside, unborn } = useStanding(model.scene)
  const faint = outside.has(key) || unborn.has(key)
  const { name, detail } = label(node)
  const isSelected = selection?.kind === 'nodes' && selection.keys.includes(key)
  const pick = (event: MouseEvent) => {
    const add = event.ctrlKey || event.metaKey || event.shiftKey
    select(selected(useExplorer.getState().selection, { of: 'node', id: key }, add))
  }
  return (
    <tr className={[isSelected ? 'sel' : '', faint ? 'faint' : ''].join(' ').trim()}>
      <td>
        <span className="name">
          <input
            type="checkbox"
            checked={ticked}
            aria-label={t('map.compareTick', { name })}
            title={t('map.compareTick', { name })}
            onChange={() => tickCompared(key)}
          />
          <button type="button" className="row" aria-pressed={isSelected} onClick={pick}>
            <KindDot kind="Factory" />
            <b>{name}</b>
            <span className="s2 clip">{detail}</span>
          </button>
          {row.shared && <span className="chip">{t('map.generic')}</span>}
        </span>
      </td>
      <td title={region}>{region ?? t('map.notKnown')}</td>
      <td>
        <Share row={row} total={model.input.traffic.ringParcels} />
      </td>
      <td>
        {size === undefined ? shops.length : t('map.shareOf', { count: shops.length, total: size })}
      </td>
      <td className="nowrap" title={`${firstSeen ?? ''} – ${lastSeen ?? ''}`}>
        {firstSeen === undefined
          ? t('map.notKnown')
          : `${firstSeen.slice(0, 7)} – ${(lastSeen ?? firstSeen).slice(0, 7)}`}
      </td>
      <td>
        {grades[0] === undefined ? (
          t('map.notKnown')
        ) : (
          <span
            className="chip line"
            title={t('map.gradeAll', { list: grades.join(t('shell.comma')) })}
          >
            {grades[0]}
          </span>
        )}
      </td>
      <Missing codes={row.missing} />
    </tr>
  )
}

function Share({ row, total }: { readonly row: FactoryRow; readonly total: number }) {
  const { t } = useTranslation()
  const { share, parcels } = row
  if (share === undefined) return <span className="m">{t('map.notKnown')}</span>
  return (
    <span
      className="share"
      title={`${t('map.shareOf', { count: parcels, total })}. ${t('map.suppliesNote')}`}
    >
      <b>{Math.round(share * 100)} %</b>
      <ProbabilityBar probability={share} />
    </span>
  )
}

/** What to get first, and how many more; all of it on hover. */
function Missing({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation()
  const [first, ...rest] = codes.map((code) => codeText(t, 'missing', code))
  if (first === undefined) return <td className="m">{t('map.noneMissing')}</td>
  return (
    <td title={[first, ...rest].join(t('shell.comma'))}>
      <span className="miss">{first}</span>{' '}
      {0 < rest.length && <span className="m">{t('map.more', { count: rest.length })}</span>}
    </td>
  )
}
