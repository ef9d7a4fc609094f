/** What is done at a place, what says so, and who was there. */
export const place = {
  title: 'Places',
  notSeen: 'not seen on site',
  noUse: 'nothing is said of what is done there',
  sameAs: 'taken for one place with {{names}}, in bits',
  omitted_one: '{{count}} further relation or record was not read',
  omitted_other: '{{count}} further relations and records were not read',
  more_one: 'and {{count}} further place',
  more_other: 'and {{count}} further places',
} as const

export const placeRoles = {
  make: 'making',
  finish: 'finishing',
  label: 'labeling',
  store: 'storing',
  pack: 'packing',
  dispatch: 'dispatch',
  return: 'returns',
  office: 'office',
  none: 'somebody is there',
} as const

export const placeBases = {
  registered: 'registered',
  printed: 'printed on parcels',
  reported: 'reported',
  observed: 'observed',
} as const

export const placeVisits = {
  site_visit: 'site visit',
  inspection: 'inspection',
  raid: 'raid',
  seizure: 'seizure',
} as const

export const placeResults = {
  upheld: 'upheld',
  rejected: 'rejected',
  counterfeit: 'counterfeit',
  genuine: 'genuine',
  unclear: 'unclear',
} as const
