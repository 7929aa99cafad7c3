// Tells of which release a page is, and whether it is what was signed. The worker checks it.
const { lang } = document.documentElement
const root = new URL("..", import.meta.url)
// What is said, in Vietnamese and in English: on the page it would weigh on all who never ask.
const TEXTS = {
  same: ["Trang này đúng như đã ký.", "This page is what was signed."],
  renewed: [
    "Trang này đã đổi sau khi bạn mở. Bản mới đúng như đã ký: hãy tải lại trang.",
    "This page has changed since you opened it. The new one is what was signed: load the page again.",
  ],
  different: [
    "Trang này KHÔNG đúng như đã ký. Đừng tin những gì viết ở đây, và xin báo cho cơ quan quản lý cổng.",
    "This page is NOT what was signed. Do not trust what it says, and please tell whoever runs this portal.",
  ],
  unlisted: [
    "Trang này không nằm trong số những trang đã ký.",
    "This page is not among those that were signed.",
  ],
  unsigned: [
    "Bản này của cổng không được phát hành kèm chữ ký, nên không kiểm chứng được.",
    "This copy of the portal was not released with a signature, so it cannot be checked.",
  ],
  unable: [
    "Trình duyệt này không tự kiểm tra được chữ ký. Hãy dùng lệnh ở trên.",
    "This browser cannot check the signature by itself. Please use the command above.",
  ],
  refused: [
    "Bản do máy chủ gửi không khớp chữ ký, cũ hơn bản đã thấy, hoặc đã quá hạn. Đừng tin trang này cho đến khi đã hỏi cơ quan quản lý cổng.",
    "What the server gives is not rightly signed, is older than what was seen, or has expired. Do not trust this page before you have asked whoever runs this portal.",
  ],
  offline: [
    "Không hỏi được máy chủ, nên chưa kiểm chứng được. Hãy thử lại khi có mạng.",
    "The server does not answer, so nothing could be checked. Try again when there is a network.",
  ],
}

async function headOfRelease() {
  try {
    const response = await fetch(new URL("release-head.txt", root), { cache: "no-cache" })
    return response.ok ? JSON.parse((await response.text()).split("\n")[0]) : undefined
  } catch {
    return undefined
  }
}

async function verdict() {
  const { serviceWorker } = navigator
  if (!await serviceWorker?.getRegistration()) return "unable"
  const { active } = await serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  return new Promise((done) => {
    port1.onmessage = ({ data }) => done(data)
    active.postMessage({ prove: true }, [port2])
  })
}

function sentences(head, found) {
  const name = found === "unsigned" && head ? "unable" : found === "unable" && !head ? "unsigned" : found
  const own = TEXTS[name][lang === "vi" ? 0 : 1]
  if (!head) return own
  const when = (parts) =>
    new Date(head.created).toLocaleString(lang === "vi" ? "vi" : "en-GB", { timeZone: "Asia/Ho_Chi_Minh", ...parts })
  const time = when({ hour: "2-digit", minute: "2-digit" })
  return lang === "vi"
    ? `Bản phát hành số ${head.seq}, lúc ${time} ngày ${when({ day: "numeric", month: "numeric", year: "numeric" })}, giờ Việt Nam. ${own}`
    : `Release ${head.seq}, ${when({ dateStyle: "long" })} at ${time}, Vietnam time. ${own}`
}

const result = document.querySelector('[data-part="proof"] [role="status"]')
result.textContent = sentences(await headOfRelease(), await verdict())
