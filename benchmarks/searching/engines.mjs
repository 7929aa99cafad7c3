// Searches the same texts with MiniSearch and lunr; run where both are installed.
import { readFileSync, writeFileSync } from "node:fs"
import { brotliCompressSync } from "node:zlib"
import lunr from "lunr"
import MiniSearch from "minisearch"

const [given, wanted] = process.argv.slice(2)
const { documents, queries } = JSON.parse(readFileSync(given, "utf-8"))
const bytes = (text) => brotliCompressSync(text).length

function miniSearch(texts) {
  const engine = new MiniSearch({ fields: ["title", "text"], storeFields: ["title"], idField: "number" })
  engine.addAll(texts)
  const size = bytes(JSON.stringify(engine))
  const options = { boost: { title: 2 }, prefix: true, fuzzy: 0.2 }
  return { size, find: (query) => engine.search(query, options).map((one) => one.title) }
}

function withLunr(texts) {
  const engine = lunr(function () {
    // Its stemmer is for English, and its trimmer takes the last letter of 'số'.
    this.pipeline.reset()
    this.searchPipeline.reset()
    this.ref("number")
    this.field("title", { boost: 2 })
    this.field("text")
    for (const text of texts) this.add(text)
  })
  const size = bytes(JSON.stringify(engine) + JSON.stringify(texts.map((text) => text.title)))
  const plain = (query) => query.replace(/["“”:~^+*-]/g, " ")
  return { size, find: (query) => engine.search(plain(query)).map((one) => texts[one.ref].title) }
}

const found = {}
for (const [name, make] of [["MiniSearch", miniSearch], ["lunr", withLunr]]) {
  const engines = {}
  for (const lang of Object.keys(documents)) {
    engines[lang] = make(documents[lang].map(({ title, text }, number) => ({ number, title, text })))
  }
  found[name] = queries.map(({ lang, query }) => ({
    titles: engines[lang].find(query).slice(0, 10), bytes: engines[lang].size,
  }))
}
writeFileSync(wanted, JSON.stringify(found))
