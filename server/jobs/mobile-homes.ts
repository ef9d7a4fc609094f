import { z } from 'zod'

import { provinceByCode } from '../domain/province.ts'
import { type HomeOf, homesOf } from '../trace/nominee/mobile-homes.ts'
import { packagePath } from './package-root.ts'
import { readTable } from './table-file.ts'

/** Home provinces by the table that comes with the program. */
export async function mobileHomes(): Promise<HomeOf> {
  return homesOf(await readTable(packagePath('datasets/phone-regions/data/mobile-homes.csv'), Run))
}

const Prefix = z
  .string()
  .regex(/^1[3-9]\d{5}$/)
  .transform(Number)

const Run = z.object({
  from: Prefix,
  to: Prefix,
  province: z.string().refine((code) => provinceByCode(code) !== undefined),
})
