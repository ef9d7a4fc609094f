import { IconHistory, IconSend, IconTargetArrow, IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { openPage, usePage } from './page.ts'

const items = [
  { page: 'runs', icon: IconHistory, keys: '⇧R' },
  { page: 'import', icon: IconUpload, keys: '⇧I' },
  { page: 'targets', icon: IconTargetArrow, keys: '⇧K' },
  { page: 'leads', icon: IconSend, keys: '⇧L' },
] as const

/** The pages beside the picture; a second press goes back to it. */
export function PageNav() {
  const { t } = useTranslation()
  const open = usePage(({ page }) => page)
  return (
    <nav className="page-nav" aria-label={t('pages.nav')}>
      {items.map(({ page, icon: Icon, keys }) => (
        <button
          key={page}
          type="button"
          className="btn ghost slim"
          aria-current={open === page ? 'page' : undefined}
          title={`${t(`pages.${page}`)} (${keys})`}
          onClick={() => openPage(open === page ? undefined : page)}
        >
          <Icon className="i" size={14} stroke={1.75} aria-hidden="true" />
          <span className="page-name">{t(`pages.${page}`)}</span>
        </button>
      ))}
    </nav>
  )
}
