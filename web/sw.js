// Keeps the site for when there is no line: a version is kept whole or not at all, and the next one waits until the page is next opened.
// The build puts in what belongs to this version: VERSION, and FILES with the digest of each.
const KEPT = `entente-${VERSION}`;
const home = new URL('./', location).href;
const address = name => new URL(name, home).href;

const hex = bytes => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** A file of this version and of no other: from an older version's cache where it is the same, else from the line, past every cache. */
const fetched = async (name, digest) => {
  const tries = [() => caches.match(address(name)), () => fetch(address(name), { cache: 'no-cache' })];
  for (const find of tries) {
    const response = await find();
    if (!response?.ok) continue;
    const bytes = await response.clone().arrayBuffer();
    if (hex(await crypto.subtle.digest('SHA-256', bytes)).startsWith(digest)) return response;
  }
  throw new Error(`${name} is not of version ${VERSION}`);
};

const install = async () => {
  const cache = await caches.open(KEPT);
  try {
    for (const [name, digest] of FILES) {
      if (!(await cache.match(address(name)))) await cache.put(address(name), await fetched(name, digest));
    }
  } catch (error) {
    await caches.delete(KEPT);
    throw error;
  }
};

const tidied = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith('entente-') && name !== KEPT).map(name => caches.delete(name)));
};

/** A version that waits takes over where nobody else looks at this one. */
const gaveWay = async () => {
  const { waiting } = registration;
  if (!waiting || (await clients.matchAll()).length > 1) return false;
  waiting.postMessage('take over');
  return true;
};

const isEmbed = url => /\/(embed\.html|embed-[^/]*|entente-map\.js)$/.test(new URL(url).pathname);

const answered = async event => {
  const { request, clientId } = event;
  if (request.mode === 'navigate' && (await gaveWay())) return new Response('', { headers: { refresh: '0', 'content-type': 'text/html' } });
  const client = clientId && (await clients.get(clientId));
  if (client && isEmbed(client.url)) return fetch(request);
  const { origin, pathname } = new URL(request.url);
  const cache = await caches.open(KEPT);
  const kept = await cache.match((origin + pathname).replace(/index\.html$/, ''));
  if (kept) return kept;
  const response = await fetch(request);
  // A story that was read can be read again.
  if (response.ok && /\/stories\/[^/]*$/.test(pathname)) await cache.put(origin + pathname.replace(/index\.html$/, ''), response.clone());
  return response;
};

addEventListener('install', event => event.waitUntil(install()));
addEventListener('activate', event => event.waitUntil(tidied()));
addEventListener('message', event => event.data === 'take over' && skipWaiting());
addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(home) || isEmbed(request.url)) return;
  event.respondWith(answered(event));
});
