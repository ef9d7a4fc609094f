/** Texts of erasing for good. */
export const forget = {
  about:
    'Erases what was said from the graph, from what was known and from the bytes of the store. Nothing brings it back but loading a file that still holds it.',
  demoCannot: 'The demo is not changed. Load data of your own first.',
  what: 'What is to be forgotten',
  thing: 'A thing or a record',
  dataset: 'What no longer counts of a dataset',
  thingName: 'Key, platform/id of a shop, or SHA-256 of a record',
  datasetName: 'Name of the dataset',
  datasetNote:
    'Only what was replaced or withdrawn. What is current stays: withdraw the dataset first to forget all of it.',
  look: 'Look what would be erased',
  erased: 'Erased: versions of records',
  ofDataset: 'of the dataset {{dataset}}',
  leaves: 'Leaves the graph',
  relation: 'relations: {{type}}',
  leavesNone: 'Nothing: other records say the same.',
  leavesAlone: 'Nothing: it does not count any more.',
  kept_one: '{{count}} thing that the records name stays, as others name it too.',
  kept_other: '{{count}} things that the records name stay, as others name them too.',
  stays: 'Speaks of it and stays',
  staysNote:
    'Links that earlier runs quote, papers, decisions, quarantined rows, files of evidence and backups are not touched.',
  cannot: 'It cannot be forgotten now',
  reason: 'Reason',
  reasonNone: 'Choose one',
  because: 'Why, in words',
  becauseNote: 'This stays on record: write no name and nothing of what is forgotten.',
  by: 'Your name',
  confirm: 'To confirm, type',
  erase: 'Erase for good',
  needs: 'It needs a reason, why, who, and the name as it stands above.',
  done: 'Forgotten: {{versions}} versions of records. Links and rings follow with the next run.',
  toRuns: 'To the runs',
  list: 'What was forgotten here',
  listNone: 'Nothing yet. What is kept is that it was forgotten, by whom and why, and never what.',
  at: 'When',
  ofWhat: 'What',
  versions: 'Versions',
  becauseShort: 'Why',
  byShort: 'Who',
  broken: 'broken off',
  page: 'Forget for good…',
} as const

export const forgetReasons = {
  erasure_request: 'a person asked for it',
  retention_ended: 'the time to keep it has ended',
  unlawful: 'should never have been collected',
  mistaken: 'about somebody else, or wrong',
  ordered: 'ordered by a court or an authority',
} as const

export const forgetWhat = {
  dataset: 'what no longer counted of a dataset',
  record: 'one record',
  node: 'all that named one thing',
} as const

export const forgetStays = {
  note: 'notes',
  hold: 'holds',
  case: 'cases',
  scene: 'saved scenes',
  role: 'stated roles',
  lead: 'leads',
  decision: 'decisions',
  ruling: 'rulings on values',
  run: 'runs, which may quote it',
  evidence: 'files of evidence',
} as const
