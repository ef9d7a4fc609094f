/** What makes an address be written otherwise than its site: letters of either case, a scheme, a slash, the name of a web or mobile host. */
const isDressed = /[A-Z/]|^(?:www|m|mobile)\./

/** A host name under a top-level domain, with what stands before and behind it when it is copied from a browser. */
const address = /^(?:https?:\/\/)?(?:(?:www|m|mobile)\.)*((?:[a-z0-9-]+\.)+[a-z]{2,})\/?$/i

/** A platform by the address of its site, however that is written: `https://m.Taobao.com/` and `taobao.com` are one. Any other name is as it is typed: a name may stand for several sites. */
export function plainPlatform(typed: string): string {
  if (!isDressed.test(typed)) return typed
  return address.exec(typed)?.[1]?.toLowerCase() ?? typed
}
