// Without a line after the first visit; a new version comes in whole or not at all; nothing of it inside other sites' pages.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { PLACES, dist, eventually, open, reply, serve } from './atlas.mjs';

const digest = text => createHash('sha256').update(text).digest('hex').slice(0, 32);
const file = name => readFileSync(join(dist, name), 'utf8');
const away = (path, response) => {
  response.destroy();
  return true;
};

/** The page with its worker, after this version was kept. */
const visited = async (t, site, options = {}) => {
  const atlas = await open(t, '', { site, serviceWorkers: 'allow', mayComplain: true, ...options });
  await atlas.page.evaluate(() => navigator.serviceWorker.ready);
  // Its first picture was not the worker's: only what is opened next is.
  await atlas.page.reload();
  await atlas.live();
  return atlas;
};

/** The next version: another title; `whole` is false where only the list of its files has come. */
const next = whole => {
  const [page, worker] = [file('index.html'), file('sw.js')];
  const other = page.replace(/<title>[^<]*/, '<title>The second version');
  const listed = worker.replace(digest(page), digest(other)).replace(/(entente-)[0-9a-f]{16}(?=[`"'])/, '$1fedcba9876543210');
  assert.notEqual(listed, worker);
  return (path, response) => {
    if (path === '/sw.js') return reply(response, 200, listed, 'text/javascript');
    return path === '/' && whole && reply(response, 200, other, 'text/html');
  };
};
const head = atlas => atlas.page.evaluate(async () => (await (await fetch('./')).text()).match(/<title>([^<]*)/)[1]);

test('after the first visit the page opens without a line, with panel, search, finer shapes and desk', async t => {
  const site = await serve();
  const atlas = await visited(t, site);
  site.faults = away;
  await atlas.page.reload();
  await atlas.live();
  await atlas.click(PLACES.singapore);
  const panel = await atlas.opened('Singapore');
  await eventually(async () => assert.match(await panel.innerText(), /source/i));
  await atlas.page.goto(`${site.origin}/?blocs=mercosur,pacific-alliance&at=2013-01-01&camera=-58,-25,6&chart=upset`);
  await atlas.live();
  await eventually(async () => assert.match(await atlas.page.getByRole('region', { name: 'Overlap desk' }).innerText(), /Pacific Alliance/));
  const said = (await atlas.notices.count()) ? await atlas.notices.innerText() : '';
  assert.equal(said.trim(), '');
});

test('a story that was read can be read again without a line', async t => {
  const site = await serve();
  const atlas = await visited(t, site);
  await atlas.page.goto(`${site.origin}/stories/fair-trade.html`);
  site.faults = away;
  await atlas.page.reload();
  assert.equal(await atlas.page.getByRole('heading', { level: 1 }).innerText(), 'Fair trade');
});

test('a new version waits until the page is next opened, and comes in whole', async t => {
  const site = await serve();
  const atlas = await visited(t, site);
  const first = await head(atlas);
  site.faults = next(true);
  await atlas.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await eventually(async () => assert.ok(await atlas.page.evaluate(async () => !!(await navigator.serviceWorker.ready).waiting)));
  assert.equal(await head(atlas), first, 'while it waits, all is of the version that is shown');
  await atlas.page.goto(`${site.origin}/?blocs=asean`);
  await eventually(async () => assert.equal(await head(atlas), 'The second version'));
  await atlas.live();
  const kept = await atlas.page.evaluate(() => caches.keys());
  assert.deepEqual(kept, ['entente-fedcba9876543210']);
});

test('a version of which only a part has come is not taken', async t => {
  const site = await serve();
  const atlas = await visited(t, site);
  const first = await head(atlas);
  site.faults = next(false);
  await atlas.page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
  await eventually(async () => assert.equal((await atlas.page.evaluate(() => caches.keys())).length, 1));
  await atlas.page.goto(`${site.origin}/?blocs=asean`);
  await atlas.live();
  assert.equal(await head(atlas), first);
});

for (const name of ['', 'embed.html', 'stories/fair-trade.html'].filter(name => !name || existsSync(join(dist, name)))) {
  test(`inside another page ${name || 'the page'} registers nothing and keeps nothing`, async t => {
    const site = await serve();
    site.faults = (path, response) => path === '/host' && reply(response, 200, `<!doctype html><title>Host</title><iframe src="/${name}" width="900" height="600" title="map"></iframe>`, 'text/html');
    const { page } = await open(t, 'host', { site, wait: 'nothing', serviceWorkers: 'allow', mayComplain: true });
    await page.waitForTimeout(6500);
    const kept = await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
    assert.deepEqual(kept, [0, 0]);
  });
}

test('embed.html of its own registers nothing either', { skip: !existsSync(join(dist, 'embed.html')) }, async t => {
  const { page } = await open(t, 'embed.html?blocs=asean', { serviceWorkers: 'allow', mayComplain: true });
  await page.waitForTimeout(6500);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
});

test('the policy lets in no worker but our own', async () => {
  const site = await serve();
  const { headers } = await fetch(`${site.origin}/`);
  assert.match(headers.get('content-security-policy'), /worker-src 'self'/);
});
