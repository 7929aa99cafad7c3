// Messages of pages, and to them.

addEventListener("message", (event) => event.waitUntil(heard(event)))

async function heard({ data, source, ports }) {
  if (data.prove) ports[0].postMessage(await inTurn(() => proven(source)))
  if (data.opened) await greeted(data, source)
  if (data.list) source.postMessage(await listed())
  if (data.keep || data.drop) {
    const work = data.keep ? () => keepPacks(data, source) : () => dropPacks(data)
    await inTurn(work).catch((error) => failed(data.of, error, source))
    source.postMessage(await listed())
  }
}

async function failed(of, error, client) {
  await inTurn(dropHalves)
  client.postMessage({ failed: of, isFull: isOfRoom(error) })
}

function isOfRoom({ name }) {
  return name === "QuotaExceededError"
}

// A page was opened, or is seen again: then it knows the `core` of what it shows.
async function greeted({ opened, core: before, sparing }, client) {
  if (copies.has(client.id)) client.postMessage({ copy: copies.get(client.id) })
  const key = keyOf(new URL(client.url))
  let isNew = false
  if (before === undefined) {
    await inTurn(() => visited(client.url)).catch(() => undefined)
    const waiting = (await (await open("held")).match(key))?.headers.get("x-core")
    isNew = Boolean(waiting)
    before = waiting ?? await keptCore(key)
    client.postMessage({ core: before })
  }
  await inTurn(dropHalves)
  const isFull = await inTurn(() => contact(opened, sparing)).then(() => false, isOfRoom)
  if (before && !isNew) await inTurn(() => compareShown(key, before, client)).catch(() => undefined)
  if (isOfflinePage(client.url)) client.postMessage({ ...await listed(), isFull })
}

// Another window may have brought the news while nobody saw this one.
async function compareShown(key, before, client) {
  const now = await keptCore(key)
  if (now && now !== before) client.postMessage({ renewed: now })
  if (now) return
  const { status } = await fetch(key, { cache: "no-cache" })
  if (status === 404 || status === 410) client.postMessage({ withdrawn: true })
}

// Has the windows that show a page hear something of it, `except` one.
async function tell(key, news, except) {
  for (const client of await clients.matchAll()) {
    if (client.id !== except && keyOf(new URL(client.url)) === key) client.postMessage(news)
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
  await keepFetched(await response.text())
}
