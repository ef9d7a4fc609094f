import { useTranslation } from 'react-i18next'

import type { LeadRightsAnswer } from '../../server/contract/outlook-routes.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { grouped } from './amount-table.tsx'

interface ReferencesProps {
  readonly references: LeadRightsAnswer['amounts']['references']
}

/** Figures that the amounts stand beside, with where they are from; nothing of what follows. */
export function References({ references }: ReferencesProps) {
  const { t } = useTranslation()
  const language = useLanguage() === 'zh' ? 'zh-CN' : 'en'
  if (references.length === 0) return null
  return (
    <details className="small lead-references">
      <summary>{t('outlook.references')}</summary>
      <p className="s2">{t('outlook.referencesNote')}</p>
      <ul>
        {references.map(({ figure, reachedBy }) => (
          <li key={figure.id}>
            {figure.about[language]}: {figure.currency} {grouped(figure.amount)}{' '}
            <b>{t(`figureReached.${reachedBy}`)}</b>{' '}
            <span className="m">
              {figure.text}, {figure.validFrom}; {figure.source}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
