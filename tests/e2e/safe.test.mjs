// What the page may do: nothing leaves the site, its security policy is never broken, and a first visit stays small.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { PLACES, dist, eventually, open, serve } from './atlas.mjs';

/** Our part of d3's bare map of the same detail. */
const BUDGET = 232_000;

test('a long visit asks nothing of other sites, breaks no policy and keeps nothing', async t => {
  // `open` itself holds requests, console and errors of every test to this; here one page does nearly everything.
  const atlas = await open(t, '');
  const { page } = atlas;
  await atlas.click(PLACES.singapore);
  const panel = await atlas.opened('Singapore');
  await eventually(async () => assert.match(await panel.innerText(), /source/i));
  await atlas.rail.getByRole('searchbox').fill('merc');
  await atlas.box('Mercosur').check();
  for (const kind of ['natural-earth', 'mercator', 'equirectangular', 'globe']) await atlas.set({ projection: kind });
  await atlas.map.focus();
  for (const key of ['+', '+', 'ArrowLeft', 'Shift+ArrowUp', 'Enter', '0']) await page.keyboard.press(key);
  await atlas.set({ theme: 'dark', at: '1990-01-01' });
  await atlas.set({ links: 'all' });
  await page.setViewportSize({ width: 400, height: 700 });
  await page.waitForLoadState('networkidle');
  const kept = await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
  assert.deepEqual(kept, ['', 0, 0, 0]);
});

test('the policy that it is served with is strict, and forbids what it should', async t => {
  const site = await serve();
  const { headers } = await fetch(`${site.origin}/`);
  const policy = headers.get('content-security-policy');
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*(?!$)/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('referrer-policy'), 'no-referrer');
});

test('no link that leads out tells where the reader came from', async t => {
  const atlas = await open(t, '?at=2025-01-01&select=agreement:pasfta');
  await eventually(async () => assert.match(await atlas.panel.innerText(), /sources/i));
  const leads = await atlas.page.locator('a[href^="http"]').evaluateAll(links => links.map(link => `${link.rel} ${new URL(link.href).protocol}`));
  assert.ok(leads.length > 0);
  assert.deepEqual([...new Set(leads)].filter(lead => !/noreferrer|noopener/.test(lead)), []);
});

test(`a first visit weighs less than ${BUDGET / 1000} KB, as the build says and as the line sees it`, async t => {
  const sizes = JSON.parse(readFileSync(join(dist, 'sizes.json'), 'utf8'));
  assert.ok(sizes.first_visit_brotli > 50_000, 'the build counted');
  const site = await serve();
  const atlas = await open(t, '', { site });
  await atlas.page.waitForLoadState('networkidle');
  const asked = [...new Set(site.asked)];
  const weight = path => sizes.files.find(row => row.name === (path === '/' ? 'index.html' : path.slice(1)))?.brotli;
  const unknown = asked.filter(path => weight(path) === undefined && path !== '/favicon.ico');
  assert.deepEqual(unknown, [], 'every file asked for is one of the build');
  const total = asked.reduce((sum, path) => sum + (weight(path) ?? 0), 0);
  assert.ok(total < BUDGET, `the line carried ${total} bytes`);
  assert.ok(sizes.first_visit_brotli < BUDGET, `the build says ${sizes.first_visit_brotli} bytes`);
});
