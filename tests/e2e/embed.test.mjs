// Each way of putting a map into a host's page (tests/embed), as a reader of that page meets it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { PLACES, SIZES, dist, eventually, reply, serve } from './atlas.mjs';
import { visit } from './host.mjs';
import { shareChanged } from './picture.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the tag may add to a host's page before its map is near. */
const TAG_BUDGET = 5000;

const height = async locator => (await locator.boundingBox()).height;
const reads = async (frame, title = 'Two pacts') => {
  assert.equal(await frame.getByRole('heading', { level: 2 }).first().innerText(), title);
  await eventually(async () => assert.match(await frame.getByRole('heading', { level: 1 }).innerText(), /^7 countries are in both CPTPP and RCEP/));
};
/** Nothing of the map's page is cut off: it needs no scrolling of its own. */
const fits = frame => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);

for (const [name, size] of Object.entries(SIZES)) {
  test(`one tag and its script, on a ${name}: the map takes the picture's place, and nothing moves`, async t => {
    const host = await visit(t, 'script-tag', { size });
    const after = host.page.locator('.after');
    const before = (await after.boundingBox()).y;
    const tag = await host.shown();
    await reads(await host.live());
    assert.equal((await after.boundingBox()).y, before);
    assert.ok((await host.moved()) < 0.001, `${await host.moved()} moved`);
    assert.equal(await tag.locator('figure').isVisible(), false, 'the picture gave way');
    const [ready] = await host.told('ready');
    assert.equal(ready.detail.view.blocs, 'cptpp,rcep');
    const frame = await host.live();
    for (const gone of ['.rail', '.timeline', '.table', '.masthead']) assert.equal(await frame.locator(gone).isVisible(), false, gone);
    await eventually(async () => assert.ok((await fits(frame)) <= 0, 'nothing is cut off, however small the picture was'));
    for (const there of ['.legend summary', '.map', '.embed-credit']) assert.equal(await frame.locator(there).isVisible(), true, there);
    assert.ok((await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, 'never wider than its column');
  });
}

test('a tag far below adds its script alone, under 5,000 bytes; near by, the map comes and is as high as it asks', async t => {
  const sizes = JSON.parse(readFileSync(join(dist, 'sizes.json'), 'utf8'));
  const tag = sizes.files.find(row => row.name === 'entente-map.js').brotli;
  assert.ok(tag < TAG_BUDGET, `${tag} bytes`);
  const host = await visit(t, 'long-page');
  await host.page.waitForTimeout(400);
  assert.deepEqual(host.site.asked, ['/entente-map.js']);
  assert.equal(await host.page.locator('iframe').count(), 0);
  await host.page.evaluate(() => scrollTo(0, document.getElementById('map').offsetTop - innerHeight - 500));
  await host.shown();
  const frame = await host.live();
  await eventually(async () => assert.ok((await fits(frame)) <= 0));
  const own = await height(host.tag());
  await host.page.evaluate(() => scrollTo(0, document.getElementById('map').offsetTop - 100));
  await host.page.waitForTimeout(700);
  assert.equal(await height(host.tag()), own, 'it does not change under the eyes');
  assert.ok((await host.moved()) < 0.001);
  assert.equal(await frame.evaluate(() => document.documentElement.classList.contains('tight')), false);
});

test('two maps on one page share the script, the program and the facts, and each tells of itself', async t => {
  const host = await visit(t, 'two', { size: { width: 1000, height: 1600 } });
  await host.shown('one');
  await host.shown('two');
  assert.equal(host.site.asked.filter(path => path === '/entente-map.js').length, 1);
  await eventually(async () => assert.deepEqual((await host.told('ready')).map(one => one.of).sort(), ['one', 'two']));
  await host.page.evaluate(() => document.getElementById('two').set({ at: '1992-01-01' }));
  const dates = await host.page.evaluate(() => ['one', 'two'].map(id => document.getElementById(id).view().date));
  assert.deepEqual(dates, ['2025-01-01', '1992-01-01']);
});

test('a tag without a picture keeps room for the map', async t => {
  const host = await visit(t, 'no-picture');
  const own = await height(await host.shown());
  assert.ok(own > 400 && own < 800, `${own}`);
});

test('a tag of a fixed height keeps it, and the map takes what the words leave', async t => {
  const host = await visit(t, 'fixed-height');
  assert.equal(await height(await host.shown()), 420);
  const frame = await host.live();
  await eventually(async () => assert.ok((await fits(frame)) <= 0));
});

test('a reader without script has the picture and its words', async t => {
  const host = await visit(t, 'no-script', { javaScriptEnabled: false });
  assert.equal(await host.page.getByRole('img').isVisible(), true);
  assert.match(await host.tag().innerText(), /Seven countries/);
  assert.equal(await host.page.locator('iframe').count(), 0);
});

test('a browser without WebAssembly keeps the picture, and the host is told', async t => {
  const host = await visit(t, 'no-wasm', { prepare: page => page.addInitScript(() => delete window.WebAssembly) });
  await eventually(async () => assert.match((await host.told('error'))[0]?.detail.message ?? '', /no WebAssembly/));
  assert.equal(await host.tag().locator('figure').isVisible(), true);
  assert.equal(await host.tag().getAttribute('state'), 'error');
});

test('a site that fails keeps the picture; once it answers again, the map comes', async t => {
  const site = await serve();
  site.faults = (path, response) => /facts-/.test(path) && reply(response, 503, 'busy');
  const host = await visit(t, 'script-tag', { site, mayComplain: true });
  await eventually(async () => assert.match((await host.told('error'))[0]?.detail.message ?? '', /could not be loaded/));
  assert.equal(await host.tag().locator('figure').isVisible(), true);
  site.faults = () => false;
  await (await host.frame()).locator('#progress button').evaluate(button => button.click());
  await host.shown();
  assert.equal(await host.tag().locator('figure').isVisible(), false);
});

test('a host whose policy lets no frame in keeps its picture', async t => {
  const host = await visit(t, 'forbidding-csp', { mayComplain: true });
  await eventually(() => assert.match(host.complaints.join(), /frame-src/));
  assert.equal(await host.tag().locator('figure').isVisible(), true);
});

test('under a strict policy with Trusted Types the map works as anywhere', async t => {
  const host = await visit(t, 'strict-csp');
  await host.shown();
  await reads(await host.live());
});

for (const way of ['iframe', 'sandboxed']) {
  test(`way “${way}”: at a height that nobody chose for it, the map fills what it was given`, async t => {
    for (const size of [SIZES.phone, SIZES.desk]) {
      const host = await visit(t, way, { size });
      const frame = await host.live();
      await reads(frame);
      assert.equal(await height(host.page.locator('iframe')), 480);
      await eventually(async () => assert.ok((await fits(frame)) <= 0));
      assert.ok((await frame.locator('.map').boundingBox()).height >= 150);
      assert.equal(await frame.locator('.embed-foot').isVisible(), true);
    }
  });
}

test('a host that hears the messages gives the frame its height', async t => {
  for (const size of [SIZES.phone, SIZES.desk]) {
    const host = await visit(t, 'iframe-messages', { size });
    const frame = await host.live();
    await eventually(async () => assert.ok((await host.page.evaluate(() => heard)).some(({ type, px }) => type === 'height' && px > 300)));
    await eventually(async () => assert.ok((await fits(frame)) <= 0));
    assert.equal(await frame.evaluate(() => document.documentElement.classList.contains('tight')), false);
    await frame.locator('.legend summary').click();
    const open = await host.page.evaluate(() => heard.filter(one => one.type === 'height'));
    await eventually(async () => assert.notEqual((await host.page.evaluate(() => heard.filter(one => one.type === 'height').at(-1).px)), open[0].px));
    await host.page.evaluate(() => say({ entente: 1, type: 'hello' }));
    await eventually(async () => assert.ok((await host.page.evaluate(() => heard.filter(one => one.type === 'ready').length)) >= 2));
  }
});

test("AMP's and Medium's scripts size the frame by the messages that they know", async t => {
  const host = await visit(t, 'amp-and-medium');
  const frame = await host.live();
  await eventually(async () => assert.ok((await host.page.evaluate(() => medium))?.height > 300));
  await eventually(async () => assert.ok((await fits(frame)) <= 0));
  const { src, height: told } = await host.page.evaluate(() => medium);
  assert.match(src, /embed\.html/);
  assert.equal(await height(host.page.locator('iframe')), told);
});

test("NPR's pym.js sizes the frame, and what it adds to the address is no part of the view", async t => {
  const host = await visit(t, 'pym');
  const frame = await host.live();
  await reads(frame);
  await eventually(async () => assert.ok((await height(host.page.locator('iframe'))) > 300));
  await eventually(async () => assert.ok((await fits(frame)) <= 0));
  assert.equal((await frame.getByRole('status', { name: 'Notices' }).innerText()).trim(), '');
});

test('on a dark page the map is dark, and turns light with the page', async t => {
  const host = await visit(t, 'dark-host');
  await host.shown();
  const frame = await host.live();
  const ground = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await ground(), 'rgb(18, 25, 29)');
  await host.page.evaluate(() => document.documentElement.classList.remove('dark'));
  await eventually(async () => assert.equal(await ground(), 'rgb(251, 250, 247)'));
});

test('a page that follows the system has a map that does', async t => {
  const host = await visit(t, 'script-tag', {
    colorScheme: 'dark',
    prepare: page => page.addInitScript(() => addEventListener('DOMContentLoaded', () => (document.documentElement.style.colorScheme = 'light dark'))),
  });
  await host.shown();
  const frame = await host.live();
  await eventually(async () => assert.equal(await frame.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(18, 25, 29)'));
});

test('beside words from right to left, title and credit read that way, and the map stays as maps are', async t => {
  const host = await visit(t, 'right-to-left');
  await host.shown();
  const frame = await host.live();
  const title = frame.getByRole('heading', { level: 2 }).first();
  assert.equal(await title.innerText(), 'مجلس التعاون');
  assert.equal(await title.evaluate(at => getComputedStyle(at).direction), 'rtl');
  assert.equal(await title.getAttribute('lang'), 'ar');
  assert.ok((await host.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
});

test('in a narrow column nothing is wider than it', async t => {
  const host = await visit(t, 'narrow-column');
  const tag = await host.shown();
  assert.equal((await tag.boundingBox()).width, 288);
  const frame = await host.live();
  assert.ok((await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
});

test('in a fold, the map comes when it is opened', async t => {
  const host = await visit(t, 'details');
  await host.page.waitForTimeout(300);
  assert.deepEqual(host.site.asked, ['/entente-map.js']);
  await host.page.getByText('The map', { exact: true }).click();
  await host.shown();
  assert.ok((await height(host.tag())) > 300);
});

test("words of the article turn its map; what names no map stays a link", async t => {
  const host = await visit(t, 'article');
  await host.shown();
  await host.page.locator('#alliance').click();
  const frame = await host.live();
  await eventually(async () => assert.match(await frame.getByRole('heading', { level: 1 }).innerText(), /Pacific Alliance/));
  await eventually(async () => assert.equal((await host.told('view')).at(-1).detail.view.blocs, 'pacific-alliance'));
  assert.equal(await host.page.evaluate(() => history.length), 2, 'nothing was added to the history');
  await host.page.locator('#elsewhere').click();
  assert.match(host.page.url(), /#nowhere$/);
});

test('a map that is moved in the page comes again, and does what was asked of it meanwhile', async t => {
  const host = await visit(t, 'script-tag');
  await host.shown();
  await host.page.evaluate(async () => {
    const map = document.getElementById('map');
    document.querySelector('article').prepend(map);
    await map.set({ at: '2019-06-01' });
  });
  assert.match(await (await host.live()).getByRole('heading', { level: 1 }).innerText(), /1 June 2019/);
  assert.equal(await host.page.evaluate(() => document.getElementById('map').view().date), '2019-06-01');
});

test('a map that is asked before it began answers once it can', async t => {
  const host = await visit(t, 'long-page');
  const theme = await host.page.evaluate(async () => {
    await document.getElementById('map').set('?blocs=asean&at=2000-01-01');
    return document.getElementById('map').view();
  });
  assert.deepEqual([theme.blocs, theme.at, theme.theme], ['asean', '2000-01-01', 'light']);
});

test('a tap on the land tells the host who was chosen', async t => {
  const host = await visit(t, 'script-tag');
  await host.shown();
  const frame = await host.live();
  const [x, y] = await frame.evaluate(place => entente.project(place), PLACES.australia);
  const box = await host.tag().boundingBox();
  await host.page.mouse.click(box.x + x, box.y + y);
  await eventually(async () => assert.equal((await host.told('select')).at(-1)?.detail.select, 'AUS'));
  await frame.getByRole('complementary', { name: 'Australia' }).waitFor();
  assert.equal(await host.page.evaluate(() => history.length), 2);
});

test('axe finds nothing serious in the embedded page, light and dark, narrow and wide', async t => {
  for (const size of [SIZES.phone, SIZES.desk]) for (const way of ['iframe-messages', 'dark-host']) {
    const host = await visit(t, way, { size });
    const frame = await host.live();
    await host.page.waitForTimeout(600);
    await frame.evaluate(`${axe}; undefined`);
    const faults = await frame.evaluate(async () => {
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
      return violations.filter(({ impact }) => /serious|critical/.test(impact)).flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`));
    });
    assert.deepEqual(faults, [], `${way} at ${size.width}`);
  }
});

test('light and dark differ in nearly every pixel of the frame', async t => {
  const { decode } = await import('./picture.mjs');
  const looks = [];
  for (const way of ['script-tag', 'dark-host']) {
    const host = await visit(t, way);
    looks.push(decode(await (await host.shown()).screenshot()));
  }
  assert.ok(shareChanged(looks[0], looks[1], 60) > 0.6);
});
