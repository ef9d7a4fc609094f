import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { StatedGround } from '../../../server/contract/roles.ts'
import { nodeQuery } from '../../api/queries.ts'

/** What a statement rests on, while it is being written. */
export interface Grounds {
  readonly source: string
  /** A file a line. */
  readonly files: string
  readonly hashes: ReadonlySet<string>
}

export const noGrounds: Grounds = { source: '', files: '', hashes: new Set() }

export function groundsOf({ source, files, hashes }: Grounds): StatedGround[] {
  const names = files.split('\n').map((name) => name.trim())
  return [
    ...[...hashes].map((hash) => ({ kind: 'record', hash }) as StatedGround),
    ...names.filter((name) => name !== '').map((name) => ({ kind: 'file' as const, name })),
    ...(source.trim() === '' ? [] : [{ kind: 'source' as const, text: source.trim() }]),
  ]
}

interface GroundFieldsProps {
  /** Its loaded rows can be ticked. */
  readonly subject: string | undefined
  readonly grounds: Grounds
  readonly onGrounds: (grounds: Grounds) => void
}

export function GroundFields({ subject, grounds, onGrounds }: GroundFieldsProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="stated-fields">
      <legend>{t('roles.evidence')}</legend>
      <label>
        {t('roles.source')}
        <input
          className="field"
          maxLength={4_000}
          value={grounds.source}
          onChange={({ target }) => onGrounds({ ...grounds, source: target.value })}
        />
      </label>
      <label>
        {t('roles.files')}
        <textarea
          className="field"
          rows={1}
          value={grounds.files}
          onChange={({ target }) => onGrounds({ ...grounds, files: target.value })}
        />
      </label>
      {subject !== undefined && <Rows subject={subject} grounds={grounds} onGrounds={onGrounds} />}
    </fieldset>
  )
}

function Rows({ subject, grounds, onGrounds }: GroundFieldsProps & { readonly subject: string }) {
  const { t } = useTranslation()
  const { records = [], about = [] } = useQuery(nodeQuery(subject)).data ?? {}
  const rows = [...records, ...about]
  if (rows.length === 0) return null
  const toggle = (hash: string) => {
    const hashes = new Set(grounds.hashes)
    if (!hashes.delete(hash)) hashes.add(hash)
    onGrounds({ ...grounds, hashes })
  }
  return (
    <details className="stated-rows">
      <summary>{t('roles.rows', { count: rows.length })}</summary>
      {rows.map(({ hash, file, row }) => (
        <label key={hash} className="row">
          <input
            type="checkbox"
            className="check"
            checked={grounds.hashes.has(hash)}
            onChange={() => toggle(hash)}
          />
          <span className="clip">{t('roles.row', { file, row })}</span>
        </label>
      ))}
    </details>
  )
}
