import { z } from 'zod'

/** What one of several leads about one ring counts, where a lead was split by jurisdiction. */
export const LeadPart = z.object({
  /** Its number, `L-2026-000002`, whatever its version. */
  lead: z.string().regex(/^L-\d{4}-\d{6}$/),
  /** GB/T 2260. */
  province: z.string().regex(/^\d{6}$/),
  /** Keys of its shops; each shop of the ring stands in one part. */
  shops: z.array(z.string()).min(1),
})
export type LeadPart = z.infer<typeof LeadPart>
