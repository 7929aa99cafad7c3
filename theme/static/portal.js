// What a page cannot know when it is made. Everything works without it.
const today = document.querySelector('[data-part="today"]')
if (today) {
  const now = new Date()
  const [day, month, year] = [now.getDate(), now.getMonth() + 1, now.getFullYear()]
  const pad = (number) => String(number).padStart(2, "0")
  const days = ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"]
  const long = { weekday: "long", day: "numeric", month: "long", year: "numeric" }
  today.dateTime = `${year}-${pad(month)}-${pad(day)}`
  today.textContent = document.documentElement.lang === "vi"
    ? `${days[now.getDay()]}, ngày ${day} tháng ${month} năm ${year}`
    : now.toLocaleDateString("en-GB", long).replace(",", "")
  today.hidden = false
}

// Opened from a disk there is no server to find the page of a folder.
if (location.protocol === "file:") {
  for (const link of document.links) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
  }
  for (const form of document.forms) form.action = form.action.replace(/\/$/, "/index.html")
}

// On a narrow screen the menu is one row that slides: it begins at the entry of this page.
const entry = document.querySelector(".nav [aria-current]")
if (entry) {
  const row = entry.closest("ul")
  row.scrollLeft += entry.getBoundingClientRect().left - row.getBoundingClientRect().left - 40
}
