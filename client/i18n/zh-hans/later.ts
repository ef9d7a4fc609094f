import { leads } from './leads.ts'
import { pages } from './pages.ts'
import { registrant } from './registrant.ts'
import { roles } from './roles.ts'
import { enablerKinds, targets } from './targets.ts'

/** 随页面与面板首次打开才载入的文字。 */
export const later = { ...pages, ...leads, targets, enablerKinds, registrant, roles }
