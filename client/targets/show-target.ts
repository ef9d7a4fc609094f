import { nodeQuery } from '../api/queries.ts'
import { queryClient } from '../api/query-client.ts'
import { bringThings } from '../commands/bring-things.ts'
import { choose } from '../commands/open.ts'
import { notifyFailure } from '../shell/notify.ts'
import { openPage } from '../shell/page.ts'

/** Goes back to the picture with a target in it, selected: a shop in its ring, anything else beside what is there. */
export async function showTarget({ key, name }: { readonly key: string; readonly name: string }) {
  openPage(undefined)
  if (!key.startsWith('shop:')) return await bringThings([key], name)
  try {
    const { node } = await queryClient.fetchQuery(nodeQuery(key))
    await choose(node)
  } catch (error) {
    notifyFailure(error)
  }
}
