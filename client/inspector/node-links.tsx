import { useTranslation } from 'react-i18next'

import { useExplorer } from '../scene/store.ts'
import { LinkList } from './link-list.tsx'

/** What the run derived of a shop: its links to the other shops of the picture. */
export function NodeLinks({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const links = useExplorer((state) => state.view.scene.links)
  const own = [...links.values()].filter(({ from, to }) => from === id || to === id)
  if (own.length === 0) return null
  return (
    <>
      <h2 className="sub">
        {t('link.derived')} <span className="m">{own.length}</span>
      </h2>
      <LinkList links={own} seenFrom={id} />
    </>
  )
}
