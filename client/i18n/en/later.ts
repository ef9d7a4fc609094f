import { leads } from './leads.ts'
import { pages } from './pages.ts'
import { registrant } from './registrant.ts'
import { roles } from './roles.ts'
import { enablerKinds, targets } from './targets.ts'

/** Texts of pages and panels that come when they are first asked for. */
export const later = { ...pages, ...leads, targets, enablerKinds, registrant, roles } as const
