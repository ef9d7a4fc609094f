// Loaded into a server before anything else (`node --import`): tells the process that started it, whenever that asks, how late the event loop ran since it last asked.
import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const resolution = 5

if (isMainThread && process.send !== undefined) {
  const delays = monitorEventLoopDelay({ resolution })
  delays.enable()
  const turns = ownTurns()
  process.on('message', () => {
    const late = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution)
    process.send({
      longest: late(delays.max),
      p99: late(delays.percentile(99)),
      ownWork: turns.longest,
    })
    delays.reset()
    turns.longest = 0
  })
  // Whoever asks must not keep the server from ending.
  process.channel.unref()
}

/**
 * The longest time for which the thread itself computed between two looks, in milliseconds: what it waited for a processor that others held does not count, so that a busy
 * machine does not look like a blocked loop. Undefined elsewhere than on Linux.
 */
function ownTurns() {
  const turns = { longest: 0 }
  let before = onProcessor()
  const timer = setInterval(() => {
    const now = onProcessor()
    turns.longest = before === undefined ? undefined : Math.max(turns.longest, now - before)
    before = now
  }, resolution)
  timer.unref()
  return turns
}

function onProcessor() {
  try {
    return (
      Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
    )
  } catch {
    return undefined
  }
}
