// The page on which readers keep others: what there is to keep, how far it is, what is kept.
const part = (name, within = document) => within.querySelector(`[data-part="${name}"]`)
const { lang: language } = document.documentElement
let silence
const packs = [...document.querySelectorAll("[data-packs]")]

function ask(message) {
  navigator.serviceWorker.ready.then(({ active }) => active.postMessage(message))
}

function inBytes(bytes) {
  const [unit, size] = bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6]
  const digits = { style: "unit", unit, maximumFractionDigits: 1 }
  return new Intl.NumberFormat(language === "vi" ? "vi" : "en-GB", digits).format(bytes / size)
}

function showPack(entry, all) {
  const found = entry.dataset.packs.split(" ").map((name) => all[name]).filter(Boolean)
  const missing = found.filter((pack) => !pack.has)
  const sum = (list, what) => list.reduce((total, pack) => total + pack[what], 0)
  const pages = sum(missing, "pages")
  const { none, one, many } = entry.parentElement.dataset
  const amount = pages > 1 ? many.replace("{n}", pages) : pages ? one : none
  part("amount", entry).textContent = amount.replace("{size}", inBytes(sum(missing, "bytes")))
  part("amount", entry).hidden = !missing.length
  part("has", entry).hidden = !found.length || missing.length > 0
  part("keep", entry).hidden = !missing.length
  // The index may be there though nobody asked for the whole portal.
  const counts = (pack) => pack.pages > 0 || found.length === 1
  part("drop", entry).hidden = !found.some((pack) => pack.has && counts(pack))
  part("progress", entry).hidden = true
  entry.hidden = !found.length
}

// What is kept: the lists of packs first, then single pages.
function showCopies(copies) {
  const links = packs.filter((entry) => !part("has", entry).hidden).flatMap((entry) => {
    const [title, link] = [entry.querySelector("h3"), entry.querySelector("a")]
    return link ? { address: link.href, lang: title.lang || language, title: title.textContent } : []
  })
  const lists = new Set(links.map(({ address }) => address))
  const all = [...links, ...copies.filter(({ address }) => !lists.has(address))]
  part("copies").hidden = !all.length
  part("copies").querySelector("ul").replaceChildren(...all.map(({ address, lang, title }) => {
    const link = Object.assign(document.createElement("a"), { href: address, lang, textContent: title })
    const item = document.createElement("li")
    item.append(link)
    return item
  }))
}

function showProgress({ of, done, total }) {
  const entry = packs.find(({ dataset }) => dataset.packs === of)
  Object.assign(part("progress", entry), { hidden: false, max: total, value: done })
  part("failed", entry).hidden = true
  awaitNews(of)
}

// A worker that its browser has ended, as some do after five minutes, tells nothing any more.
function awaitNews(of) {
  clearTimeout(silence)
  silence = setTimeout(() => {
    showFailure({ failed: of })
    ask({ list: true })
  }, 60_000)
}

function showFailure({ failed, isFull }) {
  const entry = packs.find(({ dataset }) => dataset.packs === failed)
  part(isFull ? "full" : "failed", entry).hidden = false
}

for (const entry of packs) {
  const names = entry.dataset.packs.split(" ")
  for (const wish of ["keep", "drop"]) {
    part(wish, entry).addEventListener("click", () => {
      for (const name of ["failed", "full"]) part(name, entry).hidden = true
      // The button goes; who came by keyboard goes on from here.
      entry.focus()
      part(wish, entry).hidden = true
      const sparing = Boolean(navigator.connection?.saveData)
      ask({ [wish]: names, of: entry.dataset.packs, lang: language, sparing })
      awaitNews(entry.dataset.packs)
    })
  }
}

// Where this page stands in for another, it finds its files from an address of its own.
const isInstead = new URL(document.baseURI).pathname !== location.pathname
part("not-there").hidden = !isInstead

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data.failed) showFailure(data)
    if (data.progress) showProgress(data.progress)
    if (!data.packs) return
    clearTimeout(silence)
    part("no-worker").hidden = true
    part("refused").hidden = !data.refused
    if ("isFull" in data) part("no-room").hidden = !data.isFull
    part("packs").hidden = isInstead || !Object.keys(data.packs).length
    for (const entry of packs) showPack(entry, data.packs)
    showCopies(data.copies)
  })
  ask({ list: true })
}
