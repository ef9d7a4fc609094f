/** Items by key, each as `itemOf` gives it, in the order they came in. */
export function grouped<T, V>(
  items: readonly T[],
  keyOf: (item: T) => string,
  itemOf: (item: T) => V,
): Map<string, V[]> {
  const groups = new Map<string, V[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [itemOf(item)])
    else group.push(itemOf(item))
  }
  return groups
}
