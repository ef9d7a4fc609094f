import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { followJob, jobsQuery, useJob } from './job-state.ts'

/** Whether a job runs; one that was started elsewhere is followed from now on. */
export function useRunningJob(): boolean {
  const job = useJob((state) => state.job)
  const running = useQuery(jobsQuery).data?.items.find(({ state }) => state === 'running')
  useEffect(() => {
    const known = useJob.getState().job
    if (running !== undefined && known?.id !== running.id) followJob(running)
  }, [running])
  return job?.state === 'running'
}
