import type { Messages } from '../en/messages.ts'
import { causes } from './causes.ts'
import { clues, innocent, missing, parcelSteps, parts, problems } from './codes.ts'
import { desk } from './desk.ts'
import { filter } from './filter.ts'
import { decide, edge, link, node, ring } from './inspector.ts'
import type { later } from './later.ts'
import { layouts } from './map.ts'
import { pageFrame } from './page-frame.ts'
import { history, queue, search } from './panels.ts'
import { past } from './past.ts'
import { roleNames } from './role-names.ts'
import { select } from './select.ts'
import { share } from './share.ts'
import { empty, shell, welcome } from './shell.ts'
import { table } from './table.ts'
import { time } from './time.ts'
import { candidates, menu, picking, walk } from './walk.ts'
import {
  began,
  channels,
  edgesIn,
  edgesOut,
  ended,
  kinds,
  kindsMany,
  levels,
  linkKinds,
  properties,
  records,
} from './words.ts'

/** 首屏可能用到的文字；其余见 later.ts。 */
export const chinese: Omit<Messages, keyof typeof later> = {
  shell,
  empty,
  welcome,
  search,
  queue,
  history,
  menu,
  picking,
  candidates,
  walk,
  layouts,
  time,
  past,
  share,
  ring,
  node,
  edge,
  link,
  decide,
  causes,
  roleNames,
  ...desk,
  ...pageFrame,
  kinds,
  kindsMany,
  channels,
  linkKinds,
  edgesOut,
  edgesIn,
  began,
  ended,
  records,
  properties,
  levels,
  problems,
  clues,
  missing,
  parcelSteps,
  parts,
  innocent,
  filter,
  select,
  table,
}
