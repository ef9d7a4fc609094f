/** Colors of the pictures: the names and values of the explorer's design tokens. */
export interface Theme {
  readonly canvas: string
  readonly panel: string
  readonly selected: string
  readonly line: string
  readonly 'line-strong': string
  readonly text: string
  readonly 'text-2': string
  readonly 'text-3': string
  readonly 'text-inverse': string
  readonly ink: string
  readonly focus: string
  readonly shop: string
  readonly identity: string
  readonly account: string
  readonly origin: string
  readonly factory: string
  readonly contact: string
  readonly 'account-text': string
  readonly 'node-icon': string
  readonly 'node-ring': string
  readonly closed: string
  readonly 'closed-text': string
  readonly unknown: string
  readonly warn: string
  readonly p0: string
  readonly p50: string
  readonly p80: string
  readonly p95: string
  readonly edge: string
  readonly 'edge-strong': string
  readonly hull: string
  readonly 'hull-line': string
  readonly land: string
  readonly 'land-line': string
  readonly sea: string
}
export type Token = keyof Theme

export const fontFamily =
  'Inter, "Inter Variable", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'

export const lightTheme: Theme = {
  canvas: '#fafbfc',
  panel: '#ffffff',
  selected: '#e9edf2',
  line: '#e2e6ea',
  'line-strong': '#c8cfd6',
  text: '#161a1f',
  'text-2': '#434c57',
  'text-3': '#5f6975',
  'text-inverse': '#ffffff',
  ink: '#1b2128',
  focus: '#1f5fc4',
  shop: '#2f6fd0',
  identity: '#6a44a8',
  account: '#a86c00',
  origin: '#14806a',
  factory: '#8a4530',
  contact: '#4a545f',
  'account-text': '#855400',
  'node-icon': '#ffffff',
  'node-ring': '#ffffff',
  closed: '#c4302b',
  'closed-text': '#b32621',
  unknown: '#8a949f',
  warn: '#c98a00',
  p0: '#ccd4dc',
  p50: '#8093a9',
  p80: '#4c6a8d',
  p95: '#213f63',
  edge: '#8a95a1',
  'edge-strong': '#5f6975',
  hull: '#eef1f5',
  'hull-line': '#ccd4dd',
  land: '#e9ecef',
  'land-line': '#d3d9df',
  sea: '#f8fafb',
}

export const darkTheme: Theme = {
  canvas: '#10141a',
  panel: '#151a21',
  selected: '#242d38',
  line: '#262e38',
  'line-strong': '#3a4552',
  text: '#e8ecf1',
  'text-2': '#b9c2cd',
  'text-3': '#929dab',
  'text-inverse': '#10141a',
  ink: '#e8ecf1',
  focus: '#6ea5f5',
  shop: '#5a95ee',
  identity: '#bca6f3',
  account: '#dca137',
  origin: '#3cb596',
  factory: '#b56d4b',
  contact: '#b4bec9',
  'account-text': '#e3ae4f',
  'node-icon': '#10141a',
  'node-ring': '#ffffff',
  closed: '#f0625a',
  'closed-text': '#f58079',
  unknown: '#77828f',
  warn: '#e0a63a',
  p0: '#333e4a',
  p50: '#5f748b',
  p80: '#86a5c8',
  p95: '#bcd4ef',
  edge: '#64707e',
  'edge-strong': '#929dab',
  hull: '#161d26',
  'hull-line': '#313c49',
  land: '#1d242d',
  'land-line': '#303a46',
  sea: '#11161c',
}
