// What a page cannot know when it is made. Everything works without it.
{
  const root = document.documentElement
  const part = (name) => document.querySelector(`[data-part="${name}"]`)

  // The size of the letters stays on the reader's machine, which may not want to keep it.
  const sizes = part("sizes")
  const kept = (size) => {
    try {
      return size === undefined ? localStorage.size : (localStorage.size = size)
    } catch {}
  }
  root.dataset.size = kept() || 0
  if (sizes) {
    const names = sizes.textContent.split("|")
    sizes.replaceChildren(...["A−", "A", "A+"].map((sign, index) => {
      const button = document.createElement("button")
      const name = document.createElement("span")
      button.value = index - 1
      name.className = "hide"
      name.textContent = ` ${names[index]}`
      button.append(sign, name)
      return button
    }))
    sizes.addEventListener("click", ({ target: { value } }) => {
      if (!value) return
      const size = +value && Math.max(-1, Math.min(3, +root.dataset.size + +value))
      kept(size)
      root.dataset.size = size
    })
    sizes.hidden = false
  }

  const today = part("today")
  if (today) {
    const now = new Date()
    const [day, month, year] = [now.getDate(), now.getMonth() + 1, now.getFullYear()]
    const pad = (number) => String(number).padStart(2, "0")
    const days = ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"]
    const long = { weekday: "long", day: "numeric", month: "long", year: "numeric" }
    today.dateTime = `${year}-${pad(month)}-${pad(day)}`
    today.textContent = root.lang === "vi"
      ? `${days[now.getDay()]}, ngày ${day} tháng ${month} năm ${year}`
      : now.toLocaleDateString("en-GB", long).replace(",", "")
    today.hidden = false
  }

  // Reads the text out, sentence by sentence, each in its language: browsers cut off long ones.
  // Voices elsewhere would be sent the text.
  const listen = part("listen")
  const speech = window.speechSynthesis
  if (listen && speech) {
    const blocks = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, caption, th, td, figcaption, pre"
    const language = (one) => one.closest("[lang]").lang
    // Cells with the heads of their columns, and nothing with the numbers of its notes.
    const spoken = (block) => {
      const notes = block.querySelectorAll(".footnote-ref, .note-ref")
      for (const note of notes) note.hidden = true
      const text = block.innerText
      for (const note of notes) note.hidden = false
      const head = block.matches("td") && block.closest("table").tHead?.rows[0].cells[block.cellIndex]
      return head ? `${head.innerText}, ${text}` : text
    }
    const voice = (lang) => speech.getVoices().find((one) => one.localService && one.lang.startsWith(lang))
    let last = null
    const swap = () => {
      [listen.textContent, listen.dataset.other] = [listen.dataset.other, listen.textContent]
    }
    const stop = () => {
      last.onend = last = null
      speech.cancel()
      swap()
    }
    const offer = () => {
      listen.hidden = !voice(language(document.querySelector("h1")))
    }
    listen.addEventListener("click", () => {
      if (last) return stop()
      speech.cancel()
      for (const block of document.querySelectorAll(`.prose > header :is(${blocks}), .body :is(${blocks})`)) {
        if (block.querySelector(`${blocks}, button`) || !block.checkVisibility()) continue
        for (const text of spoken(block).split(/(?<=[.!?…;:])\s+/)) {
          last = new SpeechSynthesisUtterance(text)
          last.lang = language(block) === "vi" ? "vi-VN" : language(block)
          last.voice = voice(language(block)) || null
          speech.speak(last)
        }
      }
      last.onend = stop
      swap()
    })
    addEventListener("pagehide", () => speech.cancel())
    speech.onvoiceschanged = offer
    offer()
  }

  // What checks a page is fetched when somebody asks for it.
  const proof = part("proof")
  proof?.addEventListener("toggle", () => {
    if (location.protocol !== "file:") import(new URL(proof.dataset.script, document.baseURI))
  }, { once: true })

  // Opened from a disk there is no server to find the page of a folder.
  if (location.protocol === "file:") {
    for (const link of document.links) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
    }
    for (const form of document.forms) form.action = form.action.replace(/\/$/, "/index.html")
  }

  // A page that stands in for another keeps the address that was wanted.
  const [here] = location.href.split("#")
  if (document.baseURI.split("#")[0] !== here) document.querySelector(".skip").href = `${here}#_main`

  // On a narrow screen the menu is one row that slides: it begins at the entry of this page.
  const entry = document.querySelector(".nav [aria-current]")
  if (entry) {
    const row = entry.closest("ul")
    row.scrollLeft += entry.getBoundingClientRect().left - row.getBoundingClientRect().left - 40
  }
}
