
// Has the worker keep pages for when there is no network, and tells whether this one is a copy.
if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
  const { serviceWorker } = navigator
  const place = new URL("../sw.js", document.currentScript.src).href
  const policy = window.trustedTypes?.createPolicy("portal", { createScriptURL: () => place })
  const { lang } = document.documentElement
  const notice = (part) => document.querySelector(`[data-part="${part}"]`)
  // Stands for what this page shows, whatever becomes of the copy.
  let core
  const greet = async () => {
    const { active } = await serviceWorker.ready
    active.postMessage({ opened: lang, core, sparing: Boolean(navigator.connection?.saveData) })
  }
  serviceWorker.onmessage = ({ data }) => {
    if (data.copy) {
      const digits = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" }
      const time = notice("kept").querySelector("time")
      time.dateTime = data.copy
      time.textContent = new Date(data.copy).toLocaleString(lang === "vi" ? "vi" : "en-GB", digits)
      notice("kept").hidden = false
    }
    if (data.core) ({ core } = data)
    if (data.renewed && core && data.renewed !== core) notice("renewed").hidden = false
    if (data.withdrawn) notice("withdrawn").hidden = false
  }
  // Of a picture that is not there its words are left, and no hole.
  const fold = ({ target }) => ["width", "height"].forEach((side) => target.removeAttribute(side))
  document.addEventListener("error", fold, true)
  for (const target of document.querySelectorAll("picture img")) {
    if (target.complete && !target.naturalWidth) fold({ target })
  }
  document.addEventListener("visibilitychange", () => {
    if (core && !document.hidden) greet()
  })
  addEventListener("online", () => {
    notice("kept").hidden = true
    greet()
  })
  addEventListener("load", async () => {
    try {
      await serviceWorker.register(policy ? policy.createScriptURL("") : place)
      await greet()
    } catch {
      // Without a secure connection, or where nothing may be stored, there is only the network.
    }
  })
}
