import { otherAddresses } from '../../server/contract/routes.ts'
import { addressOf } from '../api/call.ts'

/** Where a sealed package is downloaded from. */
export function packageAddress(id: string): string {
  return addressOf({ path: otherAddresses.leadPackage }, { params: { id } })
}
