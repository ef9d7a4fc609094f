// Loaded into a server before anything else (`node --import`): tells the process that started it, whenever that asks, how late the event loop ran since it last asked.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const resolution = 5

if (isMainThread && process.send !== undefined) {
  const delays = monitorEventLoopDelay({ resolution })
  delays.enable()
  process.on('message', () => {
    const late = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution)
    process.send({ longest: late(delays.max), p99: late(delays.percentile(99)) })
    delays.reset()
  })
  // Whoever asks must not keep the server from ending.
  process.channel.unref()
}
