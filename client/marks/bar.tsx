import { probabilityStep } from '../scene/format.ts'

/** A probability as a length and a step of the ramp; its number always stands beside it. */
export function ProbabilityBar({ probability }: { readonly probability: number }) {
  return (
    <span className="bar" aria-hidden="true">
      <i
        className={probabilityStep(probability)}
        style={{ width: `${Math.max(probability * 100, 1)}%` }}
      />
    </span>
  )
}
