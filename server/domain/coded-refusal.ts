import { z } from 'zod'

const RefusalValue = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))

/** Which refusal it is and what fills its sentence, for readers in other languages than English. */
export const CodedRefusal = z.object({ code: z.string(), values: RefusalValue })
export type CodedRefusal = z.infer<typeof CodedRefusal>
