/** Texts of time stamps; they come with the page of leads. */
export const stamp = {
  stamp: {
    given: 'Time stamp of {{at}} by {{authority}}.',
    trust:
      'Its signature holds by the certificate inside; whether that is the authority’s is for its reader to check.',
    download: 'Time stamp of {{id}}',
    none: 'No time stamp.',
    failed: 'No time stamp: {{url}} {{reason}} ({{detail}}).',
    ask: 'Ask {{host}} for a time stamp',
    asking: 'Asking…',
    sends: 'Once it is sealed, its hash goes to {{url}} for a time stamp.',
  },
  stampReasons: {
    unreachable: 'could not be reached',
    late: 'did not answer in time',
    answered: 'answered with something else',
    large: 'answered with too much',
    unreadable: 'gave an answer that cannot be read',
    rejected: 'refused',
    unsound: 'gave one that does not hold',
  },
} as const
