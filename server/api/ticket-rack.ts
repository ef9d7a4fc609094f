/** What may wait at a time; beyond it the oldest is given up. */
const most = 64

/** Things said in one request that the next one refers to, each once. */
export function ticketRack<T>(newId: () => string) {
  const waiting = new Map<string, T>()
  return {
    put(value: T): string {
      const id = newId()
      const [oldest] = waiting.keys()
      if (most <= waiting.size && oldest !== undefined) waiting.delete(oldest)
      waiting.set(id, value)
      return id
    },
    take(id: string): T | undefined {
      const value = waiting.get(id)
      waiting.delete(id)
      return value
    },
  }
}
