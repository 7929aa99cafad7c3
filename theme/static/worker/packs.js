// Packs: what readers ask to be kept.

const TYPES = {
  avif: "image/avif", gif: "image/gif", jpeg: "image/jpeg", jpg: "image/jpeg", png: "image/png",
  svg: "image/svg+xml", webp: "image/webp",
}

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
    const pack = new Blob(parts)
    if (await sumOf(pack) !== version.packs[name].digest) throw new Refused(name)
    await unpack(name, pack, version)
  }
}

async function* chunks(stream) {
  const reader = stream.getReader()
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    yield value
  }
}

async function unpack(name, data, version) {
  const sum = version.frames[name.slice(0, 2)]
  const frame = await read(`khung-${name.slice(0, 2)}.${sum}.dat`, sum)
  const size = new DataView(await data.slice(0, 4).arrayBuffer()).getUint32(0)
  const members = await inflated(data.slice(4, 4 + size)).json()
  const like = (await found(at(Object.values(PORTAL.offline)[0])))?.headers
  const headers = new Headers(like)
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
  const copies = await titles()
  // Asked last: of two answers the later one knows more.
  const { version, packs = [], refused = "" } = await state()
  const known = Object.entries(version?.packs ?? {})
  return {
    packs: Object.fromEntries(known.map(([name, one]) => [name, { ...one, has: packs.includes(name) }])),
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
