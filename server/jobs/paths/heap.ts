/** A binary heap: the least item by `compare` comes out first. */
export interface Heap<T> {
  push(item: T): void
  pop(): T | undefined
}

export function createHeap<T>(compare: (a: T, b: T) => number): Heap<T> {
  const items: T[] = []
  const before = (a: number, b: number) => compare(items[a] as T, items[b] as T) < 0
  const swap = (a: number, b: number) => {
    const kept = items[a] as T
    items[a] = items[b] as T
    items[b] = kept
  }
  const least = (place: number): number => {
    const left = 2 * place + 1
    const right = left + 1
    const best = left < items.length && before(left, place) ? left : place
    return right < items.length && before(right, best) ? right : best
  }
  return {
    push(item) {
      let place = items.push(item) - 1
      while (0 < place && before(place, (place - 1) >> 1)) {
        swap(place, (place - 1) >> 1)
        place = (place - 1) >> 1
      }
    },
    pop() {
      const [first] = items
      const last = items.pop()
      if (items.length === 0 || last === undefined) return first
      items[0] = last
      for (let place = 0, next = least(0); next !== place; next = least(place)) {
        swap(place, next)
        place = next
      }
      return first
    },
  }
}
