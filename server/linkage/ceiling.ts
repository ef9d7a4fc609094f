/** Up to so many bits, about a thousand to one, a sum is taken at its word. */
const trusted = 10
/** Beyond them a sum adds at most so many: twenty in all, about a million to one. */
const room = 10

/**
 * What is taken off a sum, at most 0 bits, because records can be wrong in ways that no channel knows of (a row under another shop's number, a value copied by hand): of
 * y bits beyond `trusted`, room · y / (room + y) count. Rising all the way, so that surer pairs still stand before less sure ones where odds alone would round to certainty.
 */
export function ceilingBits(sum: number): number {
  const beyond = sum - trusted
  return beyond <= 0 ? 0 : -(beyond * beyond) / (room + beyond)
}
