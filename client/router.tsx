import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'

import { readUrl, type UrlState, writeUrl } from './scene/url-state.ts'
import { Workspace } from './shell/workspace.tsx'

const root = createRootRoute({
  component: Workspace,
  notFoundComponent: () => null,
  validateSearch: (search: UrlState): UrlState => search,
})

/** Pages lie over the one workspace, which reads the path for itself and stays mounted under each: it has the one canvas. */
const pages = [
  createRoute({ getParentRoute: () => root, path: '/' }),
  createRoute({ getParentRoute: () => root, path: '/runs' }),
  createRoute({ getParentRoute: () => root, path: '/import' }),
  createRoute({ getParentRoute: () => root, path: '/targets' }),
  createRoute({ getParentRoute: () => root, path: '/leads' }),
  createRoute({ getParentRoute: () => root, path: '/forget' }),
  createRoute({ getParentRoute: () => root, path: '/leads/$lead' }),
] as const

/** What the workspace shows is in the search parameters, written as url-state.ts says. */
export const router = createRouter({
  routeTree: root.addChildren([...pages]),
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
