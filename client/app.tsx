import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { queryClient } from './api/query-client.ts'
import { useLanguage } from './i18n/use-language.ts'
import { router } from './router.tsx'
import { usePreferences } from './scene/preferences.ts'
import { resolveVariables, theme } from './style/theme.ts'

/** The providers round the page, and what the document itself says: language, theme, title. */
export function App() {
  const scheme = usePreferences((preferences) => preferences.theme)
  const language = useLanguage()
  const { t } = useTranslation()
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = scheme
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
    document.title = t('shell.title')
  }, [scheme, language, t])
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        forceColorScheme={scheme}
        cssVariablesResolver={resolveVariables}
        getStyleNonce={styleNonce}
      >
        <Notifications position="bottom-center" limit={3} zIndex={400} />
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  )
}

/** The server puts the nonce of its answer into the page; while developing there is none. */
function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')
  return meta?.nonce || meta?.content || ''
}
