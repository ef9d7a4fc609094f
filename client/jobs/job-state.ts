import { queryOptions } from '@tanstack/react-query'
import { create } from 'zustand'

import { otherAddresses } from '../../server/contract/routes.ts'
import { Job } from '../../server/contract/work.ts'
import { addressOf, call } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { dropErased } from '../commands/drop-erased.ts'

interface JobState {
  /** The job that is followed, as it last stood. */
  readonly job: Job | undefined
  /** The server went away and knows nothing of it any more. */
  readonly lost: boolean
}

/** The job that this page follows, whichever page started it. */
export const useJob = create<JobState>()(() => ({ job: undefined, lost: false }))

const intervalMs = 3_000

/** The server's jobs, for one that was started elsewhere or before the page was loaded again. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: ({ signal }) => call('jobs', { signal }),
  refetchInterval: intervalMs,
  staleTime: 0,
  retry: false,
})

let stream: EventSource | undefined

/** Follows a job by its stream of events until it ends; the stream comes back by itself when the line breaks. */
export function followJob(job: Job): void {
  stream?.close()
  useJob.setState({ job, lost: false })
  if (job.state !== 'running') return void ended()
  const events = new EventSource(addressOf({ path: otherAddresses.jobEvents }, { params: job }))
  stream = events
  events.onmessage = ({ data }: MessageEvent<string>) => {
    const told = Job.safeParse(JSON.parse(data))
    if (!told.success || stream !== events) return
    useJob.setState({ job: told.data })
    if (told.data.state === 'running') return
    events.close()
    void ended()
  }
  events.onerror = () => {
    // Closed for good only where the server answers and does not know the job.
    if (events.readyState !== EventSource.CLOSED || stream !== events) return
    useJob.setState({ lost: true })
    void ended()
  }
}

/** Forgets a job that has ended. */
export function dismissJob(): void {
  stream?.close()
  stream = undefined
  useJob.setState({ job: undefined, lost: false })
}

/** What a job may have changed is asked for again. The picture stays as it is until the user asks. */
async function ended(): Promise<void> {
  const touched = new Set([
    'health',
    'runs',
    'changes',
    'sources',
    'quarantine',
    'jobs',
    'held-uploads',
    'forgettings',
  ])
  if (useJob.getState().job?.forgetting !== undefined) await dropErased()
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => touched.has(String(queryKey[0])),
  })
}
