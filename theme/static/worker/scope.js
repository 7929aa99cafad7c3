// The worker of one portal: keeps its pages for when there is no network.
// The build writes above this what it has to know of its portal, as PORTAL, and below it the files
// beside this one.
"use strict"

const SCOPE = new URL(registration.scope)
const OWN = `portal ${SCOPE.pathname} `
const KINDS = /^(pages|held|files|state|indexes|pack .+)$/

const at = (address) => new URL(address, SCOPE).href
const addressOf = (key) => key.slice(SCOPE.href.length)
const open = (kind) => caches.open(OWN + kind)
const dataAt = (name) => at(PORTAL.data + name)
