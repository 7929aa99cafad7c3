// The index that readers search: one file for each language, kept as it came and replaced as a
// whole. Nothing of it is kept besides: it holds texts, which must go when they are withdrawn.

// So many bytes are fetched unasked.
const SMALL = 150000

const indexAt = (lang, sum = "") => dataAt(`tim-${lang}.${sum}`)

// Where the index of a language is kept that came last.
async function keptIndex(lang) {
  const keys = await (await open("indexes")).keys()
  return keys.map(({ url }) => url).filter((url) => url.startsWith(indexAt(lang))).at(-1)
}

// Makes what is kept agree with the version. A reader has asked for an index, has removed it, or
// has said nothing.
async function renewIndexes(version, sparing) {
  for (const [lang, index] of Object.entries(version.indexes)) {
    const { asked = {} } = await state()
    const isWanted = asked[lang] ?? (index.bytes <= SMALL && !sparing)
    if (isWanted && await keptIndex(lang) !== indexAt(lang, `${index.sum}.dat`)) {
      const data = await download(`tim-${lang}.${index.sum}.dat`, index)
      await putIndex(lang, index.sum, data).catch(() => setState({ asked: { ...asked, [lang]: false } }))
    }
    await dropIndex(lang, indexAt(lang, `${index.sum}.dat`))
  }
  await forgetSeekers()
}

async function putIndex(lang, sum, data) {
  await put("indexes", indexAt(lang, `${sum}.dat`), new Response(data))
}

async function dropIndex(lang, except) {
  const cache = await open("indexes")
  for (const { url } of await cache.keys()) {
    if (url.startsWith(indexAt(lang)) && url !== except) await cache.delete(url)
  }
}

function languageOfIndex(url) {
  return Object.keys(PORTAL.search).find((lang) => {
    const page = at(PORTAL.search[lang])
    return url.href.startsWith(page) && keyOf(url) !== page
  })
}

// Files of two indexes never meet in a page. With its first one it is settled whether all come from
// what this device keeps, which is what the portal has now, or all from the network.
async function indexFile(event, url) {
  const isFirst = url.pathname.endsWith("/index.json")
  return isFirst ? firstFile(event, url, languageOfIndex(url)) : nextFile(event, url)
}

async function firstFile(event, url, lang) {
  const key = await keptIndex(lang)
  const isFromHere = key && await inTime(isCurrent(lang, key), key).catch(() => true)
  await remember(event.clientId, isFromHere ? key : "")
  return isFromHere ? await memberOf(key, url) ?? Response.error() : fetch(event.request)
}

async function isCurrent(lang, key) {
  const data = await (await fetched("ban.dat", "no-cache")).blob()
  const { indexes } = await inflated(data).json()
  return key === indexAt(lang, `${indexes[lang]?.sum}.dat`)
}

async function nextFile(event, url) {
  const key = await (await (await open("state")).match(seekerAt(event.clientId)))?.text()
  return key ? await memberOf(key, url) ?? Response.error() : fetch(event.request)
}

// The index that a page looks in; a worker may be stopped between two of its files.
const seekerAt = (client) => dataAt(`seeker-${client}`)

async function remember(client, key) {
  await (await open("state")).put(seekerAt(client), new Response(key))
}

async function forgetSeekers() {
  const cache = await open("state")
  const there = (await clients.matchAll()).map(({ id }) => seekerAt(id))
  for (const { url } of await cache.keys()) {
    if (url.startsWith(seekerAt("")) && !there.includes(url)) await cache.delete(url)
  }
}

async function memberOf(key, url) {
  const kept = await (await open("indexes")).match(key)
  if (!kept) return undefined
  const wanted = addressOf(keyOf(url))
  for (const [address, data] of await members(await kept.blob())) {
    if (address === wanted) return inflated(data)
  }
  return undefined
}
