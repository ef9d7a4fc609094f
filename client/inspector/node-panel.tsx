import { IconEyeOff, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { GraphNode } from '../../server/contract/graph.ts'
import { countsQuery, nodeQuery } from '../api/queries.ts'
import { hide } from '../commands/arrange.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { IconButton } from '../marks/icon-button.tsx'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { Tabs } from '../marks/tabs.tsx'
import { select, useExplorer } from '../scene/store.ts'
import { Neighbors } from './neighbors.tsx'
import { NodeLinks } from './node-links.tsx'
import { NodeRecords } from './node-records.tsx'
import { NodeSummary } from './node-summary.tsx'

type Tab = 'summary' | 'neighbors' | 'evidence'

/** A node: what it is, what it is related to, counted before anything is fetched, and the records that say so. */
export function NodePanel({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<Tab>('summary')
  const inScene = useExplorer((state) => state.view.scene.nodes.get(id))
  const answer = useQuery(nodeQuery(id))
  const counts = useQuery(countsQuery(id)).data?.counts
  const node = answer.data?.node ?? inScene
  const { records = [], about = [] } = answer.data ?? {}
  if (node === undefined) {
    if (answer.error === null) return <Waiting />
    return <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
  }
  return (
    <>
      <NodeHead node={node} />
      <Tabs
        label={t('shell.inspector')}
        tabs={[
          { id: 'summary', label: t('node.summary') },
          {
            id: 'neighbors',
            label: t('node.neighbors'),
            count: counts?.reduce((sum, { count }) => sum + count, 0),
          },
          {
            id: 'evidence',
            label: t('node.evidence'),
            count: answer.data && records.length + about.length + answer.data.omitted,
          },
        ]}
        chosen={tab}
        onChoose={setTab}
      />
      <div className="body">
        {answer.error !== null && (
          <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {tab === 'summary' && <NodeSummary node={node} answer={answer.data} />}
        {tab !== 'evidence' && <Neighbors id={id} />}
        {tab !== 'evidence' && <NodeLinks id={id} />}
        {tab === 'evidence' && <NodeRecords answer={answer.data} />}
      </div>
    </>
  )
}

function NodeHead({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation()
  const { name, detail } = useLabel()(node)
  return (
    <div className="head">
      <div className="row">
        <KindDot kind={node.kind} properties={node.properties} />
        <h1 className="clip" title={name}>
          {name}
        </h1>
        <span className="grow" />
        <span className="chip line">{t(`kinds.${node.kind}`)}</span>
        <IconButton
          icon={IconEyeOff}
          slim
          label={t('node.hide')}
          onClick={() => hide([node.key])}
        />
        <IconButton icon={IconX} slim label={t('shell.close')} onClick={() => select(undefined)} />
      </div>
      <p className="s2">{detail}</p>
    </div>
  )
}

function Waiting() {
  return (
    <div style={{ padding: 12 }}>
      <Bones rows={8} />
    </div>
  )
}
