import type { Language } from '../../server/picture/words.ts'

interface TimelineWords {
  readonly play: string
  readonly pause: string
  readonly previous: string
  readonly next: string
  readonly speed: string
  readonly cursor: string
  readonly opened: string
  readonly closed: string
  readonly cameBack: string
  readonly selectLane: (lane: string, shops: number) => string
}

const english: TimelineWords = {
  play: 'Replay',
  pause: 'Pause',
  previous: 'Previous event',
  next: 'Next event',
  speed: 'Speed',
  cursor: 'As-of date',
  opened: 'opened',
  closed: 'closed',
  cameBack: 'came back',
  selectLane: (lane, shops) => `${lane}: select its ${shops} ${shops === 1 ? 'shop' : 'shops'}`,
}

const chinese: TimelineWords = {
  play: '回放',
  pause: '暂停',
  previous: '上一事件',
  next: '下一事件',
  speed: '速度',
  cursor: '截至日期',
  opened: '开店',
  closed: '关店',
  cameBack: '重开',
  selectLane: (lane, shops) => `${lane}：选中其中 ${shops} 家店`,
}

export const timelineWords: Readonly<Record<Language, TimelineWords>> = {
  en: english,
  zh: chinese,
}
