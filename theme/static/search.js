// Finds what readers ask for in the files beside this page, which plugins/search makes.
const part = (name) => document.querySelector(`[data-part="${name}"]`)
const [form, status, list, more] = ["search", "search-status", "search-results", "search-more"].map(part)
const say = status.dataset
const TEN = 10
let answers = {}
let turn = 0
const load = (name) => answers[name] ??= fetch(name, { cache: "no-cache" }).then((answer) => answer.ok ? answer.text() : Promise.reject(name))

// A word without marks, and with its tone where it was of old: hoà is hòa.
const bare = (word) => word.normalize("NFKC").toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "")
const term = (word) => word.toLowerCase().normalize("NFD").replace(/(?<!q)(o(?=[ae])|u(?=y))(.)([\u0300\u0301\u0303\u0309\u0323])$/, "$1$3$2").normalize("NFC")
const words = (text) => [...text.normalize("NFC").matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ key: bare(word), term: term(word), from: index, to: index + word.length }))

const gain = (level) => [0, 1, 1.4, 1.7][level & 3] + (level > 3 ? 2.5 : 0)

// How much each text is about a word: the same marks count in full.
async function texts(key, exact, facts, share = 1) {
  let hash = 0x811c9dc5
  for (const sign of key) hash = Math.imul(hash ^ sign.codePointAt(), 0x01000193)
  const found = new Map()
  for (const line of (await load(`terms/${(hash & facts.files - 1) >>> 0}.txt`)).split("\n")) {
    const [word, steps, levels] = line.split("\t")
    if (bare(word) !== key) continue
    let number = -1, step = 0, at = 0
    for (const sign of steps) {
      const code = sign.charCodeAt() - 33
      step = step * 47 + code
      if (code < 47) continue
      number += step - 46
      step = 0
      const weight = gain(levels[at++]) * share * (!exact || word === exact ? 1 : .4)
      found.set(number, Math.max(weight, found.get(number) ?? 0))
    }
  }
  return found
}

const isNear = (a, b) => {
  let at = 0
  while (a[at] && a[at] === b[at]) at++
  const [c, d] = [a.slice(at), b.slice(at)]
  return c.slice(1) === d.slice(1) || c.slice(1) === d || c === d.slice(1) || c[0] === d[1] && c[1] === d[0] && c.slice(2) === d.slice(2)
}

// Words of the portal that differ in one letter from one that it does not have.
async function meant(key) {
  const all = (await load("words.txt")).split("\n").filter((line) => isNear(key, line.slice(0, -1)))
  return all.sort((a, b) => b.at(-1) - a.at(-1)).slice(0, 3).map((line) => line.slice(0, -1))
}

async function find(asked, category, year) {
  const facts = JSON.parse(await load("index.json"))
  const size = facts.documents
  const scores = new Float32Array(size)
  const covered = new Float32Array(size)
  const keys = new Set(asked.map(({ key }) => key))
  const isMarked = asked.some(({ key, term }) => key !== term)
  const instead = []
  let all = 0
  await Promise.all([...keys].map(async (key) => {
    let found = await texts(key, isMarked && asked.find((word) => word.key === key).term, facts)
    if (!found.size && /^\p{L}{3,}$/u.test(key)) {
      for (const other of await meant(key)) {
        instead.push(other)
        for (const [number, weight] of await texts(other, "", facts, .7)) found.set(number, weight)
      }
    }
    if (!found.size) return
    const rare = Math.log(1 + size / found.size)
    all += rare
    for (const [number, weight] of found) {
      scores[number] += weight * rare
      covered[number] += rare
    }
  }))
  const least = covered.reduce((a, b) => Math.max(a, b), 0) * .8
  const chosen = category && await texts("#" + category, "", facts)
  const starts = facts.years
  const first = year && starts.find(([one]) => one === year)[1]
  const end = year && (starts.find(([one]) => one > year)?.[1] ?? size)
  const numbers = [...scores.keys()].filter((number) =>
    covered[number] >= least && (!chosen || chosen.has(number)) && (!year || number >= first && number < end))
  const rank = (number) => scores[number] * (covered[number] / all) ** 2
  // Without words the newest come first.
  const ranked = keys.size && !all ? [] : numbers.sort((a, b) => rank(b) - rank(a) || b - a)
  return { asked, facts, instead, rank, ranked, keys: new Set([...keys, ...instead]) }
}

const line = (tokens, form) => ` ${tokens.map((token) => token[form]).join(" ")} `

// A result with the words of its text, and how near those that were asked for stand to each other.
async function result(number, { asked, facts, rank }) {
  const lines = (await load(`texts/${Math.floor(number / facts.together)}.txt`)).split("\n")
  const [title, href, date, day, category, lang, text] = lines[number % facts.together].split("\t")
  const tokens = words(text)
  const [head, body] = [words(title), tokens].map((some) => line(some, "key"))
  let near = 1
  asked.slice(1).forEach(({ key }, at) => {
    const pair = ` ${asked[at].key} ${key} `
    near += (head.includes(pair) + body.includes(pair) * .5) / (asked.length - 1)
  })
  return { title, href, date, day, category, lang, text, tokens, rank: rank(number) * near }
}

const holds = ({ title, tokens }, phrase) => {
  const form = phrase.some(({ key, term }) => key !== term) ? "term" : "key"
  return [words(title), tokens].some((some) => line(some, form).includes(line(phrase, form)))
}

const add = (parent, name, text = "", values = {}) => parent.appendChild(Object.assign(document.createElement(name), { textContent: text, ...values }))

function mark(parent, text, tokens, keys, from = 0, to = text.length) {
  for (const token of tokens) {
    if (!keys.has(token.key) || token.from < from || token.to > to) continue
    parent.append(text.slice(from, token.from))
    add(parent, "mark", text.slice(token.from, token.to))
    from = token.to
  }
  parent.append(text.slice(from, to))
}

// The part of a text in which most of the words stand.
function excerpt(parent, { text, tokens }, keys) {
  let [best, start] = [0, 0]
  tokens.forEach(({ key }, at) => {
    const count = keys.has(key) && new Set(tokens.slice(at, at + 24).map((token) => token.key).filter((one) => keys.has(one))).size
    if (count > best) [best, start] = [count, Math.max(0, at - 6)]
  })
  const end = tokens[start + 36]
  if (start) parent.append("… ")
  mark(parent, text, tokens, keys, tokens[start]?.from, end?.from)
  if (end) parent.append("…")
}

function show(one, keys) {
  const { title, href, date, day, category, lang } = one
  const item = add(list, "li")
  mark(add(add(item, "h2"), "a", "", { href: list.dataset.root + href, lang }), title, words(title), keys)
  excerpt(add(item, "p", "", { lang }), one, keys)
  const meta = add(item, "p", "", { className: "meta" })
  if (date) add(meta, "time", day, { dateTime: date })
  const { text, lang: spoken } = [...form.category.options].find((option) => option.value === (category || "-")) ?? {}
  if (text) add(meta, "span", text, { lang: spoken })
  if (lang) add(meta, "span", say.untranslated, { className: "untranslated" })
}

// Shows ten more; those that hold a phrase are known when they are looked at.
async function showMore(found, phrases, mine) {
  const begin = list.children.length
  let left = TEN
  while (left > 0 && found.ranked.length) {
    const some = await Promise.all(found.ranked.splice(0, left).map((number) => result(number, found)))
    if (mine !== turn) return
    const right = some.filter((one) => phrases.every((phrase) => holds(one, phrase))).sort((a, b) => b.rank - a.rank)
    for (const one of right) show(one, found.keys)
    left -= phrases.length ? Math.max(right.length, TEN / 2) : TEN
  }
  more.hidden = !found.ranked.length
  more.onclick = () => showMore(found, phrases, mine)
  if (begin) list.children[begin]?.querySelector("a").focus()
}

async function run() {
  const mine = ++turn
  const wanted = new URLSearchParams(location.search)
  const [text, category, year] = ["q", "category", "year"].map((name) => form[name].value = wanted.get(name) ?? "")
  list.replaceChildren()
  more.hidden = true
  status.textContent = ""
  const asked = words(text)
  if (!asked.length && !category && !year) return
  status.textContent = say.busy
  try {
    const found = await find(asked, category, Number(year))
    const count = found.ranked.length
    const phrases = [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map((match) => words(match[1]))
    await showMore(found, phrases, mine)
    if (mine !== turn) return
    const number = phrases.length ? list.children.length : count
    status.textContent = number ? number > 1 ? say.many.replace("{n}", number) : say.one : say.none
    if (number && found.instead.length) status.append(` ${say.instead.replace("{words}", found.instead.join(", "))}`)
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
