// The page as a person meets it, for tests in a browser: a server with faults on demand, a browser, and what can be seen and done.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { handler } from '../../scripts/serve.mjs';
import { decode } from './picture.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The built page under test. */
export const dist = resolve(root, process.env.ENTENTE_DIST ?? 'dist');

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A phone, a tablet, a desk. */
export const SIZES = { phone: { width: 320, height: 640 }, tablet: { width: 768, height: 1024 }, desk: { width: 1440, height: 900 } };

/** Where things lie, as longitude and latitude. */
export const PLACES = {
  singapore: [103.82, 1.35],
  australia: [134, -25],
  brazil: [-52, -10],
  canada: [-105, 58],
  china: [103, 35],
  japan: [138.3, 36.6],
  mongolia: [103, 47],
  tonga: [-175.2, -21.2],
  southPacific: [-140, -45],
};

let browser;
const servers = [];
after(async () => {
  await browser?.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});
export const launched = async () =>
  (browser ??= await chromium.launch({ executablePath: process.env.CHROME || '/usr/bin/chromium', args: ARGS }));

/** Asks again until `check` no longer throws: what a person would wait for. */
export const eventually = async (check, within = 6000) => {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise(resume => setTimeout(resume, 40));
    }
  }
};

/** What a command of the terminal prints. `scripts/build` has compiled it. */
export const entente = (...words) => {
  const program = process.env.ENTENTE_BIN ?? resolve(root, process.env.CARGO_TARGET_DIR ?? 'target', 'tool/entente');
  return execFileSync(program, words, { cwd: root, encoding: 'utf8' });
};

/** The built file whose name starts so: names carry a digest. */
export const builtFile = (start, ending) => {
  const found = readdirSync(dist).find(name => name.startsWith(start) && name.endsWith(ending));
  assert.ok(found, `${dist} has no file ${start}…${ending}: run scripts/build`);
  return found;
};

/**
 * Serves the built page as its host would. `faults` may answer instead: a function of path and response, true where it did.
 * It can be changed while the page is open, as a line that comes back.
 */
export const serve = async () => {
  const files = handler(dist);
  const site = { faults: () => false, asked: [] };
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    site.asked.push(path);
    if (!site.faults(path, response, request)) files(request, response);
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  site.origin = `http://127.0.0.1:${server.address().port}`;
  servers.push(server);
  return site;
};

/** Answers with text of one's own, as a fault or as a file beside the page. */
export const reply = (response, status, body, type = 'text/plain') => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
  return true;
};

/**
 * Opens the page at a link. After the test, it must have asked nothing of other sites and thrown nothing; and it must have kept its
 * console clean, unless `mayComplain`.
 */
export const open = async (t, link = '', options = {}) => {
  const { size = SIZES.desk, site = await serve(), wait = 'live', mayComplain = false, prepare, ...context } = options;
  const chrome = await launched();
  const own = await chrome.newContext({ viewport: size, reducedMotion: 'reduce', serviceWorkers: 'block', ...context });
  const page = await own.newPage();
  page.setDefaultTimeout(8000);
  const atlas = new Atlas(page, site);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => {
      console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('console', message => message.type() === 'error' && atlas.complaints.push(message.text()));
  page.on('pageerror', error => atlas.thrown.push(error.message));
  page.on('request', request => atlas.requests.push(request.url()));
  t.after(async () => {
    await own.close();
    const strangers = atlas.requests.filter(url => !url.startsWith(site.origin) && !/^(data|blob|about):/.test(url));
    assert.deepEqual(strangers, [], 'the page asked other sites');
    assert.deepEqual(atlas.thrown, [], 'the page threw');
    if (!mayComplain) assert.deepEqual(atlas.complaints, [], 'the console complained');
  });
  if (prepare) await prepare(page, atlas);
  await page.goto(site.origin + '/' + link);
  if (wait === 'live') await atlas.live();
  return atlas;
};

/** One open page. */
export class Atlas {
  complaints = [];
  thrown = [];
  requests = [];

  constructor(page, site) {
    this.page = page;
    this.site = site;
  }

  get map() {
    return this.page.getByRole('application');
  }
  get rail() {
    return this.page.getByRole('navigation', { name: 'Blocs' });
  }
  get panel() {
    return this.page.getByRole('complementary');
  }
  get legend() {
    return this.page.getByRole('region', { name: 'Legend' });
  }
  get notices() {
    return this.page.getByRole('status', { name: 'Notices' });
  }
  get tooltip() {
    return this.map.getByRole('status');
  }
  get table() {
    return this.page.getByRole('region', { name: 'The same as a table' });
  }
  get slider() {
    return this.page.getByRole('slider');
  }
  get day() {
    return this.page.getByLabel('Day', { exact: true });
  }

  /** Waits for the live map's first picture. */
  async live() {
    await this.page.waitForFunction(() => window.entente);
    await this.page.evaluate(() => window.entente.ready);
  }

  /** Waits for a whole frame, painted. */
  async frame() {
    await this.page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))));
  }

  sentence() {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  async says(pattern) {
    await eventually(async () => assert.match(await this.sentence(), pattern));
  }

  async notes(pattern) {
    await eventually(async () => assert.match(await this.notices.innerText(), pattern));
  }

  /** What the address bar says, decoded. */
  link() {
    return decodeURIComponent(new URL(this.page.url()).search);
  }

  async linked(pattern) {
    await eventually(() => assert.match(this.link(), pattern));
  }

  view() {
    return this.page.evaluate(() => window.entente.view());
  }

  /** Changes the view by the page's own interface; resolves when it is painted. */
  set(parts) {
    return this.page.evaluate(parts => window.entente.set(parts), parts);
  }

  /** Where a place lies in the window. */
  async at(place) {
    const point = await this.page.evaluate(place => window.entente.project(place), place);
    assert.ok(point, `${place} lies on the map`);
    return { x: point[0], y: point[1] };
  }

  /** Where places lie in the window; those that the map does not have are left out. */
  allAt(places) {
    return this.page.evaluate(places => places.map(place => window.entente.project(place)).filter(Boolean).map(([x, y]) => ({ x, y })), places);
  }

  async click(place, off = [0, 0]) {
    const { x, y } = await this.at(place);
    await this.page.mouse.click(x + off[0], y + off[1]);
  }

  async hover(place) {
    const { x, y } = await this.at(place);
    await this.page.mouse.move(x + 3, y + 3);
    await this.page.mouse.move(x, y);
  }

  /** The panel once it tells of this. */
  async opened(name) {
    const panel = this.page.getByRole('complementary', { name });
    await panel.waitFor();
    return panel;
  }

  /** The rail's box for a bloc. */
  box(name) {
    return this.rail.getByRole('checkbox', { name: new RegExp(`^${name} ?\\d*$`) });
  }

  /** What leads from the rail to a bloc's panel. */
  about(name) {
    return this.rail.getByRole('link', { name: `About ${name}`, exact: true });
  }

  /** How many members the rail counts. */
  async count(name) {
    const row = this.rail.locator('label').filter({ has: this.page.getByText(name, { exact: true }) });
    await row.scrollIntoViewIfNeeded();
    // A row that was out of sight has no text to be seen until it is drawn.
    const counted = async () => (await row.innerText()).match(/(\d+)\s*$/)?.[1] ?? assert.fail(`no count beside ${name}`);
    return Number(await eventually(counted));
  }

  async closed() {
    await eventually(async () => assert.equal(await this.panel.count(), 0));
  }

  /** The window as pixels. */
  async look(clip) {
    return decode(await this.page.screenshot({ clip, animations: 'disabled', caret: 'hide' }));
  }

  /** The colour of the land at a place, with the pointer away. */
  async colour(place) {
    await this.page.mouse.move(1, 1);
    await this.frame();
    const { x, y } = await this.at(place);
    const picture = await this.look({ x: Math.round(x) - 4, y: Math.round(y) - 4, width: 9, height: 9 });
    return picture.mean();
  }

  /** Where the map lies in the window. */
  async frameOfMap() {
    return this.map.boundingBox();
  }

  /** What has the focus: role-like name of the element, its label or text. */
  focus() {
    return this.page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return 'nothing';
      const label = at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.innerText ?? '';
      return `${at.tagName.toLowerCase()} ${label.trim().slice(0, 80)}`;
    });
  }

  /** Presses Tab until `is` holds of what has the focus. */
  async tabTo(is, most = 120) {
    for (let step = 0; step < most; step += 1) {
      await this.page.keyboard.press('Tab');
      if (is(await this.focus())) return;
    }
    assert.fail(`Tab never came there; it stands on ${await this.focus()}`);
  }
}
