import { useTranslation } from 'react-i18next'

import type { Health } from '../../server/contract/health.ts'

/** Which store this page is about: the demo, which stays as it is, or the user's own. */
export function StoreNote({ health }: { readonly health: Health | undefined }) {
  const { t } = useTranslation()
  if (health === undefined) return null
  const demo = health.store.role === 'demo'
  return (
    <p className="store-note clip" title={health.store.label}>
      <span className="chip line">{t(demo ? 'pages.demo' : 'pages.own')}</span>{' '}
      <span className="m">{demo ? t('pages.demoNote') : health.store.label}</span>
    </p>
  )
}
