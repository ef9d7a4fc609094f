import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Link, LinkAnswer } from '../../server/contract/ring.ts'
import type { Decision } from '../../server/contract/work.ts'
import { decisionsQuery, linksQuery } from '../api/queries.ts'
import { Notes, useNoteCount } from '../desk/notes.tsx'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { Tabs } from '../marks/tabs.tsx'
import { linkId } from '../scene/scene.ts'
import { useExplorer } from '../scene/store.ts'
import { Body } from './body.tsx'
import { citationsOf } from './citations.ts'
import { DecideBar } from './decide-bar.tsx'
import { DecisionList } from './decision-list.tsx'
import { useEvidenceWish } from './evidence-wish.ts'
import { LinkHead } from './link-head.tsx'
import { LinkWhy } from './link-why.tsx'
import { decisionsOn } from './pair.ts'
import { RecordList } from './record-list.tsx'
import { RescoredNotes } from './rescored-notes.tsx'

type Tab = 'why' | 'evidence' | 'decisions' | 'notes'

/** One link: its ledger in bits, the records that it cites, what people decided, and the decision itself. */
export function LinkPanel({ id }: { readonly id: string }) {
  const link = useExplorer((state) => state.view.scene.links.get(id))
  if (link === undefined) return null
  return <Opened link={link} />
}

function Opened({ link }: { readonly link: Link }) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<Tab>('why')
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set())
  const answer = useQuery(linksQuery(link.from, link.to))
  const decisions = decisionsOn(link, useQuery(decisionsQuery).data?.items ?? [])
  const records = answer.data?.records ?? []
  const notes = useNoteCount(linkId(link))
  useEvidenceWish(
    linkId(link),
    useCallback(() => setTab('evidence'), []),
  )
  const cite = (hashes: readonly string[]) => {
    setLit(new Set(hashes))
    setTab('evidence')
  }
  return (
    <>
      <LinkHead link={link} decisions={decisions} />
      <Tabs
        label={t('shell.inspector')}
        tabs={[
          { id: 'why', label: t('link.why') },
          { id: 'evidence', label: t('link.evidence'), count: answer.data && records.length },
          { id: 'decisions', label: t('link.decisions'), count: decisions.length },
          { id: 'notes', label: t('notes.title'), count: notes },
        ]}
        chosen={tab}
        onChoose={setTab}
      />
      <Body>
        {answer.error !== null && (
          <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {answer.isPending && <Bones rows={12} />}
        {answer.data !== undefined && (
          <>
            {tab === 'why' && (
              <Why answer={answer.data} link={link} decisions={decisions} onCite={cite} />
            )}
            {tab === 'evidence' && (
              <RecordList records={records} numbers={citationsOf(records)} lit={lit} />
            )}
          </>
        )}
        {tab === 'decisions' && <DecisionList decisions={decisions} />}
        {tab === 'notes' && <Notes about={linkId(link)} />}
      </Body>
      <DecideBar link={link} />
    </>
  )
}

interface WhyProps {
  readonly answer: LinkAnswer
  readonly link: Link
  readonly decisions: readonly Decision[]
  readonly onCite: (hashes: readonly string[]) => void
}

/** The link as the run has it now; the picture's copy serves when the run no longer links the two so. */
function Why({ answer, link, decisions, onCite }: WhyProps) {
  const now = answer.links.find((candidate) => linkId(candidate) === linkId(link)) ?? link
  const others = answer.links.filter((candidate) => candidate !== now)
  return (
    <>
      <RescoredNotes answer={answer} link={now} />
      <LinkWhy
        link={now}
        others={others}
        decisions={decisions}
        numbers={citationsOf(answer.records)}
        onCite={onCite}
      />
    </>
  )
}
