import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Candidate } from '../../server/contract/candidates.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { toggle } from '../commands/expand.ts'
import { linkText } from '../i18n/words.ts'
import { ProbabilityBar } from '../marks/bar.tsx'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { type Staged, useExplorer } from '../scene/store.ts'

interface CandidateRowProps {
  readonly staged: Staged
  readonly item: Candidate
}

/** One candidate with what ties it to the picture, and how strongly. */
export function CandidateRow({ staged, item }: CandidateRowProps) {
  const { t } = useTranslation()
  const { node, link } = item
  const { name, detail } = useLabel()(node)
  const inScene = useExplorer((state) => state.view.scene.nodes.has(node.key))
  return (
    <li>
      <label className="candidate">
        <input
          type="checkbox"
          className="check"
          checked={staged.ticked.has(node.key)}
          onChange={() => toggle(staged, node.key)}
        />
        <KindDot kind={node.kind} properties={node.properties} />
        <span className="clip">
          <b>{name}</b> <span className="s2">{detail}</span>
        </span>
        {inScene && <span className="m nowrap">{t('node.inScene')}</span>}
        {!inScene && link !== undefined && (
          <b className="num">{probabilityText(link.probability)}</b>
        )}
      </label>
      <Reason item={item} />
      {link !== undefined && <ProbabilityBar probability={link.probability} />}
    </li>
  )
}

/** The link with its channels, or the things that both hold. */
function Reason({ item }: { readonly item: Candidate }) {
  const { t } = useTranslation()
  const nodes = useExplorer((state) => state.view.scene.nodes)
  const { link, shares, node } = item
  const comma = t('shell.comma')
  const values = shares.map((share) => {
    const value = `${t(`kinds.${share.node.kind}`)} ${share.node.name}`
    return share.generic ? t('candidates.generic', { value }) : value
  })
  const also = values.length === 0 ? '' : t('candidates.also', { values: few(t, values) })
  if (link === undefined) return also === '' ? null : <p className="s2 small">{also}</p>
  const other = link.from === node.key ? link.to : link.from
  const name = nodes.get(other)?.name ?? other
  const says = `${linkText(t, link)} · ${name}`
  return (
    <p className="s2 small">
      {[
        says,
        few(
          t,
          link.channels.map((channel) => t(`channels.${channel}`)),
        ),
        also,
      ]
        .filter((part) => part !== '')
        .join(comma)}
    </p>
  )
}

const fewMost = 3

/** The first of them, and how many there are besides. */
function few(t: TFunction, values: readonly string[]): string {
  const left = values.length - fewMost
  const rest = 0 < left ? [t('candidates.further', { count: left })] : []
  return [...values.slice(0, fewMost), ...rest].join(t('shell.comma'))
}
