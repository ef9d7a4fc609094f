import { useTranslation } from 'react-i18next'

import type { Membership, Ring } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { ProbabilityBar } from '../marks/bar.tsx'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { referenceText } from '../scene/format.ts'
import { select, useExplorer } from '../scene/store.ts'
import { LifeLine } from './life-line.tsx'

/** The shops of a ring, first opened first, each with the weakest step of the path that leads to it. */
export function Members({ ring }: { readonly ring: Ring }) {
  return (
    <ul className="lines">
      {ring.members.map((member) => (
        <Member key={member.shop} member={member} />
      ))}
    </ul>
  )
}

function Member({ member }: { readonly member: Membership }) {
  const { t } = useTranslation()
  const label = useLabel()
  const node = useExplorer((state) => state.view.scene.nodes.get(member.shop))
  const names = node === undefined ? undefined : label(node)
  const first = member.path.length <= 1
  return (
    <li>
      <button
        type="button"
        className="pick"
        disabled={node === undefined}
        onClick={() => select({ kind: 'nodes', keys: [member.shop] })}
      >
        <KindDot kind="Shop" />
        <b className="nm clip">{names?.name ?? referenceText(member.shop)}</b>
        <span className="s2 clip">{names?.detail}</span>
        <span className="grow" />
        <b className="nowrap">{first ? '' : probabilityText(member.weakestStep)}</b>
      </button>
      {node !== undefined && node.lives.length > 0 && (
        <p className="s2 small">
          <LifeLine lives={node.lives} />
        </p>
      )}
      <p className="row small m">
        {first ? (
          t('ring.firstShop')
        ) : (
          <>
            <span>{t('ring.weakestStep')}</span>
            <span className="grow">
              <ProbabilityBar probability={member.weakestStep} />
            </span>
            <span>{t('ring.joint', { probability: probabilityText(member.joint) })}</span>
          </>
        )}
      </p>
    </li>
  )
}
