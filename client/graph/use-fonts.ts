import { useEffect } from 'react'

import { forgetWidths } from './labels.ts'

/** Measures and paints again when the page's fonts have come: a canvas does not notice by itself. */
export function useFonts(repaint: () => void): void {
  useEffect(() => {
    let gone = false
    const onCome = () => {
      if (gone) return
      forgetWidths()
      repaint()
    }
    void document.fonts.ready.then(onCome)
    document.fonts.addEventListener('loadingdone', onCome)
    return () => {
      gone = true
      document.fonts.removeEventListener('loadingdone', onCome)
    }
  }, [repaint])
}
