import type { ChannelRule } from '../channel.ts'
import { account } from './account.ts'
import { brands } from './brands.ts'
import { device } from './device.ts'
import { domain } from './domain.ts'
import { email } from './email.ts'
import { factory } from './factory.ts'
import { idNumber } from './id-number.ts'
import { images } from './images.ts'
import { messenger } from './messenger.ts'
import { name } from './name.ts'
import { network } from './network.ts'
import { origin } from './origin.ts'
import { phone } from './phone.ts'
import { prices } from './prices.ts'
import { registrant } from './registrant.ts'
import { titles } from './titles.ts'
import { trackingId } from './tracking-id.ts'

/** Every channel, in the order of the ledger's vocabulary. A new kind of evidence is one file and one line here. */
export const channelTable: readonly ChannelRule[] = [
  registrant,
  idNumber,
  phone,
  email,
  messenger,
  device,
  domain,
  trackingId,
  network,
  account,
  origin,
  factory,
  name,
  images,
  titles,
  brands,
  prices,
]
