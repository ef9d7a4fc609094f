import type { TFunction } from 'i18next'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'

import type { BareNode } from '../../server/contract/graph.ts'
import type { FoundPath, PathHop } from '../../server/contract/paths.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { bringPath, light } from '../commands/path.ts'
import { linkText } from '../i18n/words.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { useExplorer } from '../scene/store.ts'
import { keysOf, pathPieces } from './pieces.ts'

interface PathRowProps {
  readonly path: FoundPath
  readonly nodes: readonly BareNode[]
}

/** One way, thing by thing; pointing at it makes it stand out on the canvas. */
export function PathRow({ path, nodes }: PathRowProps) {
  const { t } = useTranslation()
  const { hops, strength, weakest } = path
  const scene = useExplorer((state) => state.view.scene)
  const isThere = pathPieces(scene, hops, nodes) === scene
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const keys = keysOf(hops)
  const [first] = keys
  return (
    <li
      onPointerEnter={() => light(keys)}
      onPointerLeave={() => light(undefined)}
      onFocus={() => light(keys)}
      onBlur={() => light(undefined)}
    >
      <p className="row">
        <b>{t('paths.hops', { count: hops.length })}</b>
        <span className="m grow">{t('paths.strength', { strength: strengthText(strength) })}</span>
        <button
          type="button"
          className="btn slim"
          disabled={isThere}
          title={isThere ? t('paths.brought') : undefined}
          onClick={() => bringPath(path, nodes)}
        >
          {t('paths.bring')}
        </button>
      </p>
      <div className="way">
        {first !== undefined && <Thing node={byKey.get(first)} id={first} />}
        {hops.map((hop, place) => (
          <Fragment key={hop.to}>
            <Hop hop={hop} isWeakest={1 < hops.length && place === weakest} />
            <Thing node={byKey.get(hop.to)} id={hop.to} />
          </Fragment>
        ))}
      </div>
    </li>
  )
}

function Thing({ node, id }: { readonly node: BareNode | undefined; readonly id: string }) {
  const label = useLabel()
  if (node === undefined) return <p className="way-thing">{id}</p>
  const { name, detail } = label(node)
  return (
    <p className="way-thing row">
      <KindDot kind={node.kind} properties={node.properties} />
      <b className="clip">{name}</b>
      <span className="s2 clip">{detail}</span>
    </p>
  )
}

function Hop({ hop, isWeakest }: { readonly hop: PathHop; readonly isWeakest: boolean }) {
  const { t } = useTranslation()
  const reasons = hop.because.map((reason) => reasonText(t, reason, hop))
  return (
    <p className={isWeakest ? 'way-hop weakest' : 'way-hop'}>
      <span className="s2">{relationOf(t, hop)}</span>{' '}
      <span className="m">
        {reasons.join(t('shell.comma'))}
        {hop.notBefore !== undefined &&
          `${t('shell.comma')}${t('paths.notBefore', { on: hop.notBefore })}`}
        {0 < hop.alike && `${t('shell.comma')}${t('paths.alike', { count: hop.alike })}`}
      </span>
      {isWeakest && <b className="warn"> {t('paths.weakest')}</b>}
    </p>
  )
}

/** The relation as the way walks it: an edge that is walked against its direction is said from its other end. */
function relationOf(t: TFunction, { link, edge, from }: PathHop): string {
  if (link !== undefined) return `${linkText(t, link)} ${probabilityText(link.probability)}`
  if (edge === undefined) return ''
  return edge.from === from ? t(`edgesOut.${edge.type}`) : t(`edgesIn.${edge.type}`)
}

function reasonText(t: TFunction, reason: PathHop['because'][number], hop: PathHop): string {
  const { edge, holders = 0 } = hop
  if (reason === 'records') return t('hopReasons.records', { count: edge?.records.length ?? 0 })
  return t(`hopReasons.${reason}`, { holders })
}

/** Three digits, for what tells two weak ways apart stands far behind the point. */
function strengthText(strength: number): string {
  return strength < 0.001 ? '< 0.001' : strength.toFixed(3)
}
