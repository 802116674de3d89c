/** A service worker that would answer for the player. */
self.addEventListener("fetch", (event) => event.respondWith(new Response("taken over")));
