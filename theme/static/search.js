// Searches the files beside this page, which plugins/search writes.
const [form, status, list, more] = ["search", "search-status", "search-results", "search-more"].map((name) => document.querySelector(`[data-part="${name}"]`))
const say = status.dataset
let answers = {}
let turn = 0
const load = (name) => answers[name] ??= fetch(name, { cache: "no-cache" }).then((answer) => answer.ok ? answer.text() : Promise.reject(name))

// Without marks; and with its tone where it was of old: hoà is hòa.
const bare = (word) => word.normalize("NFKC").toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "")
const old = (word) => word.toLowerCase().normalize("NFD").replace(/(?<!q)(o(?=[ae])|u(?=y))(.)([\u0300\u0301\u0303\u0309\u0323])$/, "$1$3$2").normalize("NFC")
const words = (text) => [...text.normalize("NFC").matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ key: bare(word), term: old(word), from: index, to: index + word.length }))
const isMarked = (some) => some.some(({ key, term }) => key !== term)
const joined = (some, what) => ` ${some.map((word) => word[what]).join(" ")} `

// How much each text is about a word; the same marks, if any, count in full.
async function texts(key, exact, facts, share = 1) {
  let name = 0x811c9dc5
  for (const sign of key) name = Math.imul(name ^ sign.codePointAt(), 0x01000193)
  name = facts.own.split(" ").includes(key) ? "of-" + key : name & facts.shared - 1
  const found = new Map()
  for (const line of (await load(`terms/${name}.txt`)).split("\n")) {
    const [term, steps, levels] = line.split("\t")
    if (bare(term) !== key) continue
    let [number, step, at] = [-1, 0, 0]
    for (const sign of steps) {
      const code = sign.charCodeAt() - 33
      step = step * 47 + code
      if (code < 47) continue
      number += step - 46
      step = 0
      const level = levels[at++]
      const weight = ([0, 1, 1.4, 1.7][level & 3] + (level > 3) * 4) * (exact && term !== exact ? .4 : share)
      found.set(number, Math.max(weight, found.get(number) ?? 0))
    }
  }
  return found
}

const isNear = (a, b) => {
  let at = 0
  while (a[at] && a[at] === b[at]) at++
  const [c, d] = [a.slice(at), b.slice(at)]
  return c.slice(1) === d.slice(1) || c.slice(1) === d || c === d.slice(1) || c[1] + c[0] + c.slice(2) === d
}

async function find(asked, category, year) {
  const facts = JSON.parse(await load("index.json"))
  const size = facts.documents
  const scores = new Float32Array(size)
  const covered = new Float32Array(size)
  const terms = new Map(asked.map(({ key, term }) => [key, term]))
  const instead = []
  let all = 0
  await Promise.all([...terms].map(async ([key, term]) => {
    const found = await texts(key, isMarked(asked) && term, facts)
    if (!found.size && /^\p{L}{3,}$/u.test(key)) {
      // The most frequent words that differ in one letter.
      const near = (await load("words.txt")).split("\n").filter((line) => isNear(key, line.slice(0, -1))).sort((a, b) => b.at(-1) - a.at(-1))
      for (const line of near.slice(0, 3)) {
        const other = line.slice(0, -1)
        instead.push(other)
        for (const [number, weight] of await texts(other, "", facts, .7)) found.set(number, weight)
      }
    }
    if (!found.size) return
    const rare = Math.log(1 + size / (found.size + 10))
    all += rare
    for (const [number, weight] of found) {
      scores[number] += weight * rare
      covered[number] += rare
    }
  }))
  const least = covered.reduce((a, b) => Math.max(a, b), 0) * .6
  const chosen = category && await texts("#" + category, "", facts)
  const [, first, end] = year ? facts.years.find(([one]) => one == year) : [0, 0, size]
  const rank = (number) => scores[number] * (covered[number] / all) ** 2
  // Without words the newest come first.
  const ranked = asked[0] && !all ? [] : [...scores.keys()]
    .filter((number) => covered[number] >= least && number >= first && number < end && (!chosen || chosen.has(number)))
    .sort((a, b) => rank(b) - rank(a) || b - a)
  return { asked, facts, instead, rank, ranked, keys: new Set([...terms.keys(), ...instead]) }
}

// Titles of little else rank higher, and words beside each other as they were asked for.
async function result(number, { asked, facts, rank, keys }) {
  const lines = (await load(`texts/${Math.floor(number / facts.together)}.txt`)).split("\n")
  const [title, href, date, day, category, lang, text] = lines[number % facts.together].split("\t")
  const parts = [words(title), words(text)]
  const [head, body] = parts.map((part) => joined(part, "key"))
  let near = 1 + parts[0].filter(({ key }) => keys.has(key)).length / parts[0].length
  asked.slice(1).forEach(({ key }, at) => {
    const pair = ` ${asked[at].key} ${key} `
    near += (head.includes(pair) + body.includes(pair) / 2) / asked.length
  })
  return { title, href, date, day, category, lang, text, parts, rank: rank(number) * near }
}

const add = (parent, name, values) => parent.appendChild(Object.assign(document.createElement(name), values))

function mark(parent, text, some, keys, from = 0, to = text.length) {
  for (const word of some) {
    if (!keys.has(word.key) || word.from < from || word.to > to) continue
    parent.append(text.slice(from, word.from))
    add(parent, "mark", { textContent: text.slice(word.from, word.to) })
    from = word.to
  }
  parent.append(text.slice(from, to))
}

function show({ title, href, date, day, category, lang, text, parts: [head, body] }, keys) {
  const item = add(list, "li")
  mark(add(add(item, "h2"), "a", { href: list.dataset.root + href, lang }), title, head, keys)
  // Where most words stand.
  let [most, start] = [0, 0]
  body.forEach(({ key }, at) => {
    if (!keys.has(key)) return
    const count = new Set(body.slice(at, at + 24).map((word) => word.key).filter((one) => keys.has(one))).size
    if (count > most) [most, start] = [count, Math.max(0, at - 6)]
  })
  const end = body[start + 36]
  const excerpt = add(item, "p", { lang })
  if (start) excerpt.append("… ")
  mark(excerpt, text, body, keys, body[start]?.from, end?.from)
  if (end) excerpt.append("…")
  const meta = add(item, "p", { className: "meta" })
  if (date) add(meta, "time", { dateTime: date, textContent: day })
  const option = category && [...form.category.options].find(({ value }) => value === category)
  if (option) add(meta, "span", { textContent: option.text, lang: option.lang })
  if (lang) add(meta, "span", { textContent: say.untranslated, className: "untranslated" })
}

// Shows ten more; a phrase is looked for in their texts.
async function showMore(found, phrases, mine) {
  const { ranked, keys } = found
  const begin = list.children.length
  for (let times = 0; times < 2 && ranked.length && list.children.length === begin; times++) {
    const some = await Promise.all(ranked.splice(0, 10).map((number) => result(number, found)))
    if (mine !== turn) return
    const right = some.filter(({ parts }) => phrases.every((phrase) => {
      const what = isMarked(phrase) ? "term" : "key"
      return parts.some((part) => joined(part, what).includes(joined(phrase, what)))
    }))
    for (const one of right.sort((a, b) => b.rank - a.rank)) show(one, keys)
  }
  more.hidden = !ranked.length
  more.onclick = () => showMore(found, phrases, mine)
  if (begin) list.children[begin]?.querySelector("a").focus()
}

async function run() {
  const mine = ++turn
  const wanted = new URLSearchParams(location.search)
  const [text, category, year] = ["q", "category", "year"].map((name) => {
    form[name].value = wanted.get(name) ?? ""
    return form[name].value
  })
  list.replaceChildren()
  more.hidden = true
  status.textContent = ""
  const asked = words(text)
  if (!asked[0] && !category && !year) return
  status.textContent = say.busy
  try {
    const found = await find(asked, category, year)
    const phrases = [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map((match) => words(match[1]))
    const count = found.ranked.length
    await showMore(found, phrases, mine)
    if (mine !== turn) return
    const number = phrases[0] ? list.children.length : count
    status.textContent = number ? number > 1 ? say.many.replace("{n}", number) : say.one : say.none
    if (number && found.instead[0]) status.append(" " + say.instead.replace("{words}", found.instead.join(", ")))
  } catch {
    answers = {}
    status.textContent = say.failed
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  history.pushState(null, "", `?${new URLSearchParams([...new FormData(form)].filter(([, value]) => value))}`)
  run()
})
addEventListener("popstate", run)
run()
