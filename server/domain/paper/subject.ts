import { z } from 'zod'

import { LinkKind } from '../link.ts'

/**
 * What a paper is about: a thing by its key, or a link as the JSON text of `[from, kind, to]`, which the page uses as a link's id as well. A link
 * keeps that name through every run, whether the run still holds it or not.
 */
export const SubjectId = z
  .string()
  .min(1)
  .max(4_200)
  .refine((id) => !id.startsWith('[') || linkOf(id) !== undefined, 'not the name of a link')

const LinkName = z.tuple([z.string().min(1), LinkKind, z.string().min(1)])

/** The two ends of the link that an id names; undefined for a thing. */
export function linkOf(id: string): { from: string; kind: LinkKind; to: string } | undefined {
  if (!id.startsWith('[')) return undefined
  const parsed = LinkName.safeParse(jsonOf(id))
  if (!parsed.success) return undefined
  const [from, kind, to] = parsed.data
  return { from, kind, to }
}

/** The things that an id names: itself, or both ends of the link. */
export function thingsOf(id: string): string[] {
  const link = linkOf(id)
  return link === undefined ? [id] : [link.from, link.to]
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
