import { createRootRoute, createRouter } from '@tanstack/react-router'

import { readUrl, type UrlState, writeUrl } from './scene/url-state.ts'
import { Workspace } from './shell/workspace.tsx'

const root = createRootRoute({
  component: Workspace,
  validateSearch: (search: UrlState): UrlState => search,
})

/** One page; what it shows is in its search parameters, written as url-state.ts says. */
export const router = createRouter({
  routeTree: root,
  parseSearch: (text) => ({ ...readUrl(text) }),
  stringifySearch: (search) => {
    const text = writeUrl(search)
    return text === '' ? '' : `?${text}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
