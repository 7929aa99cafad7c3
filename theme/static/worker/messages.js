// Messages of pages.

addEventListener("message", (event) => event.waitUntil(heard(event)))

async function heard({ data, source, ports }) {
  if (data.prove) ports[0].postMessage(await inTurn(() => proven(source)))
  if (data.opened) {
    if (copies.has(source.id)) source.postMessage({ copy: copies.get(source.id) })
    await inTurn(() => visited(source.url)).catch(() => undefined)
    await inTurn(() => contact(data.opened, data.sparing)).catch(() => undefined)
    if (isOfflinePage(source.url)) source.postMessage(await listed())
  }
  if (data.list) source.postMessage(await listed())
  if (data.keep || data.drop) {
    const work = data.keep ? () => keepPacks(data, source) : () => dropPacks(data)
    await inTurn(work).catch(() => source.postMessage({ failed: data.of }))
    source.postMessage(await listed())
  }
}

function isOfflinePage(address) {
  return Object.values(PORTAL.offline).map(at).includes(keyOf(new URL(address)))
}

// The page that was open before there was a worker: the browser has it still.
async function visited(address) {
  const url = new URL(address)
  const key = keyOf(url)
  if (!isOwn(url) || await found(key) || (await state()).refused) return
  const response = await fetch(key, { cache: "force-cache" })
  if (!isPage(response)) return
  await note(key, response.clone())
  for (const picture of pictures(await response.text())) await keepFile(picture)
}
