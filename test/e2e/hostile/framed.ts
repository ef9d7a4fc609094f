/** Each payload in each frame, where `@` stands for it. */
export function framed(frames: readonly string[], payloads: readonly string[]): readonly string[] {
  return frames.flatMap((frame) => payloads.map((payload) => frame.replaceAll('@', () => payload)))
}

/** A character by its number, so that the files hold none that cannot be seen. */
export function char(code: number): string {
  return String.fromCodePoint(code)
}
