import type { MapPicture } from '../../server/picture/map.ts'
import { paintSvg } from '../../server/picture/svg.ts'
import { darkTheme, lightTheme } from '../../server/picture/theme.ts'

/** Twice the size on the page, so that it can be printed. */
const pngScale = 2

/** Hands the map to the browser to keep, as the same shapes that the page shows. */
export async function saveMap(
  picture: MapPicture,
  format: 'svg' | 'png',
  theme: 'light' | 'dark',
): Promise<void> {
  const text = paintSvg(picture, theme === 'dark' ? darkTheme : lightTheme)
  const svg = new Blob([text], { type: 'image/svg+xml;charset=utf-8' })
  const name = `map-${picture.date.replaceAll(/[^\d-]+/gu, '')}`
  if (format === 'svg') return offer(svg, `${name}.svg`)
  const png = await pngOf(svg)
  if (png !== null) offer(png, `${name}.png`)
}

async function pngOf(svg: Blob): Promise<Blob | null> {
  const url = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * pngScale
    canvas.height = image.naturalHeight * pngScale
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  } finally {
    URL.revokeObjectURL(url)
  }
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
