import { call } from '../api/call.ts'
import { followJob } from '../jobs/job-state.ts'
import { notifyFailure } from '../shell/notify.ts'

export interface RunChoice {
  /** Absent: the latest day of the data. */
  readonly asOf?: string | undefined
  readonly publicView: boolean
}

/** Has the server work out a run; where it cannot begin, it is said why. */
export async function startRun({ asOf, publicView }: RunChoice): Promise<void> {
  try {
    const body = { ...(asOf !== undefined && { asOf }), ...(publicView && { publicView }) }
    followJob(await call('detect', { body }))
  } catch (error) {
    notifyFailure(error)
  }
}
