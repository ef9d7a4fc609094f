import type { Messages } from '../en/messages.ts'
import { innocent, missing, parcelSteps, parts, problems } from './codes.ts'
import { decide, edge, link, node, ring } from './inspector.ts'
import { history, lead, queue, search } from './panels.ts'
import { empty, keys, shell, welcome } from './shell.ts'
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

/** Every text of the explorer in simplified Chinese. */
export const chinese: Messages = {
  shell,
  empty,
  welcome,
  keys,
  search,
  queue,
  history,
  lead,
  ring,
  node,
  edge,
  link,
  decide,
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
  missing,
  parcelSteps,
  parts,
  innocent,
}
