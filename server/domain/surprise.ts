import { z } from 'zod'

/** What of a file is not as its dataset says that it should be. */
export const Surprise = z.discriminatedUnion('kind', [
  /** It has another number of rows. */
  z.object({
    kind: z.literal('rows'),
    /** `dataset.name/path-of-file`. */
    file: z.string(),
    rows: z.int(),
    least: z.int(),
    most: z.int(),
  }),
  /** It fills a field in too few of its accepted rows. */
  z.object({
    kind: z.literal('filled'),
    file: z.string(),
    field: z.string(),
    count: z.int(),
    accepted: z.int(),
    /** In which it is expected, from 0 to 1. */
    share: z.number(),
  }),
])
export type Surprise = z.infer<typeof Surprise>

/** One sentence without its end. */
export function surpriseText(surprise: Surprise): string {
  if (surprise.kind === 'rows') {
    const { file, rows, least, most } = surprise
    return `${file} has ${rows} rows, and ${least} to ${most} are expected`
  }
  const { file, field, count, accepted, share } = surprise
  return `${file} fills “${field}” in ${count} of ${accepted} accepted rows, and in ${percent(share)} it is expected`
}

function percent(share: number): string {
  return `${Math.round(share * 1_000) / 10} %`
}
