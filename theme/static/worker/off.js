// The portal keeps no pages any more: the worker that was here goes, with all that it kept.
"use strict"

const OWN = `portal ${new URL(registration.scope).pathname} `

addEventListener("install", () => skipWaiting())

addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(OWN)) await caches.delete(name)
  await registration.unregister()
})()))
