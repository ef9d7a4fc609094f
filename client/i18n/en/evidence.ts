/** Texts of files of evidence. */
export const evidence = {
  title: 'Files of evidence',
  none: 'No file has been handed in about this.',
  omitted_one: '{{count}} more file is not shown.',
  omitted_other: '{{count}} more files are not shown.',
  add: 'Add a file',
  explain:
    'The file is kept byte for byte under its SHA-256. What you say here goes into its custody and cannot be taken back.',
  file: 'File',
  by: 'Your name',
  place: 'Where it was collected',
  method: 'How it was collected',
  grade: 'Grade, such as B2',
  transactionEnd: 'Transaction completed on',
  mayGoTo: 'Only countries it may go to, such as CN, HK',
  goesNowhere: 'may go nowhere',
  goesTo: 'may go to {{places}} only',
  other: 'Keep it even if its format is not known',
  send: 'Hand in',
  sending: 'Sending…',
  needsFile:
    'A file and your name are needed; a grade is a letter A–F and a digit 1–6, a country two capitals',
  copy: 'Take a copy of {{name}}',
  why: 'What the copy is for',
  take: 'Take the copy',
  needsBoth: 'Your name and a reason are needed',
}

/** What may become of a file. */
export const evidenceStates = {
  kept: 'kept until {{until}}',
  due: 'may be destroyed since {{until}}',
  held: 'on hold',
  open_case: 'kept for an open case',
  undated: 'kept; nobody said when its transaction ended',
  destroyed: 'destroyed',
}
