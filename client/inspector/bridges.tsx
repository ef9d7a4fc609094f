import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { ProposedBridge } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { openShop } from '../commands/open.ts'
import { channelsText } from '../i18n/words.ts'
import { referenceText } from '../scene/format.ts'
import { select, useExplorer } from '../scene/store.ts'

/** Links that a guard held back: the two parts stay apart until a person decides. */
export function Bridges({ bridges }: { readonly bridges: readonly ProposedBridge[] }) {
  const { t } = useTranslation()
  return (
    <>
      <h2 className="sub">
        {t('ring.bridges')} <span className="m">{bridges.length}</span>
      </h2>
      <p className="m">{bridges.length === 0 ? t('ring.noBridges') : t('ring.bridgesNote')}</p>
      <ul className="lines">
        {bridges.map((bridge) => (
          <li key={`${bridge.from} ${bridge.to}`}>
            <p className="row">
              <End id={bridge.from} />
              <span className="m">≈</span>
              <End id={bridge.to} />
              <span className="grow" />
              <b>{probabilityText(bridge.probability)}</b>
            </p>
            <p className="s2 small">{channelsText(t, bridge.channels)}</p>
            <p className="m small">{becauseText(t, bridge)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Runs of versions that kept no reason have their sentence alone. */
function becauseText(t: TFunction, { because, reason }: ProposedBridge): string {
  if (reason === undefined) return because
  const { code, witness, surest } = reason
  return t(`ring.bridge_${code}`, {
    surest: surest === undefined ? '' : probabilityText(surest),
    witness: witness === undefined ? '' : t(`ring.witness_${witness}`),
  })
}

/** A shop at one end of a bridge; the one outside the picture opens as a scene of its own. */
function End({ id }: { readonly id: string }) {
  const node = useExplorer((state) => state.view.scene.nodes.get(id))
  return (
    <button
      type="button"
      className="cite clip"
      onClick={() => {
        if (node === undefined) void openShop(id)
        else select({ kind: 'nodes', keys: [id] })
      }}
    >
      {node?.name ?? referenceText(id)}
    </button>
  )
}
