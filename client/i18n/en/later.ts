import { paste, review } from './desk-dialogs.ts'
import { evidence, evidenceStates } from './evidence.ts'
import { forget, forgetReasons, forgetStays, forgetWhat } from './forget.ts'
import { keys } from './keys.ts'
import { known } from './known.ts'
import { leads } from './leads.ts'
import { map } from './map.ts'
import { fields, mapping } from './mapping.ts'
import { outlook } from './outlook.ts'
import { pages } from './pages.ts'
import { place, placeBases, placeResults, placeRoles, placeVisits } from './place.ts'
import { registrant } from './registrant.ts'
import { roles } from './roles.ts'
import { scope } from './scope.ts'
import { stamp } from './stamp.ts'
import { enablerKinds, targets } from './targets.ts'
import { hopReasons, paths } from './walk.ts'

/** Texts of pages and panels that come when they are first asked for. */
export const later = {
  ...pages,
  ...leads,
  keys,
  known,
  forget,
  forgetReasons,
  forgetStays,
  forgetWhat,
  paste,
  review,
  evidence,
  evidenceStates,
  ...outlook,
  ...scope,
  ...stamp,
  map,
  mapping,
  fields,
  paths,
  hopReasons,
  targets,
  enablerKinds,
  registrant,
  roles,
  place,
  placeRoles,
  placeBases,
  placeVisits,
  placeResults,
} as const
