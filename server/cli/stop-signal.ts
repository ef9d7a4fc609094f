/** Resolves with the name of the first signal that asks the process to stop; a second one ends it at once, as it would by default. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals) => {
      for (const name of signals) process.off(name, stop)
      resolve(signal)
    }
    for (const name of signals) process.on(name, stop)
  })
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
