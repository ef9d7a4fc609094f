/** Texts of standing on a day in the past: what is asked for is asked as of it, and says so. */
export const past = {
  note: 'As of {{date}}: nothing that is dated later.',
  step: '{{step}}, as of {{date}}',
  toRun: 'As of the run, {{date}}',
  toNow: 'As it is now',
  search: 'Search as of {{date}}',
  searched: 'Found as of {{date}}, by the names of then',
  searchedNothing: 'Nothing that holds “{{q}}” was on record on {{date}}.',
  searchNow: 'Search as of the run instead, {{date}}',
  searchToday: 'Search what is on record now instead',
  notThere: '{{name}} was not on record on {{date}}.',
  firstHeard: 'The first that is heard of it is dated {{date}}.',
  toFirst: 'Go to {{date}}',
  nothingNew: 'What was tied to it on {{date}} is in the picture already',
  noNeighbors: 'Nothing was tied to it on {{date}}.',
  staged: 'Those of {{date}}.',
  paths: 'As of {{date}}: only over relations seen by then. Links stay as the run worked them out.',
} as const
