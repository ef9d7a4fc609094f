import { lightTheme, type Theme } from '../../server/picture/theme.ts'

/** The colors of whatever theme the page is in: an SVG of the page can take them from its style sheet. The keys are the theme's own, which `fromEntries` forgets. */
export const cssTheme = Object.fromEntries(
  Object.keys(lightTheme).map((token) => [token, `var(--${token})`]),
) as unknown as Theme
