// What a page cannot know when it is made. Everything works without it.
const today = document.querySelector('[data-part="today"]')
if (today) {
  const now = new Date()
  const pad = (number) => String(number).padStart(2, "0")
  const days = ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"]
  const [day, month, year] = [now.getDate(), now.getMonth() + 1, now.getFullYear()]
  today.dateTime = `${year}-${pad(month)}-${pad(day)}`
  today.textContent = document.documentElement.lang === "vi"
    ? `${days[now.getDay()]}, ngày ${day} tháng ${month} năm ${year}`
    : new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(now)
  today.hidden = false
}

// Opened from a disk there is no server to find the page of a folder.
if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("a[href]")) {
    const [path, fragment] = link.getAttribute("href").split("#")
    if (path.endsWith("/") && !/^[a-z]+:/i.test(path)) {
      link.setAttribute("href", `${path}index.html${fragment ? `#${fragment}` : ""}`)
    }
  }
}
