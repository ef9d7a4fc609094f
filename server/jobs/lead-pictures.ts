import type { Run } from '../domain/run.ts'
import type { LeadContents, LeadPicture } from '../leads/contents.ts'
import { lanesPicture } from '../picture/lanes.ts'
import { networkPicture } from '../picture/network.ts'
import type { RingPicture } from '../picture/ring-picture.ts'
import { paintSvg } from '../picture/svg.ts'
import { lightTheme } from '../picture/theme.ts'
import { timelinePicture } from '../picture/timeline.ts'
import { words } from '../picture/words.ts'
import { countMonths, type Month } from './months.ts'

/** Pixels; wide enough that the lanes of ten shops keep their labels. */
const size = { width: 1_280, height: 720 }

/** The drawings that go into a lead, as of the day of its run. */
export async function leadPictures(contents: LeadContents, { asOf }: Run): Promise<LeadPicture[]> {
  const picture: RingPicture = {
    ...contents,
    holders: new Map(Object.entries(contents.holders)),
    generic: new Set(contents.generic),
  }
  const options = { ...size, left: 0, asOf, until: asOf, words: words.en }
  const pictures = {
    lanes: lanesPicture(picture, options),
    network: networkPicture(picture, options),
    timeline: timelinePicture(picture, await monthsOf(contents), options),
  }
  return Object.entries(pictures).map(([name, drawn]) => ({
    name,
    svg: paintSvg(drawn, lightTheme),
    ...(name === 'lanes' && { picture: drawn }),
  }))
}

/** The ring's own months: how many shops of others opened and closed is no business of the recipient. */
function monthsOf({ ring, nodes, links }: LeadContents): Promise<Month[]> {
  const members = new Set(ring.members.map(({ shop }) => shop))
  return countMonths(
    nodes.filter(({ key }) => members.has(key)),
    links.filter(
      ({ kind, from, to }) => kind === 'came_back_as' && members.has(from) && members.has(to),
    ),
  )
}
