import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { BareEdge } from '../../server/contract/graph.ts'
import { relationQuery } from '../api/queries.ts'
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
        <EdgeRecords edge={edge} />
      </Body>
    </>
  )
}

/** The picture holds relations without their records: these are asked for where somebody reads them. */
function EdgeRecords({ edge }: { readonly edge: BareEdge }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(relationQuery(edge))
  if (error !== null) return <FailureNote error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Bones rows={4} />
  const { records, omitted } = data
  return (
    <>
      <h2 className="sub">
        {t('edge.records')} <span className="m">{records.length + omitted}</span>
      </h2>
      <RecordList records={records} />
      {omitted > 0 && <p className="warn">{t('node.recordsOmitted', { count: omitted })}</p>}
    </>
  )
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
