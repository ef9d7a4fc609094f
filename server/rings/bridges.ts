import type { ProposedBridge } from '../domain/ring.ts'
import type { Refusal } from './guard.ts'
import type { Step } from './steps.ts'

/**
 * For each group, the links that would have made it one with another and did not: the surest for every other group, surest
 * first. A shop in no ring is a group of its own, so the offer to take it in is kept as well.
 */
export function bridgesOf(input: {
  readonly steps: readonly Step[]
  readonly groups: readonly (readonly string[])[]
  readonly apart: readonly { readonly step: Step; readonly refusal: Refusal }[]
  readonly maxSize: number
}): ProposedBridge[][] {
  const placeOf = new Map(
    input.groups.flatMap((group, place) => group.map((shop) => [shop, place] as const)),
  )
  const refused = new Map(input.apart.map(({ step, refusal }) => [step, refusal]))
  const because = `One ring of more than ${input.maxSize} shops was divided here, where it holds together least.`
  const divided: Refusal = { because, reason: { code: 'divided' } }
  const bridges = input.groups.map((): ProposedBridge[] => [])
  const offered = new Set<string>()
  for (const step of input.steps) {
    const a = placeOf.get(step.a) ?? -1
    const b = placeOf.get(step.b) ?? -1
    const pair = `${Math.min(a, b)} ${Math.max(a, b)}`
    if (a === b || offered.has(pair)) continue
    offered.add(pair)
    const bridge = proposed(step, refused.get(step) ?? divided)
    bridges[a]?.push(bridge)
    bridges[b]?.push(bridge)
  }
  return bridges
}

function proposed({ link, probability }: Step, refusal: Refusal): ProposedBridge {
  return { from: link.from, to: link.to, probability, channels: link.channels, ...refusal }
}
