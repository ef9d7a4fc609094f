/** A canvas of the page with its pixels matched to the screen's. */
export function layerOf(canvas: HTMLCanvasElement) {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('this browser gives a canvas no 2d context')
  canvas.style.pointerEvents = 'none'
  return {
    context,
    clear: ({ width, height }: { readonly width: number; readonly height: number }) => {
      const ratio = window.devicePixelRatio
      const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
      if (canvas.width !== across) canvas.width = across
      if (canvas.height !== down) canvas.height = down
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
    },
  }
}
