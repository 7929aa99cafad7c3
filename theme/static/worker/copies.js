// The copies that are kept, and what is known of them.

// So many are kept that nobody asked for.
const MOST = { pages: 200, files: 400 }

// One after the other: what is compared with a new version is not written meanwhile.
let last = Promise.resolve()
function inTurn(work) {
  last = last.then(() => work(), () => work())
  return last
}

async function kinds() {
  const names = await caches.keys()
  return names.filter((name) => name.startsWith(OWN)).map((name) => name.slice(OWN.length))
}

// The newest copy, whichever of this portal's caches holds it.
async function found(key) {
  let newest
  for (const kind of await kinds()) {
    const copy = await (await open(kind)).match(key)
    if (copy && (!newest || keptAt(copy) > keptAt(newest))) newest = copy
  }
  return newest
}

const keptAt = (copy) => copy.headers.get("x-kept") ?? ""

// What clients see that have been given a copy: since when it dates.
const copies = new Map()

async function shown(event, copy) {
  const { checked = "" } = await state()
  copies.set(event.resultingClientId, keptAt(copy) > checked ? keptAt(copy) : checked)
  return copy
}

// A page that a reader has been given, in the window `client`.
async function note(key, response, client) {
  if (isPage(response)) {
    const before = await coreOf(key)
    await putPage("pages", key, await response.text(), response.headers)
    if (before && before !== await coreOf(key)) await tell(key, { renewed: true }, client)
  } else if (response.status === 404 || response.status === 410) {
    await withdraw(key, client)
  }
}

async function coreOf(key) {
  return (await found(key))?.headers.get("x-core")
}

async function withdraw(key, client) {
  if (!await found(key)) return
  await forget(key)
  await tell(key, { withdrawn: true }, client)
}

async function putPage(kind, key, text, given) {
  const headers = cleaned(given)
  headers.set("x-core", await core(text))
  await put(kind, key, new Response(text, { headers }))
}

async function putFile(kind, key, response) {
  await put(kind, key, new Response(await response.blob(), { headers: cleaned(response.headers) }))
}

function cleaned(given) {
  const headers = new Headers(given)
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name)
  headers.set("x-kept", new Date().toISOString())
  return headers
}

async function put(kind, key, response) {
  const cache = await open(kind)
  await cache.put(key, response)
  const keys = kind in MOST ? await cache.keys() : []
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST[kind]))) await cache.delete(old)
}

// Stands for a page without its latest news and the code for paper, as the lists of the build do.
async function core(text) {
  const start = text.indexOf('<aside data-part="latest-news"')
  const end = text.indexOf("</aside>", start) + "</aside>".length
  const rest = start < 0 ? text : text.slice(0, start) + text.slice(end)
  const bytes = new TextEncoder().encode(rest.replace(/<svg class="code".*?<\/svg>/s, ""))
  const sum = await crypto.subtle.digest("SHA-256", bytes)
  return [...new Uint8Array(sum, 0, 16)].map((one) => one.toString(16).padStart(2, "0")).join("")
}

// A page that is gone, with its pictures and what stands below its address.
async function forget(key) {
  for (const kind of await kinds()) {
    const cache = await open(kind)
    const copy = await cache.match(key)
    for (const address of pictures(await copy?.text() ?? "")) {
      await cache.delete(at(address))
      await (await open("files")).delete(at(address))
    }
    await cache.delete(key)
  }
  const files = await open("files")
  for (const { url } of await files.keys()) if (url.startsWith(key)) await files.delete(url)
}

// The addresses of the pictures that a page shows.
function pictures(text) {
  return [...text.matchAll(/ src="(?:\.\.\/)*(tep\/[^"]+)"/g)].map(([, address]) => address)
}

async function state() {
  return (await (await open("state")).match(dataAt("state")))?.json() ?? {}
}

async function setState(changes) {
  const text = JSON.stringify({ ...await state(), ...changes })
  await (await open("state")).put(dataAt("state"), new Response(text))
}
