import type { Messages } from '../en/messages.ts'

export const time: Messages['time'] = {
  sense: '日期的含义',
  true: '当时实情',
  known: '当时所知',
  trueNote:
    '当时实情：按现在掌握的情况，那一天实际如何。店铺自开店起存在，与它相连的对象在其存续期间一直存在。',
  knownNote:
    '当时所知：到那一天为止来源已经看到的内容。关系自首次出现起显示；两店及其共同之处都已被看到后，关联才显示。文件何时导入不计在内；若要按导入时间查看，请在顶部日期旁选择当时所知。',
  outside: '在时间窗口之外',
  settrue: '日期含义改为：当时实情',
  setknown: '日期含义改为：当时所知',
  window: '时间窗口',
  windowNone: '全部时间',
  windowOf: '{{from}} 至 {{to}}',
  windowHelp: '在直方图上拖动即可设定窗口。方向键移动一个月，Shift 加方向键移动终点，Esc 清除。',
  windowClear: '清除时间窗口',
  windowCount_one: '窗口外 {{count}} 项',
  windowCount_other: '窗口外 {{count}} 项',
  windowEdgeFrom: '窗口起点',
  windowEdgeTo: '窗口终点',
  windowSet: '时间窗口 {{from}} 至 {{to}}',
  windowCleared: '已清除时间窗口',
  eventsAll: '全部数据',
  eventsScene: '此画面',
  eventsAllNote: '直方图统计全部数据；点击改为只统计画面内容',
  eventsSceneNote: '直方图统计画面中未被筛除的内容；点击改为统计全部数据',
  filterOut: '已筛除：{{values}}',
  filterBack: '不再筛除：{{values}}',
  filterDates: '筛选：存在于 {{from}} 至 {{to}}',
  andMore: '{{names}}等另 {{count}} 项',
  asOfKnown: '所知截至',
}
