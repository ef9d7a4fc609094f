/** A probability in two digits, in three near the ends; never 0 or 1, which nothing here is sure enough to be. */
export function probabilityText(probability: number): string {
  if (0.999 < probability) return '> 0.999'
  if (probability < 0.001) return '< 0.001'
  const digits = 0.99 < probability || probability < 0.01 ? 3 : 2
  return probability.toFixed(digits)
}
