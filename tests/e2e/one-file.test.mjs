// The map in one file: opened from disk it is live, asks nobody for anything, and without script shows the picture and the table.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test, { after, before } from 'node:test';
import { SIZES, dist, entente, eventually, launched } from './atlas.mjs';

const VIEW = '?blocs=mercosur,pacific-alliance&at=2013-01-01';
let folder;
let file;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-one-'));
  file = join(folder, 'map.html');
  entente('export', 'page', '--view', VIEW, '--out', file, '--site', dist);
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The file as somebody opens it who double-clicks it; it may ask for nothing but itself. */
const opened = async (t, options = {}, first = file) => {
  const context = await (await launched()).newContext({ viewport: SIZES.desk, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const [requests, complaints] = [[], []];
  page.on('request', request => requests.push(request.url()));
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  t.after(async () => {
    await context.close();
    const own = pathToFileURL(folder).href;
    assert.deepEqual(requests.filter(url => !(url.startsWith(own) && url.includes('.html')) && !/^(data|blob):/.test(url)), [], 'it asked for something');
    assert.deepEqual(complaints, []);
  });
  await page.goto(pathToFileURL(first).href);
  return page;
};
const live = async page => {
  await page.waitForFunction(() => window.entente, null, { timeout: 20_000 });
  await page.evaluate(() => window.entente.ready);
};
const sentence = page => page.getByRole('heading', { level: 1 }).innerText();

test('opened from disk, the map of the link is live', async t => {
  const page = await opened(t);
  await live(page);
  assert.match(await sentence(page), /Mercosur.*Pacific Alliance.*1 January 2013/);
  const [x, y] = await page.evaluate(() => window.entente.project([-52, -10]));
  await page.mouse.click(x, y);
  await eventually(async () => assert.match(await page.getByRole('complementary').innerText(), /Brazil/));
  await eventually(async () => assert.match(await page.getByRole('complementary').innerText(), /source/i));
});

test('zoomed in it finds the finer shapes in itself, and a chart its desk', async t => {
  const page = await opened(t);
  await live(page);
  await page.evaluate(() => window.entente.set({ camera: '-58,-25,6' }));
  await page.evaluate(() => window.entente.set({ chart: 'upset' }));
  await page.getByRole('region', { name: 'Overlap desk' }).waitFor();
  await eventually(async () => assert.match(await page.getByRole('region', { name: 'Overlap desk' }).innerText(), /Pacific Alliance\s+4/));
});

test('inside a frame that may only run scripts, the map of the link is live too', async t => {
  const host = join(folder, 'host.html');
  writeFileSync(host, '<!doctype html><title>A host</title><iframe sandbox="allow-scripts" src="map.html" width="900" height="600" title="map"></iframe>');
  const page = await opened(t, {}, host);
  const frame = page.frameLocator('iframe');
  await eventually(async () => assert.match(await frame.getByRole('heading', { level: 1 }).innerText(), /Mercosur.*1 January 2013/), 20_000);
  await frame.getByRole('application').waitFor();
});

test('without script there are the picture, the sentence and the table of the link', async t => {
  const page = await opened(t, { javaScriptEnabled: false });
  assert.match(await sentence(page), /Mercosur.*1 January 2013/);
  assert.ok((await page.getByRole('img').first().boundingBox()).width > 600);
  assert.match(await page.getByRole('table').innerText(), /Venezuela\s+member since 2012/);
});

test('what leads out of the file into its folder is not shown', async t => {
  const page = await opened(t);
  await live(page);
  const ways = await page.locator('a[href]').evaluateAll(links => links.filter(link => link.checkVisibility() && !/^(\?|#|https:)/.test(link.getAttribute('href'))).map(link => link.outerHTML.slice(0, 80)));
  assert.deepEqual(ways.filter(way => !way.includes('wordmark')), []);
});

test('as a page for frames it shows the map with the editor\'s words, live and without script', async t => {
  const embedded = join(folder, 'embedded.html');
  entente('export', 'page', '--embed', '--view', VIEW, '--title', 'Two <b>markets</b>', '--credit', 'The desk', '--out', embedded, '--site', dist);
  const page = await opened(t, { viewport: SIZES.phone }, embedded);
  await live(page);
  assert.equal(await page.locator('.embed-title').innerText(), 'Two <b>markets</b>');
  assert.match(await page.locator('.embed-credit').innerText(), /The desk/);
  assert.match(await sentence(page), /Mercosur.*1 January 2013/);
  assert.equal(await page.getByRole('link', { name: 'Open the full view' }).count(), 0);
  const still = await opened(t, { javaScriptEnabled: false }, embedded);
  assert.match(await still.getByRole('table').innerText(), /Venezuela\s+member since 2012/);
});
