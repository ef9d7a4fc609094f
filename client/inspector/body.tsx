import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What scrolls under the head of the right pane; it takes the focus, so that the keyboard can scroll it. */
export function Body({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a button in it, it could not be scrolled by keyboard.
    <section className="body" aria-label={t('shell.inspector')} tabIndex={0}>
      {children}
    </section>
  )
}
