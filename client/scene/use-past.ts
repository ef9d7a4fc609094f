import { useDebouncedValue } from '@mantine/hooks'

import { type Past, pastIn } from './past.ts'
import { useExplorer } from './store.ts'

/** While the date is dragged or plays, nothing is asked for. */
const restMs = 150

/** The past in which the page stands, once it rests there. */
export function usePast(): Past | undefined {
  const [past] = useDebouncedValue(useExplorer(pastIn), restMs)
  return past
}
