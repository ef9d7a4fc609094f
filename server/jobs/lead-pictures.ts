import { outlineOf } from '../domain/link-outline.ts'
import type { Run } from '../domain/run.ts'
import type { LeadContents, LeadPicture } from '../leads/contents.ts'
import { coreOf } from '../leads/core.ts'
import { type Language, wordsOf } from '../leads/words/words.ts'
import { lanesPicture } from '../picture/lanes.ts'
import { networkPicture } from '../picture/network.ts'
import type { RingPicture } from '../picture/ring-picture.ts'
import type { Picture } from '../picture/shape.ts'
import { paintSvg } from '../picture/svg.ts'
import { lightTheme } from '../picture/theme.ts'
import { timelinePicture } from '../picture/timeline.ts'
import { words } from '../picture/words.ts'
import { leadMap } from './lead-map.ts'
import { countMonths, type Month } from './months.ts'

/** Pixels; wide enough that the lanes of ten shops keep their labels. */
const size = { width: 1_280, height: 720 }

/** The drawings that go into a lead, as of the day of its run, made of what may leave. */
export async function leadPictures(contents: LeadContents, run: Run): Promise<LeadPicture[]> {
  const english = await drawn(contents, run)
  const { picture, options } = asDrawn(contents, run, 'zh-CN')
  const inAll = { en: english.lanes, 'zh-CN': lanesPicture(picture, options) }
  const map = await leadMap(coreOf(contents, wordsOf('en')), run, size)
  return Object.entries({ ...english, ...(map && { map }) }).map(([name, picture]) => ({
    name,
    svg: paintSvg(picture, lightTheme),
    ...(name === 'lanes' && { drawn: inAll }),
  }))
}

const pictureLanguages = { en: 'en', 'zh-CN': 'zh' } as const satisfies Record<Language, string>

async function drawn(
  contents: LeadContents,
  run: Run,
): Promise<Record<'lanes' | 'network' | 'timeline', Picture>> {
  const { core, picture, options } = asDrawn(contents, run, 'en')
  return {
    lanes: lanesPicture(picture, options),
    network: networkPicture(picture, options),
    timeline: timelinePicture(picture, await monthsOf(core), options),
  }
}

function asDrawn(contents: LeadContents, { asOf }: Run, language: Language) {
  const core = coreOf(contents, wordsOf(language))
  const picture: RingPicture = {
    ...core,
    holders: new Map(Object.entries(core.holders)),
    generic: new Set(core.generic),
  }
  const texts = words[pictureLanguages[language]]
  return { core, picture, options: { ...size, left: 0, asOf, until: asOf, words: texts } }
}

/** The ring's own months: how many shops of others opened and closed is no business of the recipient. */
function monthsOf({ ring, nodes, links }: LeadContents): Promise<Month[]> {
  const members = new Set(ring.members.map(({ shop }) => shop))
  return countMonths(
    nodes.filter(({ key }) => members.has(key)),
    links
      .filter(
        ({ kind, from, to }) => kind === 'came_back_as' && members.has(from) && members.has(to),
      )
      .map(outlineOf),
  )
}
