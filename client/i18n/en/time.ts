/** Texts of the window over the timeline, and of the two ways to read the date of the picture. */
export const time = {
  sense: 'What the date means',
  true: 'true then',
  known: 'known then',
  trueNote:
    'True then: what was the case on that day, as we know it now. A shop is there from its opening, and what it is tied to for as long as it is.',
  knownNote:
    'Known then: what a source had seen by that day. A relation shows from its first sighting, a link once both shops and something they share had been seen. When a file was loaded does not count: for that, choose what we knew, beside the date at the top.',
  outside: 'outside the window',
  settrue: 'Read the date as: what was the case',
  setknown: 'Read the date as: what was known',
  window: 'Time window',
  windowNone: 'whole time',
  windowOf: '{{from}} to {{to}}',
  windowHelp:
    'Drag over the histogram to set a window. Arrow keys move it by a month, Shift with an arrow moves its end, Escape clears it.',
  windowClear: 'Clear the window',
  windowCount_one: '{{count}} thing outside',
  windowCount_other: '{{count}} things outside',
  windowEdgeFrom: 'Begin of the window',
  windowEdgeTo: 'End of the window',
  windowSet: 'Window {{from}} to {{to}}',
  windowCleared: 'Cleared the window',
  eventsAll: 'All data',
  eventsScene: 'This picture',
  eventsAllNote: 'The histogram counts all data; click to count what is in the picture',
  eventsSceneNote:
    'The histogram counts what is in the picture and not filtered out; click to count all data',
  filterOut: 'Filtered out: {{values}}',
  filterBack: 'No longer filtered out: {{values}}',
  filterDates: 'Filter: there between {{from}} and {{to}}',
  andMore: '{{names}} and {{count}} more',
  asOfKnown: 'known by',
} as const
