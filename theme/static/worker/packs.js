// Packs: what readers ask to be kept.

const TYPES = {
  avif: "image/avif", gif: "image/gif", jpeg: "image/jpeg", jpg: "image/jpeg", png: "image/png",
  svg: "image/svg+xml", webp: "image/webp",
}

// All that may be kept: packs by their names, and the index of each language.
const searchIn = (lang) => `tim-${lang}`

function offers({ packs, indexes }) {
  const all = Object.entries(packs).map(([name, pack]) => [name, { ...pack, file: `goi-${name}` }])
  for (const [lang, index] of Object.entries(indexes)) {
    all.push([searchIn(lang), { ...index, lang, file: searchIn(lang), pages: 0 }])
  }
  return Object.fromEntries(all)
}

async function onDevice() {
  const { packs = [] } = await state()
  const langs = Object.keys(PORTAL.search)
  const kept = await Promise.all(langs.map(keptIndex))
  return [...packs, ...langs.filter((_, place) => kept[place]).map(searchIn)]
}

async function keepPacks({ keep, of, lang, sparing }, client) {
  const version = await contact(lang, sparing)
  const there = await onDevice()
  const all = offers(version)
  const names = keep.filter((name) => name in all && !there.includes(name))
  const total = names.reduce((sum, name) => sum + all[name].bytes, 0)
  let done = 0
  for (const name of names) {
    const { file, sum } = all[name]
    const data = await download(`${file}.${sum}.dat`, all[name], (length) => {
      done += length
      client.postMessage({ progress: { of, done, total } })
    })
    if (name in version.packs) await unpack(name, data, version)
    else await putIndex(all[name].lang, sum, data)
  }
  if (keep.includes(searchIn(lang))) await keepMissing([PORTAL.search[lang]], version)
  for (const [address, sum] of Object.entries(version.files)) await keepFile(address, sum)
  await ask(keep, all, true)
}

// What a reader says of indexes.
async function ask(names, all, wish) {
  const { asked = {} } = await state()
  const said = names.map((name) => all[name]?.lang).filter(Boolean).map((lang) => [lang, wish])
  await setState({ asked: { ...asked, ...Object.fromEntries(said) } })
}

// The whole file, as the version names it, or none of it.
async function download(name, { bytes, digest }, heard = () => undefined) {
  const parts = []
  for await (const chunk of chunks((await fetched(name, "no-store")).body)) {
    parts.push(chunk)
    heard(chunk.length)
  }
  const data = new Blob(parts)
  if (data.size !== bytes) throw new Error(`${name}: ${data.size} bytes`)
  if (await sumOf(data) !== digest) throw new Refused(name)
  return data
}

async function* chunks(stream) {
  const reader = stream.getReader()
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    yield value
  }
}

// The addresses and the deflated bytes of what a file holds.
async function members(data) {
  const size = new DataView(await data.slice(0, 4).arrayBuffer()).getUint32(0)
  let place = 4 + size
  return (await inflated(data.slice(4, place)).json()).map(([address, length]) => {
    place += length
    return [address, data.slice(place - length, place)]
  })
}

async function unpack(name, data, version) {
  const sum = version.frames[name.slice(0, 2)]
  const frame = await read(`khung-${name.slice(0, 2)}.${sum}.dat`, sum)
  const like = (await found(at(Object.values(PORTAL.offline)[0])))?.headers
  const headers = new Headers(like)
  await dropHalves()
  for (const [address, deflated] of await members(data)) {
    const member = inflated(deflated)
    if (isPicture(at(address))) {
      const type = TYPES[address.slice(address.lastIndexOf(".") + 1)]
      const file = new Response(await member.blob(), { headers: { "content-type": type } })
      await putFile(`pack ${name}`, at(nameOf(address)), file)
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

// What could not be unpacked whole is nobody's: it would never be brought up to date.
async function dropHalves() {
  const { packs = [] } = await state()
  for (const kind of await kinds()) {
    const [, name] = /^pack (.+)$/.exec(kind) ?? []
    if (name && !packs.includes(name)) await caches.delete(OWN + kind)
  }
}

async function dropPacks({ drop }) {
  const { version, packs = [] } = await state()
  const all = offers(version)
  for (const name of drop) {
    if (all[name]?.lang) await dropIndex(all[name].lang)
    else await caches.delete(`${OWN}pack ${name}`)
  }
  await setState({ packs: packs.filter((name) => !drop.includes(name)) })
  // Who removes the whole portal has said nothing against searching.
  await ask(drop, all, drop.length > 1 ? undefined : false)
}

async function listed() {
  const [copies, there] = [await titles(), await onDevice()]
  // Asked last: of two answers the later one knows more.
  const { version, refused = "" } = await state()
  const known = version ? Object.entries(offers(version)) : []
  return {
    packs: Object.fromEntries(known.map(([name, { bytes, pages }]) =>
      [name, { bytes, pages, has: there.includes(name) }])),
    copies,
    refused,
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
