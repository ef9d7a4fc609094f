import { useTranslation } from 'react-i18next'

import type { Ledger, Link } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { ProbabilityBar } from '../marks/bar.tsx'
import { useNameLabel } from '../marks/name.tsx'
import { referenceText } from '../scene/format.ts'
import { useExplorer } from '../scene/store.ts'

interface SuccessionProps {
  readonly link: Link
  readonly succession: NonNullable<Ledger['succession']>
}

/** How the closed shop's return is shared out: every rival, and nobody. Only a return has a share of its own among them. */
export function Succession({ link: { from, to, kind, probability }, succession }: SuccessionProps) {
  const { t } = useTranslation()
  const label = useNameLabel()
  const nodes = useExplorer((state) => state.view.scene.nodes)
  const nameOf = (key: string) => label(nodes.get(key)?.name ?? referenceText(key)).name
  const returned = kind === 'came_back_as'
  // The successor stands first, whether or not the ledger counts it among its rivals.
  const others = succession.rivals.filter(({ shop }) => shop !== to)
  const rows = [
    ...(returned ? [{ id: to, text: nameOf(to), probability }] : []),
    ...others.map(({ shop, name, probability: share }) => ({
      id: shop,
      text: label(name).name,
      probability: share,
    })),
    { id: '', text: t('link.notReturned'), probability: succession.notReturned },
  ].toSorted((a, b) => b.probability - a.probability)
  return (
    <>
      <h2 className="sub">
        {returned ? t('link.went', { name: nameOf(from) }) : t('link.wentClosed')}{' '}
        {returned && <span className="m">{t('link.wentNote')}</span>}
      </h2>
      <ul className="rv">
        {rows.map(({ id, text, probability: share }) => (
          <li key={id}>
            <span className={id === '' ? 's2 clip' : 'clip'}>
              {returned && id === to ? <b>{text}</b> : text}
            </span>
            <ProbabilityBar probability={share} />
            <span className="num">{probabilityText(share)}</span>
          </li>
        ))}
      </ul>
      {succession.tooEarly && <p className="warn small">{t('link.tooEarly')}</p>}
    </>
  )
}
