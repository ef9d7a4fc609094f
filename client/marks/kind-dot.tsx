import type { BareNode, NodeKind } from '../../server/contract/graph.ts'
import { iconOf, iconPaths } from '../../server/picture/icons.ts'

const names: Record<NodeKind, string> = {
  Shop: 'shop',
  Identity: 'identity',
  Contact: 'contact',
  PaymentAccount: 'account',
  Origin: 'origin',
  Factory: 'factory',
  Place: 'place',
  Ring: 'ring',
}

interface KindDotProps {
  readonly kind: NodeKind
  readonly properties?: BareNode['properties']
}

/** The mark of a kind: its color with its icon, the same as on the canvas. The kind's name stands beside it. */
export function KindDot({ kind, properties = {} }: KindDotProps) {
  return (
    <span className={`kind ${names[kind]}`}>
      <svg className="i" aria-hidden="true" width="12" height="12" viewBox="0 0 24 24">
        <path
          d={iconPaths[iconOf({ kind, properties })]}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </span>
  )
}
