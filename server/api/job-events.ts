import type { Request, Response } from 'express'

import type { JobBoard, JobNotice } from './job-board.ts'

const pauseMs = 100
const heartbeatMs = 15_000

/**
 * A job's progress as server-sent events: each is the whole job as it then stands, under its revision as the id, so that a
 * client that comes back with `Last-Event-ID` misses nothing it needs. The stream ends with the job.
 */
export function streamJob(board: JobBoard, id: string, request: Request, response: Response): void {
  const seen = Number(request.get('Last-Event-ID') ?? 0)
  const first = board.notice(id)
  if (first === undefined || (hasEnded(first) && seen === first.revision)) {
    // 204 tells a browser's EventSource not to come back.
    response.status(204).end()
    return
  }
  response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }).flushHeaders()
  const send = throttled((notice) => {
    response.write(`id: ${notice.revision}\ndata: ${JSON.stringify(notice.job)}\n\n`)
    if (hasEnded(notice)) response.end()
  })
  const unwatch = board.watch(id, send.offer)
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs)
  response.on('close', () => {
    unwatch()
    clearInterval(heartbeat)
    send.stop()
  })
  if (seen !== first.revision) send.offer(first)
}

function hasEnded({ job }: JobNotice): boolean {
  return job.state !== 'running'
}

/** Sends at most one notice in a pause, always the latest, and the last one at once. */
function throttled(send: (notice: JobNotice) => void) {
  let waiting: JobNotice | undefined
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    timer = undefined
    if (waiting === undefined) return
    const notice = waiting
    waiting = undefined
    send(notice)
    if (!hasEnded(notice)) timer = setTimeout(flush, pauseMs)
  }
  return {
    offer(notice: JobNotice) {
      waiting = notice
      if (timer !== undefined && !hasEnded(notice)) return
      clearTimeout(timer)
      flush()
    },
    stop: () => clearTimeout(timer),
  }
}
