// Listens for the builds: loads the page anew after each, and shows what is wrong over it.
// Only the server that `serve` starts adds this script; it stands in no file of a portal.
"use strict";

(() => {
  const { version, src } = { version: document.currentScript.dataset.version, src: document.currentScript.src }
  const host = document.createElement("div")
  const region = document.createElement("section")
  let source = null
  let last = ""

  const element = (name, text, ...children) => {
    const made = document.createElement(name)
    if (text) made.textContent = text
    made.append(...children)
    return made
  }

  const item = (problem) => {
    const made = element("li", "")
    if (problem.path) made.append(element("code", `${problem.path}:${problem.line}`), " ")
    const code = problem.code ? ` [${problem.code}]` : ""
    made.append(element("strong", problem.severity), `${code} ${problem.message} `)
    if (problem.fix) made.append(element("em", problem.fix))
    return made
  }

  const back = (text, details) => {
    const made = element("a", text)
    made.href = location.href
    made.addEventListener("click", (event) => {
      event.preventDefault()
      details.open = false
    })
    return made
  }

  const panel = (state) => {
    const details = element("details", "", element("summary", state.heading))
    details.open = state.errors > 0
    const body = element("div", "")
    body.tabIndex = 0
    if (state.held) body.append(element("p", state.held))
    body.append(element("ul", "", ...state.problems.map(item)))
    if (state.more) body.append(element("p", state.more))
    body.append(element("p", "", back(state.back, details)))
    details.append(body)
    return details
  }

  const show = (state) => {
    const wanted = JSON.stringify({ ...state, busy: "" })
    if (wanted !== last) {
      region.lang = state.lang
      region.setAttribute("role", state.errors ? "alert" : "status")
      region.setAttribute("aria-label", state.heading)
      region.replaceChildren(...(state.heading ? [panel(state)] : []))
      last = wanted
    }
    busy.textContent = state.busy
    busy.lang = state.lang
  }

  const busy = element("p", "")
  busy.setAttribute("role", "status")
  const style = element("link", "")
  style.rel = "stylesheet"
  style.href = new URL("live.css", src).href
  host.dataset.part = "serve"
  host.attachShadow({ mode: "open" }).append(style, region, busy)
  host.hidden = true
  style.addEventListener("load", () => { host.hidden = false })
  document.body.append(host)

  const close = () => {
    if (source) source.close()
    source = null
  }

  // A browser keeps few connections to one server: only the pages that are seen have one.
  const open = () => {
    close()
    source = new EventSource(new URL("events", src).href)
    source.addEventListener("message", (event) => {
      const state = JSON.parse(event.data)
      if (state.version === version) return show(state)
      close()
      location.reload()
    })
  }

  document.addEventListener("visibilitychange", () => document.hidden ? close() : open())
  addEventListener("pagehide", close)
  addEventListener("pageshow", (event) => { if (event.persisted) open() })
  if (!document.hidden) open()
})()
