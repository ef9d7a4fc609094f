/** Twice the size on the page, so that it can be printed. */
const pngScale = 2
/** No browser takes a canvas that is much larger, in pixels. */
const pngAreaMost = 48_000_000

/** Hands a drawing to the browser to keep. */
export function offerSvg(text: string, name: string): void {
  offer(svgBlob(text), name)
}

/** The same drawing in pixels; throws where this browser cannot make them. */
export async function offerPng(text: string, name: string): Promise<void> {
  const url = URL.createObjectURL(svgBlob(text))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const scale = Math.min(pngScale, Math.sqrt(pngAreaMost / (width * height)))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (png === null) throw new Error(`${canvas.width} × ${canvas.height}`)
    offer(png, name)
  } finally {
    URL.revokeObjectURL(url)
  }
}

function svgBlob(text: string): Blob {
  return new Blob([text], { type: 'image/svg+xml;charset=utf-8' })
}

function offer(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads it after this call has ended.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
