import { type CSSVariablesResolver, createTheme } from '@mantine/core'

/** Mantine in the look of tokens.css: its variables point at ours, so no color is said twice. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)' },
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '12px', md: '13px', lg: '15px', xl: '15px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
})

/** The variables of Mantine that our surfaces, lines and texts stand for, the same names in both themes. */
export const resolveVariables: CSSVariablesResolver = () => {
  const surfaces = {
    '--mantine-color-body': 'var(--raised)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-3)',
    '--mantine-color-default': 'var(--panel)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-shadow-xl': 'var(--shadow)',
    '--mantine-shadow-lg': 'var(--shadow)',
  }
  return { variables: {}, light: surfaces, dark: surfaces }
}
