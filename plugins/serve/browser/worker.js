// Whoever writes shall see what was saved, and no copy that a browser keeps: no worker stays here.
addEventListener("install", () => skipWaiting())

addEventListener("activate", (event) => event.waitUntil(registration.unregister()))
