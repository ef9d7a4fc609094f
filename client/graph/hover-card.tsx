import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { BareNode } from '../../server/contract/graph.ts'
import { statusAt } from '../../server/picture/lane-rows.ts'
import { labelOf } from '../../server/picture/names.ts'
import { words } from '../../server/picture/words.ts'
import { countsQuery } from '../api/queries.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { pastText } from '../marks/past-text.ts'
import { usePast } from '../scene/use-past.ts'
import { standingTexts } from './describe.ts'
import type { CanvasProps } from './props.ts'
import { graphWords } from './words.ts'

interface HoverCardProps {
  readonly node: BareNode
  readonly canvas: CanvasProps
}

/** Name, kind, status and how much a node is related to, in the picture and in the store. */
export function HoverCard({ node, canvas }: HoverCardProps) {
  const { t } = useTranslation()
  const { scene, asOf, language } = canvas
  const { name, detail } = labelOf(node, words[language])
  const own = graphWords[language]
  const touching = [...scene.edges.values(), ...scene.links.values()].filter(
    ({ from, to }) => from === node.key || to === node.key,
  )
  const past = usePast()
  const counts = useQuery(countsQuery(node.key, past)).data?.counts
  const total = counts?.reduce((sum, { count }) => sum + count, 0)
  const countsText = (step: string) =>
    past === undefined ? step : t('past.step', { step, when: pastText(t, past) })
  const status = own.status[statusAt(node, asOf)]
  const ended = node.lives.at(-1)?.to
  const facts = [
    t(`kinds.${node.kind}`),
    [status, ended ?? ''].filter((part) => part !== '').join(' '),
    ...standingTexts(node.key, canvas),
    scene.generic.has(node.key) ? words[language].shared(scene.holders.get(node.key) ?? 0) : '',
  ]
  return (
    <>
      <p className="row">
        <KindDot kind={node.kind} properties={node.properties} />
        <b>{name}</b>
      </p>
      {detail !== '' && <p className="s2">{detail}</p>}
      <p>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      <p className="m">
        {own.links(touching.length)}
        {total !== undefined && ` · ${countsText(t('walk.counts', { count: total }))}`}
      </p>
    </>
  )
}
