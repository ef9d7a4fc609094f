import { IconBasket, IconEyeOff, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { BareNode } from '../../server/contract/graph.ts'
import { failureOf } from '../api/problem-error.ts'
import { countsQuery, nodeQuery } from '../api/queries.ts'
import { hide } from '../commands/arrange.ts'
import { HoldBadge } from '../desk/hold-box.tsx'
import { Notes, useNoteCount } from '../desk/notes.tsx'
import { ShopDesk } from '../desk/shop-desk.tsx'
import { addToTray } from '../desk/tray.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { IconButton } from '../marks/icon-button.tsx'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { PastNote } from '../marks/past-note.tsx'
import { pastNoteText } from '../marks/past-text.ts'
import { Tabs } from '../marks/tabs.tsx'
import type { Past } from '../scene/past.ts'
import { select, useExplorer } from '../scene/store.ts'
import { usePast } from '../scene/use-past.ts'
import { Body } from './body.tsx'
import { useEvidenceWish } from './evidence-wish.ts'
import { Neighbors } from './neighbors.tsx'
import { NodeLinks } from './node-links.tsx'
import { NodeRecords } from './node-records.tsx'
import { NodeSummary } from './node-summary.tsx'
import { NotThere } from './not-there.tsx'

type Tab = 'summary' | 'neighbors' | 'evidence' | 'notes'

/** Tabs that end with what the node is related to. */
const withNeighbors: ReadonlySet<Tab> = new Set(['summary', 'neighbors'])

/** A node: what it is, what it is related to, counted before anything is fetched, and the records that say so; in a past, as it was then. */
export function NodePanel({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<Tab>('summary')
  const looked = useLooked(id)
  const notes = useNoteCount(id)
  useEvidenceWish(
    id,
    useCallback(() => setTab('evidence'), []),
  )
  const { answer, counts, node } = looked
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
          { id: 'notes', label: t('notes.title'), count: notes },
        ]}
        chosen={tab}
        onChoose={setTab}
      />
      <Body>
        {tab === 'summary' && <ShopDesk node={node} />}
        {tab === 'notes' ? <Notes about={id} /> : <Told tab={tab} node={node} looked={looked} />}
      </Body>
    </>
  )
}

/** What is asked of a node, as it is or as it was in the past where the page stands. */
function useLooked(id: string) {
  const past = usePast()
  const answer = useQuery(nodeQuery(id, past))
  const wasThere = !isUnknownOn(past, answer.error)
  const counts = useQuery({ ...countsQuery(id, past), enabled: wasThere }).data?.counts
  const inScene = useExplorer((state) => state.view.scene.nodes.get(id))
  const now = useQuery({ ...nodeQuery(id), enabled: !wasThere && inScene === undefined })
  const node = answer.data?.node ?? inScene ?? now.data?.node
  return { past, answer, wasThere, counts, node }
}

interface ToldProps {
  readonly tab: Tab
  readonly node: BareNode
  readonly looked: ReturnType<typeof useLooked>
}

/** What records tell of a node, or that none did then. */
function Told({ tab, node, looked: { past, answer, wasThere } }: ToldProps) {
  const { t } = useTranslation()
  if (past !== undefined && !wasThere) return <NotThere node={node} past={past} />
  return (
    <>
      {past !== undefined && <PastNote>{pastNoteText(t, past)}</PastNote>}
      {answer.error !== null && (
        <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {tab === 'summary' && <NodeSummary node={node} answer={answer.data} />}
      {withNeighbors.has(tab) && (
        <>
          <Neighbors id={node.key} past={past} />
          <NodeLinks id={node.key} />
        </>
      )}
      {tab === 'evidence' && <NodeRecords id={node.key} answer={answer.data} />}
    </>
  )
}

/** Nothing was on record of it then, which is an answer and no failure. */
function isUnknownOn(past: Past | undefined, error: Error | null): boolean {
  return past !== undefined && error !== null && failureOf(error).code === 'node-unknown'
}

function NodeHead({ node }: { readonly node: BareNode }) {
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
          icon={IconBasket}
          slim
          label={t('tray.add')}
          onClick={() => void addToTray([node.key])}
        />
        <IconButton
          icon={IconEyeOff}
          slim
          label={t('node.hide')}
          onClick={() => hide([node.key])}
        />
        <IconButton icon={IconX} slim label={t('shell.close')} onClick={() => select(undefined)} />
      </div>
      <p className="s2">{detail}</p>
      <HoldBadge shop={node.key} />
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
