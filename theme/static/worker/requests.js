// What pages ask for: from the network where there is one, else what is kept.

// A copy is shown where the network has not answered in this time.
const PATIENCE = 4000

// A worker that may ask for nothing, by the policy of its host, would only stand in the way.
addEventListener("install", (event) => event.waitUntil((async () => {
  await fetched("ban.dat", "no-cache")
  await skipWaiting()
})()))

addEventListener("activate", (event) => event.waitUntil(inTurn(async () => {
  for (const kind of await kinds()) if (!KINDS.test(kind)) await caches.delete(OWN + kind)
  await clients.claim()
})))

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== "GET" || !isOwn(url)) return
  const answer = event.request.mode === "navigate" ? page : isNamedByContent(url) ? file : languageOfIndex(url) ? indexFile : other
  event.respondWith(answer(event, url))
})

function isOwn(url) {
  const isBelow = (place) => url.href.startsWith(at(place))
  return url.href.startsWith(SCOPE.href) && !isBelow("sw.js") && !PORTAL.others.some(isBelow)
}

function isNamedByContent(url) {
  return PORTAL.files.some((folder) => url.href.startsWith(at(folder)))
}

async function page(event, url) {
  const key = keyOf(url)
  const copy = await found(key)
  const folder = copy ?? await found(`${key}/`)
  try {
    const response = await inTime(fetch(event.request), folder)
    if (response.status >= 500 && folder) throw new Error(`${response.status}`)
    const second = response.clone()
    event.waitUntil(inTurn(() => note(key, second, event.resultingClientId)))
    return response
  } catch {
    if (copy) return shown(event, copy)
    return folder ? Response.redirect(`${key}/${url.search}`) : unavailable(url)
  }
}

async function file(event, url) {
  const key = keyOf(url)
  const copy = await found(key)
  if (copy) return partOf(copy, event.request)
  const answer = fetch(event.request)
  // Its failure is seen to below.
  answer.catch(() => undefined)
  const other = isPicture(key) && await otherForm(key)
  try {
    const response = await inTime(answer, other)
    if (response.status >= 500 && other) throw new Error(`${response.status}`)
    hold(event, url, response)
    return response
  } catch (error) {
    if (other) return partOf(other, event.request)
    throw error
  }
}

async function other(event, url) {
  try {
    const response = await fetch(event.request)
    hold(event, url, response)
    return response
  } catch (error) {
    const copy = await found(keyOf(url))
    if (copy) return partOf(copy, event.request)
    throw error
  }
}

function hold(event, url, response) {
  if (!isWhole(response) || url.search) return
  const second = response.clone()
  event.waitUntil(inTurn(() => noteFile(keyOf(url), second)))
}

// The same page stands at the address of its folder, and whatever is asked of it.
function keyOf(url) {
  return (url.origin + url.pathname).replace(/\/index\.html$/, "/")
}

function isWhole(response) {
  const mayStay = !/no-store/i.test(response.headers.get("cache-control") ?? "")
  return response.status === 200 && response.type === "basic" && !response.redirected && mayStay
}

function isPage(response) {
  return isWhole(response) && /^text\/html/.test(response.headers.get("content-type") ?? "")
}

function inTime(answer, copy) {
  if (!copy) return answer
  const late = new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error("late")))
  return Promise.race([answer, late])
}

async function partOf(response, request) {
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("range") ?? "")
  if (!range || range[1] + range[2] === "") return response
  const whole = await response.blob()
  const first = range[1] ? Number(range[1]) : Math.max(0, whole.size - Number(range[2]))
  const last = range[1] && range[2] ? Math.min(Number(range[2]), whole.size - 1) : whole.size - 1
  const headers = new Headers(response.headers)
  if (first > last) {
    headers.set("content-range", `bytes */${whole.size}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set("content-range", `bytes ${first}-${last}/${whole.size}`)
  headers.set("content-length", last - first + 1)
  return new Response(whole.slice(first, last + 1), { status: 206, headers })
}

async function unavailable(url) {
  const wanted = Object.keys(PORTAL.offline).find((lang) => url.href.startsWith(at(`${lang}/`)))
  const places = [PORTAL.offline[wanted ?? "vi"], ...Object.values(PORTAL.offline)]
  for (const place of places) {
    const copy = await found(at(place))
    if (!copy) continue
    // It is shown at any address, so its links need a place to start from.
    const text = (await copy.text()).replace("<head>", `<head>\n<base href="${at(place)}">`)
    return new Response(text, { status: 503, headers: copy.headers })
  }
  return Response.error()
}
