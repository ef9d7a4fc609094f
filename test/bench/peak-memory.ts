import { readFileSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { peakMegabytes } from './bench-figures.ts'

/** What was taken so far and is not needed is given back, and no longer part of the peak; gives what is left, in MB. */
export function forgetPeak(): number {
  collect()
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // Elsewhere than on Linux the peak is that of the whole process.
  }
  return process.memoryUsage.rss() / 2 ** 20
}

/** The most that was held since, in MB. */
export function peakSince(): number {
  try {
    const status = readFileSync('/proc/self/status', 'utf8')
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024
  } catch {
    return peakMegabytes()
  }
}

/** Whatever is garbage now is not collected at the expense of what is measured next. */
export function collect(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
