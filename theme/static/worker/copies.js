// The copies that are kept, and what is known of them.

// So many are kept that nobody asked for.
const MOST = { pages: 200, held: 50, files: 400 }

const HEADERS = /^(content-(type|security-policy)|(cross-origin|permissions|referrer|x)-.+)$/

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

// The newest copy, whichever of this portal's caches holds it; what waits is none yet.
async function found(key) {
  let newest
  for (const kind of await kinds()) {
    if (kind === "held") continue
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

// A page that was visited, in the window `client`: it waits for a contact, but where nothing is
// signed. What is signed and cannot be had is not gone for that.
async function note(key, response, client) {
  const { seen, version } = await state()
  const kind = seen || !version ? "held" : "pages"
  const isGone = response.status === 404 || response.status === 410
  if (isPage(response)) {
    const before = await keptCore(key)
    const headers = new Headers([...response.headers, ["x-visited", "yes"]])
    await putPage(kind, key, await response.text(), headers)
    const core = await keptCore(key)
    if (before && before !== core) await tell(key, { renewed: core }, client)
  } else if (isGone && !seen) {
    await withdraw(key, client)
    await dropUnshown()
  }
}

async function keptCore(key) {
  return (await found(key))?.headers.get("x-core")
}

async function withdraw(key, client) {
  if (!await found(key)) return
  await forget(key)
  await tell(key, { withdrawn: true }, client)
}

// A file that a page asked for. Where something is signed, only what has a sum is kept.
async function noteFile(key, response) {
  const { seen, version, refused } = await state()
  const sum = version?.files[addressOf(key)]
  if (refused || (seen && !sum && !isPicture(key))) return
  await putFile("files", key, response, sum)
}

async function putPage(kind, key, text, given) {
  const headers = cleaned(given)
  headers.set("content-type", "text/html; charset=utf-8")
  headers.set("x-core", await sumOf(parted(text).rest))
  headers.set("x-pictures", picturesIn(text).join(" "))
  await put(kind, key, new Response(text, { headers }))
}

// Keeps a file unless it has another sum than the one that is known, or that its name bears;
// whether it did. The smaller forms of a picture bear the sum of that picture.
async function putFile(kind, key, response, known) {
  const data = await response.blob()
  const [, sum] = /^[^.]+\.([0-9a-f]{8})\.[a-z]+$/.exec(key.slice(key.lastIndexOf("/") + 1)) ?? []
  if (!(await digest(data)).startsWith(known ?? sum ?? "")) return false
  await put(kind, key, new Response(data, { headers: cleaned(response.headers) }))
  return true
}

// Nothing but what makes a copy be read as it is: no header may lead elsewhere.
function cleaned(given) {
  const headers = new Headers([...given].filter(([name]) => HEADERS.test(name)))
  headers.set("x-kept", new Date().toISOString())
  return headers
}

async function put(kind, key, response) {
  const cache = await open(kind)
  await cache.put(key, response)
  const keys = kind in MOST ? await cache.keys() : []
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST[kind]))) await cache.delete(old)
}

// A page without its latest news and the code for paper, as the lists of the build sum it up; the
// latest news, where they stood, and the code.
function parted(text) {
  const [code = ""] = /<svg class="code".*?<\/svg>/s.exec(text) ?? []
  const plain = text.replace(code, "")
  const start = plain.indexOf('<aside data-part="latest-news"')
  if (start < 0) return { rest: plain, start: 0, aside: "", code }
  const end = plain.indexOf("</aside>", start) + "</aside>".length
  return { rest: plain.slice(0, start) + plain.slice(end), start, aside: plain.slice(start, end), code }
}

// The SHA-256 of a text or of bytes, and the half of it by which versions name them.
async function digest(data) {
  const sum = await crypto.subtle.digest("SHA-256", await new Response(data).arrayBuffer())
  return [...new Uint8Array(sum)].map((one) => one.toString(16).padStart(2, "0")).join("")
}

async function sumOf(data) {
  return (await digest(data)).slice(0, 32)
}

// A page that is gone, with what stands below its address.
async function forget(key) {
  for (const kind of await kinds()) await (await open(kind)).delete(key)
  const files = await open("files")
  for (const { url } of await files.keys()) if (url.startsWith(key)) await files.delete(url)
}

async function state() {
  return (await (await open("state")).match(dataAt("state")))?.json() ?? {}
}

async function setState(changes) {
  const text = JSON.stringify({ ...await state(), ...changes })
  await (await open("state")).put(dataAt("state"), new Response(text))
}
