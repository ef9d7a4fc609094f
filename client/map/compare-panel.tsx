import { useTranslation } from 'react-i18next'

import type { BareNode } from '../../server/contract/graph.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { select } from '../scene/store.ts'
import { type Shared, sharedBy } from './compare.ts'
import { useMapState } from './map-state.ts'
import type { MapModel } from './use-map.ts'

const rows: readonly { readonly part: keyof Shared; readonly text: RowText }[] = [
  { part: 'origins', text: 'compareOrigins' },
  { part: 'accounts', text: 'compareAccounts' },
  { part: 'contacts', text: 'comparePhones' },
  { part: 'people', text: 'comparePeople' },
  { part: 'shops', text: 'compareShops' },
]
type RowText =
  | 'compareOrigins'
  | 'compareAccounts'
  | 'comparePhones'
  | 'comparePeople'
  | 'compareShops'

/** Two factories side by side: what both touch, with what strangers share marked as that. */
export function ComparePanel({
  model,
  a,
  b,
}: {
  readonly model: MapModel
  readonly a: BareNode
  readonly b: BareNode
}) {
  const { t } = useTranslation()
  const label = useLabel()
  const { scene, input } = model
  const sentTo = (key: string) =>
    input.traffic.hops.filter(({ from }) => from === key).map(({ to }) => to)
  const shared = sharedBy(a.key, b.key, scene, sentTo)
  return (
    <section className="compare" aria-label={t('map.compareTwo')}>
      <div className="row">
        <h2 className="grow">{t('map.compareTitle', { a: label(a).name, b: label(b).name })}</h2>
        <button
          type="button"
          className="btn slim"
          onClick={() => useMapState.setState({ compared: [] })}
        >
          {t('map.close')}
        </button>
      </div>
      <dl>
        {rows.map(({ part, text }) => (
          <Row key={part} name={t(`map.${text}`)} nodes={shared[part]} shared={input.shared} />
        ))}
      </dl>
      <p className="m small">{t('map.compareNote')}</p>
    </section>
  )
}

interface RowProps {
  readonly name: string
  readonly nodes: readonly BareNode[]
  readonly shared: ReadonlySet<string>
}

function Row({ name, nodes, shared }: RowProps) {
  const { t } = useTranslation()
  const label = useLabel()
  return (
    <>
      <dt>
        {name} <b>{nodes.length}</b>
      </dt>
      <dd>
        {nodes.length === 0 && <span className="m">{t('map.compareNone')}</span>}
        {nodes.map((node) => (
          <button
            key={node.key}
            type="button"
            className="row"
            onClick={() => select({ kind: 'nodes', keys: [node.key] })}
          >
            <KindDot kind={node.kind} properties={node.properties} />
            {label(node).name}
            {shared.has(node.key) && <span className="chip">{t('map.generic')}</span>}
          </button>
        ))}
      </dd>
    </>
  )
}
