import { useDebouncedValue } from '@mantine/hooks'

import { pastDayIn } from './past-day.ts'
import { useExplorer } from './store.ts'

/** While the date is dragged or plays, nothing is asked for. */
const restMs = 150

/** The day in the past on which the page stands, once it rests there. */
export function usePastDay(): string | undefined {
  const [day] = useDebouncedValue(useExplorer(pastDayIn), restMs)
  return day
}
