import { useTranslation } from 'react-i18next'

import type { BareNode, NodeAnswer } from '../../server/contract/graph.ts'
import { openRing } from '../commands/open.ts'
import { NodeRoles } from '../desk/stated-roles.tsx'
import { codeText } from '../i18n/words.ts'
import { referenceText } from '../scene/format.ts'
import { useExplorer } from '../scene/store.ts'
import { AttributionFacts } from './attribution-facts.tsx'
import { LifeLine } from './life-line.tsx'
import { PlaceList } from './place-list.tsx'
import { RegistrantFigures } from './registrant-figures.tsx'

interface NodeSummaryProps {
  readonly node: BareNode
  readonly answer: NodeAnswer | undefined
}

/** What the records say a node is, who holds it, and, for a factory or place, how the ring reaches it. */
export function NodeSummary({ node, answer }: NodeSummaryProps) {
  const { t } = useTranslation()
  const { ring, attributions } = useExplorer((state) => state.view.scene)
  const attribution = attributions.find(({ target }) => target === node.key)
  return (
    <>
      <Holders node={node} holders={answer?.holders} />
      {answer?.ring !== undefined && answer.ring !== ring?.id && <OpenRing id={answer.ring} />}
      {node.kind === 'Shop' && answer !== undefined && answer.ring === undefined && (
        <p className="m">{t('node.noRing')}</p>
      )}
      {node.lives.length > 0 && (
        <>
          <h2 className="sub">{t('node.lives')}</h2>
          <p>
            <LifeLine lives={node.lives} />
          </p>
        </>
      )}
      {attribution !== undefined && (
        <>
          <h2 className="sub">
            {t('ring.attribution')}{' '}
            <span className="m">
              {t('ring.attributionRank', { rank: attribution.rank, total: attributions.length })}
            </span>
          </h2>
          <AttributionFacts attribution={attribution} />
        </>
      )}
      <PlaceList
        places={attribution?.places === undefined ? answer?.places : []}
        omitted={answer?.placesOmitted}
      />
      <NodeRoles node={node} />
      <RegistrantFigures node={node} />
      <h2 className="sub">{t('node.properties')}</h2>
      <dl className="facts">
        <dt>{t('node.key')}</dt>
        <dd>{referenceText(node.key)}</dd>
        {Object.entries(node.properties).map(([name, value]) => (
          <Fact
            key={name}
            name={codeText(t, 'properties', name)}
            value={Array.isArray(value) ? value.join(', ') : `${value}`}
          />
        ))}
        {node.firstSeen !== undefined && (
          <Fact name={t('node.seen')} value={`${node.firstSeen} – ${node.lastSeen ?? ''}`} />
        )}
      </dl>
    </>
  )
}

interface HoldersProps {
  readonly node: BareNode
  readonly holders: number | undefined
}

function Holders({ node, holders }: HoldersProps) {
  const { t } = useTranslation()
  const scene = useExplorer((state) => state.view.scene)
  const count = holders ?? scene.holders.get(node.key)
  if (node.kind === 'Shop' || count === undefined) return null
  return (
    <p className="s2">
      {t('node.heldBy', { count })} {scene.generic.has(node.key) && t('node.generic')}
    </p>
  )
}

function OpenRing({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  return (
    <button type="button" className="btn slim" onClick={() => void openRing(id)}>
      {t('node.openRing')}
    </button>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
