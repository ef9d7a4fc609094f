import type { Link, LinkKind } from '../../../server/domain/link.ts'

/** Only what scores read. */
export function link(from: string, to: string, probability: number, kind: LinkKind): Link {
  return { from, to, kind, probability } as Link
}
