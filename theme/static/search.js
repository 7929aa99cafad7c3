// Searches the files beside this page, which plugins/search writes. Lines of comment are not sent.
const [form, status, list, more] = document.querySelectorAll('main [data-part^="search"]')
const say = status.dataset
let answers = {}
let turn = 0
const load = (name) => answers[name] ??= fetch(name, { cache: "no-cache" }).then((answer) => answer.ok ? answer.text() : Promise.reject())

// A word is its letters and its marks, wherever these stand: hoà is hòa.
const apart = (word) => word.normalize("NFKD").toLowerCase().replaceAll("đ", "d\u0335")
const bare = (word) => apart(word).replace(/\p{M}/gu, "")
const marksOf = (word) => apart(word).replace(/\P{M}/gu, "")
const words = (text) => [...text.normalize().matchAll(/(^[^\p{L}\p{N}]+)?([\p{L}\p{N}]+)([^\p{L}\p{N}]*)/gu)].map(([, lead = "", word, gap]) => ({ lead, word, gap, key: bare(word), marks: marksOf(word) }))
const isMarked = (some) => some.some(({ marks }) => marks)
const joined = (some, marked) => ` ${some.map(({ key, marks }) => marked ? key + marks : key).join(" ")} `

// How much each text is about a word; the same marks, if any, count in full.
async function texts(facts, key, exact) {
  let name = 0
  for (const sign of key) name = name * 31 + sign.codePointAt() & 65535
  name = facts.own.includes(key) ? "of-" + key : name & facts.shared - 1
  const found = new Map()
  for (const line of (await load(`terms/${name}.txt`)).split("\n")) {
    const [term, steps] = line.split("\t")
    if (bare(term) !== key) continue
    let number = -1
    for (const sign of steps) {
      const code = sign.codePointAt()
      number += (code >> 3) - 4
      const weight = ((code & 3) ** .5 + (code & 4)) * (exact == null || marksOf(term) === exact ? 1 : .4)
      if (weight > (found.get(number) ?? 0)) found.set(number, weight)
    }
  }
  return found
}

// Whether a word may be a slip of another: two letters that changed places tell most, then one letter more, less or another.
function near(a, b) {
  let at = 0
  while (a[at] && a[at] === b[at]) at++
  const c = a.slice(at), d = b.slice(at)
  return isNaN(a) && (c[1] + c[0] + c.slice(2) === d ? 20 : a[2] && (c.slice(1) === d.slice(1) || c.slice(1) === d || c === d.slice(1)) && 10)
}

// The words that stand in texts beside the neighbours of a word, by their keys, and how often.
function beside(asked, at, some) {
  const seen = { __proto__: null }
  for (const part of some.flatMap(({ parts }) => parts)) part.forEach(({ key, word }, here) => {
    if (asked[at - 1]?.key === (part[here - 1]?.key ?? 0) || asked[at + 1]?.key === (part[here + 1]?.key ?? 0)) (seen[key] ??= []).push(word)
  })
  return seen
}

// What was meant by a word that no text has: what stands beside its neighbours, what Telex or VNI would have made of it, what is near, or words that were joined.
function meant(key, seen, often) {
  const plain = key.replace(/[1-9w]|[sfrxj]$|(.)(?=\1)/g, "")
  let [most, best] = [0, []]
  for (const word in often) {
    const close = word === plain ? 30 : near(key, word)
    const likely = close && close + often[word] + 50 * (seen[word]?.length ?? 0)
    if (likely > most) [most, best] = [likely, [word]]
  }
  // The best words that make up the letters so far: few and frequent ones.
  const ways = [[0, []]]
  for (let end = 1; end <= key.length; end++) {
    let [most, best] = [-1 / 0, []]
    ways.forEach(([before, words], at) => {
      const word = key.slice(at, end)
      const likely = before - 14 + often[word]
      if (likely > most) [most, best] = [likely, [...words, word]]
    })
    ways.push([most, best])
  }
  // Words of some three letters each; the more there are, the less likely they are meant.
  const [likely, parts] = ways[key.length]
  if (parts.length * 3 - 3 < key.length && (15 + likely) / parts.length + 14 > most) best = parts
  return best.map((key) => ({ key }))
}

// What was asked for with the one word changed that its neighbours speak against most.
function corrected(asked, some) {
  let [most, best] = [10, []]
  asked.forEach(({ key }, at) => {
    const seen = beside(asked, at, some)
    for (const word in seen) {
      const likely = near(key, word) * (seen[word].length - 4 * (seen[key]?.length ?? 0))
      if (likely > most) [most, best] = [likely, asked.with(at, { key: word })]
    }
  })
  return best
}

async function find(asked, category, year) {
  const facts = JSON.parse(await load("index.json"))
  const scores = new Float32Array(facts.documents)
  const covered = new Float32Array(facts.documents)
  let most = 0
  await Promise.all(asked.map(async (word) => {
    word.found = await texts(facts, word.key, isMarked(asked) ? word.marks : null)
    const rare = Math.log(1 + facts.documents / (word.found.size + 10))
    for (const [number, weight] of word.found) {
      scores[number] += weight * rare
      most = Math.max(most, covered[number] += rare)
    }
  }))
  // Without words the newest come first.
  const least = most * .6 || asked.length
  const chosen = category && await texts(facts, "#" + category)
  const [first, end] = facts.years[year] ?? [0, facts.documents]
  const rank = (number) => scores[number] * covered[number] ** 2
  const ranked = [...scores.keys()]
    .filter((number) => covered[number] >= least && number >= first && number < end && (!chosen || chosen.has(number)))
    .sort((a, b) => rank(b) - rank(a) || b - a)
  return { asked, rank, ranked }
}

// Titles of little else rank higher, and words beside each other as they were asked for.
const read = ({ asked, rank }, numbers) => Promise.all(numbers.map(async (number) => {
  const fields = (await load(`texts/${number >> 1}.txt`)).split("\n")[number & 1].split("\t")
  const parts = [fields[0], fields[6]].map(words)
  const [head, body] = parts.map((part) => joined(part))
  let worth = 1
  asked.forEach(({ key, marks }, at) => {
    // Words of other marks are met where none has those that were asked for.
    const some = parts.flat().filter((word) => word.key === key)
    const exact = some.filter((word) => word.marks === marks)
    for (const word of marks && exact[0] ? exact : some) word.isMet = true
    const pair = ` ${asked[at - 1]?.key} ${key} `
    worth += (head.includes(pair) + body.includes(pair) / 2) / asked.length
  })
  worth += parts[0].filter(({ isMet }) => isMet).length / parts[0].length
  return { fields, parts, rank: rank(number) * worth }
}))

const add = (parent, name, values) => parent.appendChild(Object.assign(document.createElement(name), values))

function mark(parent, some) {
  for (const { lead, word, gap, isMet } of some) parent.append(lead, isMet ? add(parent, "mark", { textContent: word }) : word, gap)
}

function show({ fields: [, href, date, day, category, lang], parts: [head, body] }) {
  const item = add(list, "li")
  const about = add(item, "div", lang && { lang })
  mark(add(add(about, "h2"), "a", { href: say.root + href }), head)
  // Where most words stand.
  let most = 0, start = 0
  body.forEach(({ isMet }, at) => {
    if (!isMet) return
    const count = new Set(body.slice(at, at + 24).filter(({ isMet }) => isMet).map(({ key }) => key)).size
    if (count > most) [most, start] = [count, Math.max(0, at - 6)]
  })
  const excerpt = add(about, "p")
  if (start) excerpt.append("… ")
  mark(excerpt, body.slice(start, start + 36))
  if (body[start + 36]) excerpt.append("…")
  const meta = add(item, "p", { className: "meta" })
  if (date) add(meta, "time", { dateTime: date, textContent: day })
  for (const { value, text, lang } of category && form.category) if (value === category) add(meta, "span", { textContent: text, lang })
  if (lang) add(meta, "span", { textContent: say.untranslated, className: "untranslated" })
}

// Shows ten more; a phrase is looked for in their texts.
async function showMore(found, phrases, mine) {
  const begin = list.children.length
  for (let times = 2; times-- && !list.children[begin];) {
    const some = await read(found, found.ranked.splice(0, 10))
    if (mine !== turn) return
    found.first ??= some
    some.filter(({ parts }) => phrases.every((phrase) => parts.some((part) => joined(part, isMarked(phrase)).includes(joined(phrase, true)))))
      .sort((a, b) => b.rank - a.rank)
      .forEach(show)
  }
  more.hidden = !found.ranked.length
  more.onclick = () => showMore(found, phrases, mine)
  if (begin) list.children[begin]?.querySelector("a").focus()
}

async function run() {
  const mine = ++turn
  const [text, category, year] = ["q", "category", "year"].map((name) => {
    form[name].value = (new URLSearchParams(location.search).get(name) ?? "").slice(0, 200)
    return form[name].value
  })
  list.replaceChildren()
  more.hidden = true
  status.textContent = text && say.none
  const asked = words(text)
  if (!asked[0] && !category && !year) return
  status.textContent = say.busy
  try {
    let found = await find(asked, category, year)
    const phrases = [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map((match) => words(match[1]))
    const absent = asked.filter((word) => !word.found.size)
    // What cannot be a syllable of Vietnamese is a slip; any other word may be right.
    const slips = absent.filter(({ key }) => !/^\d+$|^(?!.*(.)\1)[^aeiouy]{0,3}[aeiouy]{1,3}([cn]h?|ng|[mpt])?$/.test(key))
    let instead = []
    if (slips[0] && !phrases[0]) {
      const often = JSON.parse(await load("words.json"))
      const some = await read(found, found.ranked.slice(0, 4))
      instead = asked.flatMap((word, at) => slips.includes(word) ? meant(word.key, beside(asked, at, some), often) : absent.includes(word) ? [] : word)
      if (instead[0]) found = await find(instead, category, year)
    }
    const count = found.ranked.length
    const lacking = asked.filter((word) => word.found.size && !found.ranked.some((number) => word.found.has(number)))
    await showMore(found, phrases, mine)
    if (mine !== turn) return
    // With the marks that they were given, or those of the texts.
    const spelt = (some) => some.map(({ key, word, marks }, at) => marks ? word : beside(some, at, found.first)[key]?.[0] ?? key).join(" ")
    const tell = (what, some) => some[0] && add(status, "p", { textContent: what + " " + spelt(some) })
    const number = phrases[0] ? list.children.length : count
    status.textContent = number ? number + " " + say.found : say.none
    tell(say.absent, absent)
    tell(say.instead, instead)
    if (number) tell(say.lacking, lacking)
    const q = spelt(corrected(found.asked, found.first))
    if (q && !phrases[0]) add(add(status, "p", { textContent: say.meant + " " }), "a", { href: "?" + new URLSearchParams({ q, category, year }), textContent: q })
    if (text[199]) add(status, "p", { textContent: say.cut })
  } catch {
    answers = {}
    status.textContent = say.failed
  }
}

form.onsubmit = (event) => {
  event.preventDefault()
  history.pushState(null, "", "?" + new URLSearchParams([...new FormData(form)].filter(([, value]) => value)))
  run()
}
onpopstate = run
run()
