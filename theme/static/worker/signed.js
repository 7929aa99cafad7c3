// What is taken from the portal only as those who publish it have signed it. A portal that is
// served without releases has no head: all is taken as it comes, until one was seen.

const HEAD = "release-head.txt"
const KEY_LISTS = "release-keys.json"

// What the portal says of itself is not what was signed: nothing is taken, what is kept stays.
class Refused extends Error {}

// The version that the portal names now.
async function current(isAsking) {
  try {
    return await named(isAsking)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // Somebody may have published between two answers: then they agree the second time.
    return named(isAsking)
  }
}

async function named(isAsking) {
  const { seen, version: known } = await state()
  const data = await (await fetched("ban.dat", "no-cache")).blob()
  // Where nothing was signed and nothing is new there is no need to ask for a head.
  const isAsked = isAsking || seen || await digest(data) !== known?.digest
  const head = isAsked ? await signedHead(seen) : undefined
  if (head) {
    if (await digest(data) !== head.version) throw new Refused("version")
    if (!seen) await mistrust()
    await setState({ seen: { seq: head.seq, manifest: head.manifest, keys: head.keys } })
  }
  return { ...await inflated(data).json(), digest: await digest(data), isSigned: Boolean(head) }
}

// The head of the release, by the rules by which `verify` believes a manifest; nothing where the
// portal has none, or where the browser cannot check it.
async function signedHead(seen) {
  if (!await canCheck()) return undefined
  const text = await textOf(HEAD)
  const line = text.slice(0, text.indexOf("\n") + 1)
  const head = parsed(line)
  if (!head && !seen) return undefined
  if (!head) throw new Refused("missing")
  const isSigned = ({ keys }) => isSignedBy(keys, line, text.slice(line.length), "head@state-portals")
  let keys = seen?.keys
  if (!keys || !await isSigned(keys)) keys = await followed(seen?.keys, await textOf(KEY_LISTS))
  if (!await isSigned(keys)) throw new Refused("signature")
  if (head.portal !== PORTAL.id) throw new Refused("portal")
  if (seen && head.seq < seen.seq) throw new Refused("older")
  if (seen && head.seq === seen.seq && head.manifest !== seen.manifest) throw new Refused("twin")
  if (!(Date.parse(head.expires) > Date.now())) throw new Refused("expired")
  return { ...head, keys }
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function textOf(address) {
  const response = await fetch(at(address), { cache: "no-cache" })
  if (response.status >= 500) throw new Error(`${address}: ${response.status}`)
  return isWhole(response) ? response.text() : ""
}

// The keys that sign today: those that are there at the first contact, then only what follows from
// them, each list signed by a key of the one before and by one of its own.
async function followed(known, text) {
  const lists = parsed(text)
  if (!lists?.length) throw new Refused("keys")
  if (!known) return lists.at(-1).list
  let trusted = known
  for (const { list = {}, signatures = [] } of lists.slice(known.version)) {
    const line = JSON.stringify({ keys: list.keys, version: list.version })
    const isBy = async (keys) => {
      for (const one of signatures) if (await isSignedBy(keys, line, one, "keys@state-portals")) return true
      return false
    }
    if (list.version !== trusted.version + 1) throw new Refused("keys")
    if (!await isBy(trusted.keys) || !await isBy(list.keys)) throw new Refused("keys")
    trusted = list
  }
  return trusted
}

function canCheck() {
  return crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]).then(() => true, () => false)
}

const bytesOf = (text) => new TextEncoder().encode(text)
const decoded = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]))
const number = (value) => [value >>> 24, value >>> 16 & 255, value >>> 8 & 255, value & 255]
const string = (bytes) => joined(number(bytes.length), bytes)

// Whether one of `keys` has made a signature of OpenSSH (PROTOCOL.sshsig), which has one form only.
async function isSignedBy(keys, text, armour, namespace) {
  const parts = [bytesOf(namespace), [], bytesOf("sha512")].map(string)
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-512", bytesOf(text)))
  const signed = joined(bytesOf("SSHSIG"), ...parts, string(sum))
  const kind = string(bytesOf("ssh-ed25519"))
  for (const key of keys) {
    const known = decoded(key.split(" ")[1])
    const start = joined(
      bytesOf("SSHSIG"), number(1), string(known), ...parts, number(kind.length + 68), kind, number(64))
    let made
    try {
      made = decoded(armour.split("\n").slice(1, -2).join(""))
    } catch {
      return false
    }
    if (made.length !== start.length + 64 || start.some((byte, place) => byte !== made[place])) continue
    const publicKey = await crypto.subtle.importKey("raw", known.slice(-32), "Ed25519", false, ["verify"])
    if (await crypto.subtle.verify("Ed25519", publicKey, made.slice(-64), signed)) return true
  }
  return false
}

// What was kept before anything was signed: pages wait to be checked, pictures bear their sums,
// those that stand for all forms of one do not.
async function mistrust() {
  const pages = await open("pages")
  for (const { url } of await pages.keys()) await (await open("held")).put(url, await pages.match(url))
  const files = await open("files")
  for (const { url } of await files.keys()) {
    const address = addressOf(url)
    if (!isPicture(url) || pictureOf(address) === address) await files.delete(url)
  }
  for (const kind of await kinds()) if (/^(pages|indexes|pack .+)$/.test(kind)) await caches.delete(OWN + kind)
  await setState({ packs: [], version: undefined })
}

// What the version says of the page at an address; nothing where the portal does not list it.
async function coreOf(address, version) {
  if (address in version.cores) return version.cores[address]
  const [, sum] = version.lists.findLast(([behind], index) => !index || address > behind)
  return (await read(`ke.${sum}.dat`, sum)).find(([one]) => one === address)?.[1]
}

// A page as it may be kept: all but the latest news is what `core` stands for, and these are those
// of the portal or are left out. Nothing where it is another page.
async function vouched(text, core, version) {
  const { rest, start, aside } = parted(text)
  if (await sumOf(rest) !== core) return undefined
  const isKnown = aside && version.asides.includes(await sumOf(aside))
  return isKnown ? rest.slice(0, start) + aside + rest.slice(start) : rest
}

// Keeps a page as it may be kept; whether it could be.
async function keepPage(kind, key, text, headers, version, core) {
  const page = version.isSigned ? await vouched(text, core, version) : text
  if (page === undefined) return false
  await putPage(kind, key, page, headers)
  return true
}

// Keeps the pages that were visited since the last contact; whether all of them could be.
async function settle(version) {
  const [held, pages] = [await open("held"), await open("pages")]
  let isWhole = true
  for (const { url } of await held.keys()) {
    const copy = await held.match(url)
    const core = copy.headers.get("x-core")
    const before = (await pages.match(url))?.headers.get("x-core")
    const wanted = before === core || !version.isSigned ? core : await coreOf(addressOf(url), version)
    const isKept = await keepPage("pages", url, await copy.text(), copy.headers, version, wanted)
    if (isKept && before && before !== core) await tell(url, { renewed: core })
    await held.delete(url)
    isWhole &&= isKept
  }
  return isWhole
}

// Whether the page that a client shows is what was signed.
async function proven(client) {
  const key = keyOf(new URL(client.url))
  try {
    const version = await current(true)
    if (!version.isSigned) return "unsigned"
    const core = await coreOf(addressOf(key), version)
    if (!core) return "unlisted"
    const isRight = async (cache) => {
      const text = await (await fetch(key, { cache })).text()
      const page = await vouched(text, core, version)
      const isSame = page !== undefined && parted(page).aside === parted(text).aside
      return isSame && isDrawing(parted(text).code) && await isDressed(version, cache)
    }
    if (await isRight("force-cache")) return "same"
    return await isRight("no-cache") ? "renewed" : "different"
  } catch (error) {
    return error instanceof Refused ? "refused" : "offline"
  }
}

// Whether the theme's files are what was signed: a style sheet can put words on a page.
async function isDressed(version, cache) {
  for (const [address, sum] of Object.entries(version.files)) {
    if (await sumOf(await (await fetch(at(address), { cache })).blob()) !== sum) return false
  }
  return true
}

// The code of an address is not signed by itself, but can be nothing else than a drawing.
function isDrawing(code) {
  return /^(<svg class="code" viewBox="[\d .-]+" aria-hidden="true"><path d="[\w .-]+"\/><\/svg>)?$/.test(code)
}
