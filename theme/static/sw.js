// The worker of one portal: keeps its pages for when there is no network.
// The build writes above this what it has to know of its portal, as PORTAL.
"use strict"

const SCOPE = new URL(registration.scope)
const OWN = `portal ${SCOPE.pathname} `
const KINDS = /^(pages|files|state|pack .+)$/
// A copy is shown where the network has not answered in this time.
const PATIENCE = 4000
const MOST = { pages: 200, files: 400 }
const TYPES = {
  avif: "image/avif", gif: "image/gif", jpeg: "image/jpeg", jpg: "image/jpeg", png: "image/png",
  svg: "image/svg+xml", webp: "image/webp",
}

const at = (address) => new URL(address, SCOPE).href
const addressOf = (key) => key.slice(SCOPE.href.length)
const open = (kind) => caches.open(OWN + kind)
const dataAt = (name) => at(PORTAL.data + name)

// --- Requests ---

// A worker that may ask for nothing, by the policy of its host, would only stand in the way.
addEventListener("install", (event) => event.waitUntil((async () => {
  await fetched("ban.dat", "no-cache")
  await skipWaiting()
})()))

addEventListener("activate", (event) => event.waitUntil(inTurn(async () => {
  for (const kind of await kinds()) if (!KINDS.test(kind)) await caches.delete(OWN + kind)
  await clients.claim()
})))

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== "GET" || !isOwn(url)) return
  const answer = event.request.mode === "navigate" ? page : isNamedByContent(url) ? file : other
  event.respondWith(answer(event, url))
})

function isOwn(url) {
  const isBelow = (place) => url.href.startsWith(at(place))
  return url.href.startsWith(SCOPE.href) && !isBelow("sw.js") && !PORTAL.others.some(isBelow)
}

function isNamedByContent(url) {
  return PORTAL.files.some((folder) => url.href.startsWith(at(folder)))
}

async function page(event, url) {
  const key = keyOf(url)
  const copy = await found(key)
  try {
    const response = await inTime(fetch(event.request), copy)
    if (response.status >= 500 && copy) return shown(event, copy)
    const second = response.clone()
    event.waitUntil(inTurn(() => note(key, second)))
    return response
  } catch {
    return copy ? shown(event, copy) : unavailable(url)
  }
}

async function file(event, url) {
  const copy = await found(keyOf(url))
  if (copy) return partOf(copy, event.request)
  const response = await fetch(event.request)
  hold(event, url, response)
  return response
}

async function other(event, url) {
  try {
    const response = await fetch(event.request)
    hold(event, url, response)
    return response
  } catch (error) {
    const copy = await found(keyOf(url))
    if (copy) return partOf(copy, event.request)
    throw error
  }
}

function hold(event, url, response) {
  if (!isWhole(response) || url.search) return
  const second = response.clone()
  event.waitUntil(inTurn(() => putFile("files", keyOf(url), second)))
}

// The same page stands at the address of its folder, and whatever is asked of it.
function keyOf(url) {
  return (url.origin + url.pathname).replace(/\/index\.html$/, "/")
}

function isWhole(response) {
  const mayStay = !/no-store/i.test(response.headers.get("cache-control") ?? "")
  return response.status === 200 && response.type === "basic" && !response.redirected && mayStay
}

function isPage(response) {
  return isWhole(response) && /^text\/html/.test(response.headers.get("content-type") ?? "")
}

function inTime(answer, copy) {
  if (!copy) return answer
  const late = new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error("late")))
  return Promise.race([answer, late])
}

async function partOf(response, request) {
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "")
  if (!range || range[1] + range[2] === "") return response
  const whole = await response.blob()
  const first = range[1] ? Number(range[1]) : Math.max(0, whole.size - Number(range[2]))
  const last = range[1] && range[2] ? Math.min(Number(range[2]), whole.size - 1) : whole.size - 1
  const headers = new Headers(response.headers)
  if (first > last) {
    headers.set("content-range", `bytes */${whole.size}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set("content-range", `bytes ${first}-${last}/${whole.size}`)
  headers.set("content-length", last - first + 1)
  return new Response(whole.slice(first, last + 1), { status: 206, headers })
}

async function unavailable(url) {
  const wanted = Object.keys(PORTAL.offline).find((lang) => url.href.startsWith(at(`${lang}/`)))
  const places = [PORTAL.offline[wanted ?? "vi"], ...Object.values(PORTAL.offline)]
  for (const place of places) {
    const copy = await found(at(place))
    if (!copy) continue
    // It is shown at any address, so its links need a place to start from.
    const text = (await copy.text()).replace("<head>", `<head>\n<base href="${at(place)}">`)
    return new Response(text, { status: 503, headers: copy.headers })
  }
  return Response.error()
}

// --- What is kept ---

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

async function note(key, response) {
  if (isPage(response)) await putPage("pages", key, await response.text(), response.headers)
  else if (response.status === 404 || response.status === 410) await forget(key)
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

// --- Versions ---

function inflated(packed) {
  return new Response(packed.stream().pipeThrough(new DecompressionStream("deflate-raw")))
}

async function fetched(name, cache = "default") {
  const response = await fetch(dataAt(name), { cache })
  if (!isWhole(response)) throw new Error(`${name}: ${response.status}`)
  return response
}

async function read(name, cache) {
  return inflated(await (await fetched(name, cache)).blob()).json()
}

// What the portal says of itself now; whatever is kept is made to agree with it.
async function contact(lang, sparing) {
  const version = await read("ban.dat", "no-cache")
  const known = await state()
  const isAnother = version.sum !== known.version?.sum
  if (isAnother || (known.isBehind && !sparing)) await take(version, known, sparing)
  if (sparing) {
    await setState({ version, isBehind: isAnother || known.isBehind })
  } else {
    await fetchFirst(version, lang)
    await setState({ version, isBehind: false, checked: new Date().toISOString() })
  }
  return version
}

async function take(version, known, sparing) {
  const before = new Set(known.isBehind ? [] : known.version?.lists.map(([, sum]) => sum))
  const packs = known.packs ?? []
  const kept = await keptPages(packs)
  for (const [index, [behind, sum]] of version.lists.entries()) {
    if (before.has(sum)) continue
    const end = version.lists[index + 1]?.[0]
    const isWithin = ([one]) => (!index || one > behind) && (end === undefined || one <= end)
    const within = [...kept].filter(isWithin)
    if (!within.length && !packs.length) continue
    await compare(await read(`ke.${sum}.dat`), new Map(within), packs, sparing)
  }
}

// The pages in the caches by their addresses: for each kind of cache, what stands for the page.
async function keptPages(packs) {
  const kept = new Map()
  for (const kind of ["pages", ...packs.map((name) => `pack ${name}`)]) {
    const cache = await open(kind)
    for (const { url } of await cache.keys()) {
      const address = addressOf(url)
      const sum = (await cache.match(url))?.headers.get("x-core")
      if (sum) kept.set(address, { ...kept.get(address), [kind]: sum })
    }
  }
  return kept
}

async function compare(listed, kept, packs, sparing) {
  const there = new Set(listed.map(([address]) => address))
  for (const address of kept.keys()) if (!there.has(address)) await forget(at(address))
  for (const [address, sum, pack] of listed) {
    const held = kept.get(address) ?? {}
    const stale = Object.keys(held).filter((kind) => held[kind] !== sum)
    const wanted = stale.filter((kind) => kind !== "pages" || !sparing)
    if (packs.includes(pack) && !(`pack ${pack}` in held)) wanted.push(`pack ${pack}`)
    if (wanted.length) await renew(address, wanted, stale.length > 0)
  }
}

async function renew(address, kinds, isAnother) {
  const key = at(address)
  const response = await fetch(key, { cache: "no-cache" })
  if (!isPage(response)) {
    if (response.status >= 500) throw new Error(`${address}: ${response.status}`)
    await forget(key)
    return
  }
  const text = await response.text()
  for (const kind of kinds) await putPage(kind, key, text, response.headers)
  if (!isAnother) return
  for (const client of await clients.matchAll()) {
    if (keyOf(new URL(client.url)) === key) client.postMessage({ renewed: true })
  }
}

// What every reader gets, so that the portal can be read after one visit.
async function fetchFirst(version, lang) {
  for (const address of [...version.first[lang], ...Object.values(PORTAL.offline)]) {
    const key = at(address)
    if (await found(key)) continue
    const response = await fetch(key)
    if (isPage(response)) await putPage("pages", key, await response.text(), response.headers)
  }
  for (const address of version.files) await keepFile(address)
}

async function keepFile(address) {
  const key = at(address)
  if (await found(key)) return
  const response = await fetch(key, { cache: "force-cache" })
  if (isWhole(response)) await putFile("files", key, response)
}

// --- Packs: what readers ask to be kept ---

async function keepPacks({ keep, of, sparing }, client) {
  const version = await contact(keep[0].slice(0, 2), sparing)
  const { packs = [] } = await state()
  const names = keep.filter((name) => name in version.packs && !packs.includes(name))
  const total = names.reduce((sum, name) => sum + version.packs[name].bytes, 0)
  let done = 0
  for (const name of names) {
    const data = await fetched(`goi-${name}.${version.packs[name].sum}.dat`)
    const parts = []
    for await (const chunk of chunks(data.body)) {
      parts.push(chunk)
      done += chunk.length
      client.postMessage({ progress: { of, done, total } })
    }
    await unpack(name, new Blob(parts), version)
  }
}

async function* chunks(stream) {
  const reader = stream.getReader()
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    yield value
  }
}

async function unpack(name, data, version) {
  const frame = await read(`khung-${name.slice(0, 2)}.${version.frames[name.slice(0, 2)]}.dat`)
  const size = new DataView(await data.slice(0, 4).arrayBuffer()).getUint32(0)
  const members = await inflated(data.slice(4, 4 + size)).json()
  const like = (await found(at(Object.values(PORTAL.offline)[0])))?.headers
  const headers = new Headers(like)
  headers.set("content-type", "text/html; charset=utf-8")
  await caches.delete(`${OWN}pack ${name}`)
  let place = 4 + size
  for (const [address, length] of members) {
    const member = inflated(data.slice(place, place + length))
    place += length
    if (isNamedByContent(new URL(at(address)))) {
      const type = TYPES[address.slice(address.lastIndexOf(".") + 1)]
      const file = new Response(await member.blob(), { headers: { "content-type": type } })
      await putFile(`pack ${name}`, at(address), file)
    } else {
      const text = filled(await member.text(), "../".repeat(address.split("/").length - 1), frame)
      await putPage(`pack ${name}`, at(address), text, headers)
    }
  }
  const { packs = [] } = await state()
  await setState({ packs: [...packs.filter((one) => one !== name), name] })
}

// Puts into a page what is its portal's own, and what all pages share, as the build does, but for
// the code for paper.
function filled(text, root, frame) {
  return text.replace(/\ue002([^\ue003]*)\ue003|[\ue005-\ue00e]/g, (sign, part) => {
    if (part === undefined) return frame.own[sign] ?? ""
    const markup = (frame.parts[part] ?? "").replaceAll('"\ue004"', () => `"${root || "./"}"`)
    return markup.replaceAll("\ue004", root)
  })
}

async function dropPacks({ drop }) {
  const { packs = [] } = await state()
  for (const name of drop) await caches.delete(`${OWN}pack ${name}`)
  await setState({ packs: packs.filter((name) => !drop.includes(name)) })
}

async function listed() {
  const { version, packs = [] } = await state()
  const known = Object.entries(version?.packs ?? {})
  return {
    packs: Object.fromEntries(known.map(([name, one]) => [name, { ...one, has: packs.includes(name) }])),
    copies: await titles(),
  }
}

async function titles() {
  const cache = await open("pages")
  const all = []
  for (const { url } of await cache.keys()) {
    const text = await (await cache.match(url)).text()
    const [, lang = "vi"] = /<html lang="(\w+)"/.exec(text) ?? []
    const [, own = lang, title = url] = /<h1(?:[^>]* lang="(\w+)")?[^>]*>([^<]*)</.exec(text) ?? []
    all.push({ address: url, lang: own, title: plain(title) })
  }
  return all
}

function plain(text) {
  const signs = { amp: "&", lt: "<", gt: ">", quot: '"' }
  return text.replace(/&(?:#(\d+)|(\w+));/g, (all, number, name) =>
    number ? String.fromCodePoint(number) : signs[name] ?? all)
}

// --- Messages of pages ---

addEventListener("message", (event) => event.waitUntil(heard(event)))

async function heard({ data, source }) {
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
  if (!isOwn(url) || await found(key)) return
  const response = await fetch(key, { cache: "force-cache" })
  if (!isPage(response)) return
  const text = await response.text()
  await putPage("pages", key, text, response.headers)
  for (const picture of pictures(text)) await keepFile(picture)
}
