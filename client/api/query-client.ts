import { createQueryClient } from './queries.ts'

/** The one cache of the page: panels read it through hooks, commands directly. */
export const queryClient = createQueryClient()
