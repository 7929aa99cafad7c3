// What the portal says of itself at each contact, and what follows from it.

function inflated(packed) {
  return new Response(packed.stream().pipeThrough(new DecompressionStream("deflate-raw")))
}

async function fetched(name, cache = "default") {
  const response = await fetch(dataAt(name), { cache })
  if (!isWhole(response)) throw new Error(`${name}: ${response.status}`)
  return response
}

// What a file of the worker's data says, whose unpacked bytes have this sum.
async function read(name, sum) {
  const text = await inflated(await (await fetched(name)).blob()).text()
  if (await sumOf(text) !== sum) throw new Refused(name)
  return JSON.parse(text)
}

// What the portal says of itself now; whatever is kept is made to agree with it.
async function contact(lang, sparing) {
  try {
    return await agree(lang, sparing)
  } catch (error) {
    if (error instanceof Refused) await setState({ refused: error.message })
    throw error
  }
}

async function agree(lang, sparing) {
  const version = await current()
  const known = await state()
  const isAnother = version.sum !== known.version?.sum
  const isWhole = await agreePages(version, known, isAnother || (known.isBehind && !sparing), sparing)
  await renewIndexes(version, sparing)
  if (sparing) {
    await keepLeast(version, lang)
    await setState({ version, isBehind: isAnother || known.isBehind, refused: "" })
  } else {
    await fetchFirst(version, lang)
    const checked = isWhole ? new Date().toISOString() : known.checked
    await setState({ version, isBehind: !isWhole, checked, refused: "" })
  }
  return version
}

// Makes pages agree with a version that is news; whether all of them do now.
async function agreePages(version, known, isNews, sparing) {
  let isSame = false
  try {
    const isWhole = !isNews || await take(version, known, sparing)
    isSame = await settle(version) && !isNews
    return isWhole
  } finally {
    // Whatever else fails: what is withdrawn goes now.
    if (!isSame) await dropUnshown()
  }
}

// Makes what is kept agree with a version; whether all of it does now.
async function take(version, known, sparing) {
  let isWhole = true
  const before = new Set(known.isBehind ? [] : known.version?.lists.map(([, sum]) => sum))
  const packs = known.packs ?? []
  const kept = await keptPages(packs)
  for (const [index, [behind, sum]] of version.lists.entries()) {
    if (before.has(sum)) continue
    const end = version.lists[index + 1]?.[0]
    const isWithin = ([one]) => (!index || one > behind) && (end === undefined || one <= end)
    const within = [...kept].filter(isWithin)
    if (!within.length && !packs.length) continue
    const listed = await read(`ke.${sum}.dat`, sum)
    isWhole = await compare(listed, new Map(within), packs, version, sparing) && isWhole
  }
  return isWhole
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

async function compare(listed, kept, packs, version, sparing) {
  let isWhole = true
  const there = new Set(listed.map(([address]) => address))
  for (const address of kept.keys()) if (!there.has(address)) await withdraw(at(address))
  for (const [address, sum, pack, pictures = {}] of listed) {
    const held = kept.get(address) ?? {}
    const stale = Object.keys(held).filter((kind) => held[kind] !== sum)
    const wanted = stale.filter((kind) => kind !== "pages" || !sparing)
    if (packs.includes(pack) && !(`pack ${pack}` in held)) wanted.push(`pack ${pack}`)
    const isRight = !wanted.length || await renew(address, wanted, version, sum, pictures)
    isWhole &&= isRight
    if (packs.includes(pack)) isWhole = await keepPictures(`pack ${pack}`, Object.entries(pictures)) && isWhole
    if (stale.length && isRight) await tell(at(address), { renewed: sum })
  }
  return isWhole
}

// Fetches a page anew, with the pictures that it did not show before where it was visited; whether
// it is what the version says.
async function renew(address, kinds, version, sum, pictures) {
  const key = at(address)
  const response = await fetch(key, { cache: "no-cache" })
  if (!isPage(response)) {
    if (response.status >= 500) throw new Error(`${address}: ${response.status}`)
    if (!version.isSigned) await withdraw(key)
    return !version.isSigned
  }
  const text = await response.text()
  const before = kinds.includes("pages") && await (await open("pages")).match(key)
  const isVisited = before && before.headers.has("x-visited")
  const headers = new Headers(response.headers)
  if (isVisited) headers.set("x-visited", "yes")
  for (const kind of kinds) {
    if (!await keepPage(kind, key, text, headers, version, sum)) return false
  }
  const old = isVisited && await shownBy(before)
  const isNew = ([one]) => !old.includes(pictureOf(one))
  if (isVisited) await keepPictures("files", Object.entries(pictures).filter(isNew))
  return true
}

// What every reader gets, so that the portal can be read after one visit.
async function fetchFirst(version, lang) {
  await keepMissing([...version.first[lang], ...Object.values(version.entrances).flat()], version)
  for (const [address, sum] of Object.entries(version.files)) await keepFile(address, sum)
}

// What those get who spare data: the page that stands in for all that is not kept, and the files
// that it shares with the page that was opened.
async function keepLeast(version, lang) {
  const place = PORTAL.offline[lang]
  await keepMissing([place], version)
  const text = await (await found(at(place)))?.text() ?? ""
  for (const [, address] of text.matchAll(/ (?:src|href)="(?:\.\.\/)*(giao-dien\/[^"]+)"/g)) {
    await keepFile(address, version.files[address])
  }
}

async function keepMissing(pages, version) {
  for (const address of pages) {
    const key = at(address)
    if (await found(key)) continue
    const response = await fetch(key)
    if (!isPage(response)) continue
    const core = version.isSigned && await coreOf(address, version)
    await keepPage("pages", key, await response.text(), response.headers, version, core)
  }
}

// Keeps a file; where the browser has other bytes by its address, those that the server has now.
async function keepFile(address, sum) {
  const key = at(address)
  if (await found(key)) return
  for (const cache of ["force-cache", "reload"]) {
    const response = await fetch(key, { cache })
    if (!isWhole(response) || await putFile("files", key, response, sum)) return
  }
}
