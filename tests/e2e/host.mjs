// A host's page with an embedded map, for tests: the pages of tests/embed, served from another origin than the site's.
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after } from 'node:test';
import { SIZES, eventually, launched, serve } from './atlas.mjs';

const pages = fileURLToPath(new URL('../embed', import.meta.url));
const pym = () => createRequire(import.meta.url).resolve('pym.js/dist/pym.v1.min.js');
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' };

const servers = [];
after(() => servers.forEach(server => [server.closeAllConnections(), server.close()]));

/** Serves the hosts' pages; `{{site}}` in them becomes the address of the site. */
export const hosted = async site => {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    try {
      let file = path === '/pym.js' ? pym() : join(pages, path);
      if (statSync(file).isDirectory()) file = join(file, 'index.html');
      const text = readFileSync(file, 'utf8').replaceAll('{{site}}', site.origin);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', 'cache-control': 'no-store' });
      response.end(text);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  servers.push(server);
  return `http://127.0.0.1:${server.address().port}`;
};

/**
 * Opens the page `way` of tests/embed. After the test, nothing else than host and site was asked, nothing was thrown, nothing kept,
 * and the console kept clean unless `mayComplain`.
 */
export const visit = async (t, way, options = {}) => {
  const { size = SIZES.desk, mayComplain = false, prepare, site = await serve(), ...context } = options;
  const host = await hosted(site);
  const browser = await launched();
  const own = await browser.newContext({ viewport: size, reducedMotion: 'reduce', ...context });
  const page = await own.newPage();
  page.setDefaultTimeout(10_000);
  const visited = new Host(page, site, host);
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`));
    // What moved without the reader's doing, and what the tags told.
    window.moved = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => (window.moved += entry.hadRecentInput ? 0 : entry.value))).observe({ type: 'layout-shift', buffered: true });
    window.told = [];
    for (const type of ['ready', 'view', 'select', 'error']) addEventListener(`entente:${type}`, ({ detail, target }) => told.push({ type, detail, of: target.id }));
  });
  page.on('console', message => message.type() === 'error' && visited.complaints.push(message.text()));
  page.on('pageerror', error => visited.thrown.push(error.message));
  page.on('request', request => visited.requests.push(request.url()));
  page.on('dialog', dialog => {
    visited.thrown.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  t.after(async () => {
    const cookies = await own.cookies();
    await own.close();
    const strangers = visited.requests.filter(url => !url.startsWith(site.origin) && !url.startsWith(host) && !/^(data|blob|about):/.test(url));
    assert.deepEqual(strangers, [], 'other sites were asked');
    assert.deepEqual(visited.thrown, [], 'the page threw');
    assert.deepEqual(cookies, [], 'a cookie was kept');
    if (!mayComplain) assert.deepEqual(visited.complaints, [], 'the console complained');
  });
  if (prepare) await prepare(page, visited);
  await page.goto(`${host}/${way}/`);
  return visited;
};

/** One host's page. */
export class Host {
  complaints = [];
  thrown = [];
  requests = [];

  constructor(page, site, origin) {
    this.page = page;
    this.site = site;
    this.origin = origin;
  }

  /** The tag with this id. */
  tag(id = 'map') {
    return this.page.locator(`#${id}`);
  }

  /** The embedded page of the tag with this id; of the first frame without. */
  async frame(at = 0) {
    return eventually(() => {
      const frame = this.page.frames().filter(frame => frame.url().startsWith(this.site.origin))[at];
      assert.ok(frame, 'the frame is there');
      return frame;
    });
  }

  /** The embedded page once its map is live. */
  async live(at = 0) {
    const frame = await this.frame(at);
    await eventually(async () => assert.ok(await frame.evaluate(() => !!window.entente)));
    await frame.evaluate(() => window.entente.ready);
    return frame;
  }

  /** The tag, shown. */
  async shown(id = 'map') {
    await eventually(async () => assert.equal(await this.tag(id).getAttribute('state'), 'ready'), 15_000);
    return this.tag(id);
  }

  /** What the tags told so far, of one kind. */
  told(type) {
    return this.page.evaluate(type => told.filter(one => one.type === type), type);
  }

  /** How far things moved by themselves: the browser's own measure. */
  moved() {
    return this.page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(moved), 100))));
  }

  scrolled() {
    return this.page.evaluate(() => scrollY);
  }
}
