import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { GraphEdge } from '../../server/contract/graph.ts'
import { nodeQuery } from '../api/queries.ts'
import { codeText } from '../i18n/words.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { IconButton } from '../marks/icon-button.tsx'
import { referenceText } from '../scene/format.ts'
import { select, useExplorer } from '../scene/store.ts'
import { Body } from './body.tsx'
import { RecordList } from './record-list.tsx'

/** An observed relation: its sentence, its dates and the records that say so. */
export function EdgePanel({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const edge = useExplorer((state) => state.view.scene.edges.get(id))
  if (edge === undefined) return <p className="blank">{t('edge.missing')}</p>
  const { firstSeen, lastSeen } = edge
  return (
    <>
      <div className="head">
        <div className="row">
          <span className="chip line">{t('edge.kind')}</span>
          <b className="grow">{t(`edgesOut.${edge.type}`)}</b>
          <IconButton
            icon={IconX}
            slim
            label={t('shell.close')}
            onClick={() => select(undefined)}
          />
        </div>
        <p style={{ marginTop: 8, fontSize: 'var(--text-13)' }}>
          <End id={edge.from} /> <span className="m">{t(`edgesOut.${edge.type}`)}</span>{' '}
          <End id={edge.to} />
        </p>
      </div>
      <Body>
        {firstSeen === undefined && lastSeen === undefined ? (
          <p className="m">{t('edge.noDates')}</p>
        ) : (
          <dl className="facts">
            <dt>{t('edge.seenFrom')}</dt>
            <dd>{firstSeen ?? '–'}</dd>
            <dt>{t('edge.seenTo')}</dt>
            <dd>{lastSeen ?? '–'}</dd>
          </dl>
        )}
        <dl className="facts">
          {Object.entries(edge.properties).map(([name, value]) => (
            <Property key={name} name={codeText(t, 'properties', name)} value={String(value)} />
          ))}
        </dl>
        <h2 className="sub">
          {t('edge.records')} <span className="m">{edge.records.length}</span>
        </h2>
        <EdgeRecords edge={edge} />
      </Body>
    </>
  )
}

/** The records come with the nodes at both ends; those that speak of this relation are shown. */
function EdgeRecords({ edge }: { readonly edge: GraphEdge }) {
  const from = useQuery(nodeQuery(edge.from))
  const to = useQuery(nodeQuery(edge.to))
  const error = from.error ?? to.error
  if (error !== null) return <FailureNote error={error} onRetry={() => void from.refetch()} />
  if (from.data === undefined || to.data === undefined) return <Bones rows={4} />
  const cited = new Set<string>(edge.records)
  const all = [from.data, to.data].flatMap(({ records, about }) => [...records, ...about])
  const said = new Map(
    all.filter(({ hash }) => cited.has(hash)).map((record) => [record.hash, record]),
  )
  return <RecordList records={[...said.values()]} />
}

function Property({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function End({ id }: { readonly id: string }) {
  const node = useExplorer((state) => state.view.scene.nodes.get(id))
  return (
    <button
      type="button"
      className="cite"
      style={{ fontSize: 'inherit' }}
      onClick={() => select({ kind: 'nodes', keys: [id] })}
    >
      {node?.name ?? referenceText(id)}
    </button>
  )
}
