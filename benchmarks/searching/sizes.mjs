// The bytes of each file that is named on standard input, as brotli sends them.
import { readFileSync } from "node:fs"
import { brotliCompressSync } from "node:zlib"

const names = JSON.parse(readFileSync(0, "utf-8"))
const size = (data) => Math.min(data.length, brotliCompressSync(data).length)
process.stdout.write(JSON.stringify(names.map((name) => size(readFileSync(name)))))
