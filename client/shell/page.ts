import { create } from 'zustand'

/** What lies over the picture; the picture stays as it was under it. */
export type Page = 'runs' | 'import' | 'targets'

const paths = { runs: '/runs', import: '/import', targets: '/targets' } as const

export const usePage = create<{ readonly page: Page | undefined }>()(() => ({ page: undefined }))

/** Opens a page, or goes back to the picture. */
export function openPage(page: Page | undefined): void {
  usePage.setState({ page })
}

/** The page of an address's path; undefined for the picture. */
export function pageAt(path: string): Page | undefined {
  const bare = path.replace(/\/$/, '')
  return (['runs', 'import', 'targets'] as const).find((page) => paths[page] === bare)
}

export function pathOf(page: Page | undefined): '/' | '/runs' | '/import' | '/targets' {
  return page === undefined ? '/' : paths[page]
}
