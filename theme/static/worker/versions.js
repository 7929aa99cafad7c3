// What the portal says of itself at each contact, and what follows from it.

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
  await renewIndexes(version, sparing)
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
  for (const address of kept.keys()) if (!there.has(address)) await withdraw(at(address))
  for (const [address, sum, pack] of listed) {
    const held = kept.get(address) ?? {}
    const stale = Object.keys(held).filter((kind) => held[kind] !== sum)
    const wanted = stale.filter((kind) => kind !== "pages" || !sparing)
    if (packs.includes(pack) && !(`pack ${pack}` in held)) wanted.push(`pack ${pack}`)
    if (wanted.length) await renew(address, wanted)
    if (stale.length) await tell(at(address), { renewed: true })
  }
}

async function renew(address, kinds) {
  const key = at(address)
  const response = await fetch(key, { cache: "no-cache" })
  if (!isPage(response)) {
    if (response.status >= 500) throw new Error(`${address}: ${response.status}`)
    await withdraw(key)
    return
  }
  const text = await response.text()
  for (const kind of kinds) await putPage(kind, key, text, response.headers)
}

// What every reader gets, so that the portal can be read after one visit.
async function fetchFirst(version, lang) {
  await keepMissing([...version.first[lang], ...Object.values(version.entrances).flat()])
  for (const address of version.files) await keepFile(address)
}

async function keepMissing(pages) {
  for (const address of pages) {
    const key = at(address)
    if (await found(key)) continue
    const response = await fetch(key)
    if (isPage(response)) await putPage("pages", key, await response.text(), response.headers)
  }
}

async function keepFile(address) {
  const key = at(address)
  if (await found(key)) return
  const response = await fetch(key, { cache: "force-cache" })
  if (isWhole(response)) await putFile("files", key, response)
}
