import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Proposal } from '../../server/contract/uploads.ts'
import { useRefusalText } from '../leads/use-sentence.ts'
import { choose, type Mapping } from './mapping-state.ts'

/** Files that cannot be read as tables, each with why and what to do; they are not loaded. */
export function UnreadableList({ mapping }: { readonly mapping: Mapping }) {
  const { t } = useTranslation()
  const { proposal, choices } = mapping
  return (
    <ul className="mapping-unreadable" aria-label={t('mapping.unreadable')}>
      {proposal.unreadable.map((one) => (
        <li key={one.file} className="notice" role="alert">
          <IconAlertTriangle className="i" size={14} stroke={1.75} aria-hidden="true" />
          <span className="grow">
            <b>{t('mapping.notLoaded', { file: one.file })}</b>
            <br />
            <Because of={one} />
          </span>
          {choices[one.file] !== undefined && (
            <button
              type="button"
              className="btn slim"
              onClick={() => void choose(one.file, undefined)}
            >
              {t('mapping.guessAgain')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Because({ of: { refusal, because } }: { readonly of: Proposal['unreadable'][number] }) {
  return <>{useRefusalText(refusal, because)}</>
}
