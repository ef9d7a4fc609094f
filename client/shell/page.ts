import { create } from 'zustand'

/** What lies over the picture; the picture stays as it was under it. */
export type Page = 'runs' | 'import' | 'targets' | 'leads' | 'forget'

interface Opened {
  readonly page: Page | undefined
  /** The lead that is open on the page of leads. */
  readonly lead?: string | undefined
}

const paths = {
  runs: '/runs',
  import: '/import',
  targets: '/targets',
  leads: '/leads',
  forget: '/forget',
} as const
const pages = ['runs', 'import', 'targets', 'leads', 'forget'] as const

export const usePage = create<Opened>()(() => ({ page: undefined }))

/** Opens a page, or goes back to the picture. */
export function openPage(page: Page | undefined): void {
  usePage.setState({ page, lead: undefined })
}

/** Opens the page of leads with one of them. */
export function openLead(lead: string): void {
  usePage.setState({ page: 'leads', lead })
}

/** The page of an address's path; none for the picture. */
export function pageAt(path: string): Opened {
  const bare = path.replace(/\/$/, '')
  const page = pages.find((known) => paths[known] === bare)
  if (page !== undefined || !bare.startsWith(`${paths.leads}/`)) return { page, lead: undefined }
  return { page: 'leads', lead: bare.slice(paths.leads.length + 1) }
}

/** Where the router goes to for a page. */
export function routeOf({ page, lead }: Opened) {
  if (page === 'leads' && lead !== undefined)
    return { to: '/leads/$lead', params: { lead } } as const
  return { to: page === undefined ? '/' : paths[page] } as const
}

export function isSamePage(a: Opened, b: Opened): boolean {
  return a.page === b.page && a.lead === b.lead
}
