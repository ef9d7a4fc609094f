import { useTranslation } from 'react-i18next'

import type { ShopFace } from '../../server/contract/desk.ts'
import { codeText, relationText } from '../i18n/words.ts'
import { LifeLine } from '../inspector/life-line.tsx'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { referenceText } from '../scene/format.ts'
import { type ReviewRow, reviewRows, shownByBoth } from './review-rows.ts'

interface PairProps {
  readonly a: ShopFace
  readonly b: ShopFace
}

/** Both shops side by side, relation by relation; what both show says so in words. */
export function ReviewTable({ a, b }: PairProps) {
  const { t } = useTranslation()
  const both = shownByBoth(a, b)
  const left = a.omitted + b.omitted
  return (
    <>
      <table className="review-table">
        <colgroup>
          <col className="what" />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('review.what')}</th>
            <th scope="col">{t('review.first')}</th>
            <th scope="col">{t('review.second')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('review.name')}</th>
            <Name shop={a} />
            <Name shop={b} />
          </tr>
          <tr>
            <th scope="row">{t('review.lives')}</th>
            <Lives shop={a} />
            <Lives shop={b} />
          </tr>
          {reviewRows(a, b).map((row) => (
            <Row key={`${row.type} ${row.direction} ${row.kind}`} row={row} both={both} />
          ))}
          <Properties a={a} b={b} />
          {a.listings.length + b.listings.length > 0 && (
            <tr>
              <th scope="row">{t('review.listings')}</th>
              <Listings shop={a} />
              <Listings shop={b} />
            </tr>
          )}
        </tbody>
      </table>
      {left > 0 && <p className="m small">{t('review.omitted', { count: left })}</p>}
    </>
  )
}

function Name({ shop: { node } }: { readonly shop: ShopFace }) {
  const { name, detail } = useLabel()(node)
  return (
    <td>
      <b>{name}</b>
      {[...new Set([detail, referenceText(node.key)])].map((line) => (
        <div key={line} className="m">
          {line}
        </div>
      ))}
    </td>
  )
}

function Lives({ shop: { node } }: { readonly shop: ShopFace }) {
  const { t } = useTranslation()
  return (
    <td>
      {node.lives.length === 0 ? (
        <span className="m">{t('review.nothing')}</span>
      ) : (
        <LifeLine lives={node.lives} />
      )}
    </td>
  )
}

function Row({ row, both }: { readonly row: ReviewRow; readonly both: ReadonlySet<string> }) {
  const { t } = useTranslation()
  const { type, direction, kind } = row
  return (
    <tr>
      <th scope="row">{relationText(t, { type, direction, kind, count: 1 })}</th>
      <Values values={row.a} both={both} />
      <Values values={row.b} both={both} />
    </tr>
  )
}

interface ValuesProps {
  readonly values: ReviewRow['a']
  readonly both: ReadonlySet<string>
}

function Values({ values, both }: ValuesProps) {
  const { t } = useTranslation()
  if (values.length === 0) {
    return (
      <td>
        <span className="m">{t('review.nothing')}</span>
      </td>
    )
  }
  return (
    <td>
      {values.map(({ node, firstSeen, lastSeen }) => (
        <div key={node.key} className="review-value">
          <KindDot kind={node.kind} properties={node.properties} />
          <span>{node.name}</span>
          {both.has(node.key) && <span className="chip line">{t('review.both')}</span>}
          {firstSeen !== undefined && (
            <span className="m nowrap">
              {firstSeen} – {lastSeen ?? ''}
            </span>
          )}
        </div>
      ))}
    </td>
  )
}

/** Properties that either shop has, each by its name. */
function Properties({ a, b }: PairProps) {
  const { t } = useTranslation()
  const names = [...new Set([a, b].flatMap(({ node }) => Object.keys(node.properties)))].toSorted()
  return names.map((name) => (
    <tr key={name}>
      <th scope="row">{codeText(t, 'properties', name)}</th>
      {[a, b].map(({ node }) => (
        <td key={node.key}>{textOf(node.properties[name]) ?? <Nothing />}</td>
      ))}
    </tr>
  ))
}

function Nothing() {
  const { t } = useTranslation()
  return <span className="m">{t('review.nothing')}</span>
}

function Listings({ shop: { listings } }: { readonly shop: ShopFace }) {
  if (listings.length === 0) {
    return (
      <td>
        <Nothing />
      </td>
    )
  }
  return (
    <td>
      {listings.map(({ hash, fields }) => (
        <div key={hash}>
          {textOf(fields.title) ?? textOf(fields.listing_id) ?? hash.slice(0, 8)}
        </div>
      ))}
    </td>
  )
}

function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.join(', ')
  return value === undefined || value === '' ? undefined : String(value)
}
