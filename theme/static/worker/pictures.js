// Pictures: one form of each is enough without a network, and none stays that no kept page shows.

// `tep/<name>.<sum>` in `tep/<name>.<sum>.960.avif`: all forms of a picture have that in common.
const PICTURE = /\btep\/[\w-]+\.[0-9a-f]{8}(?=\.)/g

const isPicture = (key) => addressOf(key).startsWith("tep/")
const pictureOf = (address) => address.match(PICTURE)?.[0] ?? address
// The name by which one form stands for all; a picture that has no other is kept by its own.
const nameOf = (address) => /\.\d+\.webp$/.test(address) ? pictureOf(address) : address

// What the page in a copy shows; copies of a time when that was not noted are read.
async function shownBy(copy) {
  return copy?.headers.get("x-pictures")?.split(" ") ?? picturesIn(await copy?.text() ?? "")
}

function picturesIn(text) {
  return [...new Set(text.match(PICTURE))]
}

// A form that stands for all others. It is kept by what these have in common, and has been checked
// where anything is; what a browser has fetched is that only where nothing is signed.
async function otherForm(key) {
  const name = at(pictureOf(addressOf(key)))
  const kept = await found(name)
  if (kept || (await state()).seen) return kept
  const files = await open("files")
  const like = (await files.keys()).find(({ url }) => url.startsWith(`${name}.`))
  return like && files.match(like)
}

// Keeps pictures that a list names with their sums; whether all of them are there.
async function keepPictures(kind, pictures) {
  const cache = await open(kind)
  let areThere = true
  for (const [address, sum] of pictures) {
    const key = at(nameOf(address))
    if (await cache.match(key)) continue
    const there = await found(key) ?? await found(at(address))
    if (there && await putFile(kind, key, there, sum)) continue
    // Not by way of the browser's own cache, where nothing is withdrawn.
    const response = await fetch(at(address), { cache: "no-store" })
    areThere = isWhole(response) && await putFile(kind, key, response, sum) && areThere
  }
  return areThere
}

// What the browser has fetched for a page before there was a worker.
async function keepFetched(text) {
  for (const [address] of text.matchAll(/\btep\/[\w-]+\.[0-9a-f]{8}\.[\w.]+/g)) {
    const only = { cache: "only-if-cached", mode: "same-origin" }
    const response = await fetch(at(address), only).catch(() => undefined)
    if (response && isWhole(response)) await noteFile(at(address), response)
  }
}

// Pictures that no kept page shows go, in all forms.
async function dropUnshown() {
  const shown = new Set()
  const pictures = []
  for (const kind of await kinds()) {
    if (!/^(pages|held|files|pack .+)$/.test(kind)) continue
    const cache = await open(kind)
    for (const { url } of await cache.keys()) {
      if (isPicture(url)) pictures.push([cache, url])
      else if (kind !== "files") for (const one of await shownBy(await cache.match(url))) shown.add(one)
    }
  }
  const gone = pictures.filter(([, url]) => !shown.has(pictureOf(addressOf(url))))
  for (const [cache, url] of gone) await cache.delete(url)
  for (const [, url] of gone) await dropFetched(url).catch(() => undefined)
}

// The browser may have a form in a cache of its own for a year: what the server says now takes its
// place, where it is published no more.
async function dropFetched(url) {
  if (pictureOf(addressOf(url)) === addressOf(url)) return
  const { status } = await fetch(url, { method: "HEAD", cache: "no-store" })
  if (status === 404 || status === 410) await fetch(url, { cache: "reload" })
}
