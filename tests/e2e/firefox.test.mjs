// The ways of embedding and the live stories in Firefox: what a reader of the host's page meets there.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import test, { after } from 'node:test';
import puppeteer from 'puppeteer-core';
import { PLACES, SIZES, eventually, serve } from './atlas.mjs';
import { hosted } from './host.mjs';

const program = process.env.FIREFOX || '/usr/bin/firefox-esr';
const skip = existsSync(program) ? false : `${program} is not there: run scripts/setup tests`;

let browser;
after(() => browser?.close());
const launched = async () =>
  (browser ??= await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    // From the profile: the protocol cannot set them.
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1, 'ui.systemUsesDarkTheme': 0 },
  }));

/** Opens a host's page, or a page of the site; after the test, nobody else was asked and nothing was thrown. */
const visit = async (t, way, size = SIZES.desk) => {
  const site = await serve();
  const host = await hosted(site);
  const page = await (await launched()).newPage();
  const [asked, thrown] = [[], []];
  page.on('request', request => asked.push(request.url()));
  page.on('pageerror', error => thrown.push(error.message));
  page.on('console', message => message.type() === 'error' && thrown.push(message.text()));
  t.after(async () => {
    await page.close();
    assert.deepEqual(asked.filter(url => ![site.origin, host].some(own => url.startsWith(own)) && !/^(data|blob|about):/.test(url)), [], 'other sites were asked');
    assert.deepEqual(thrown, [], 'the page threw');
  });
  await page.setViewport(size);
  await page.goto(way.includes('.html') ? `${site.origin}/${way}` : `${host}/${way}/`);
  const frame = async (at = 0) => {
    const found = await eventually(() => {
      const found = page.frames().filter(frame => frame.url().includes('/embed.html'))[at];
      assert.ok(found, 'the frame is there');
      return found;
    }, 15_000);
    await eventually(async () => assert.ok(await found.evaluate(() => document.querySelector('.map canvas') !== null)), 15_000);
    return found;
  };
  const ready = (id = 'map') => page.waitForSelector(`#${id}[state=ready]`, { timeout: 20_000 });
  return { page, site, frame, ready };
};
const sentence = frame => frame.$eval('h1', heading => heading.textContent.trim());
const overflow = frame => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight);
const tall = (page, selector) => page.$eval(selector, element => element.getBoundingClientRect().height);

for (const way of ['script-tag', 'strict-csp', 'narrow-column']) {
  test(`Firefox, way “${way}”: the map takes the picture's place, and nothing moves`, { skip }, async t => {
    const { page, frame, ready } = await visit(t, way);
    const before = await page.$eval('.after', after => after.getBoundingClientRect().y);
    await ready();
    assert.match(await sentence(await frame()), /^7 countries are in both CPTPP and RCEP/);
    assert.equal(await page.$eval('.after', after => after.getBoundingClientRect().y), before);
    await eventually(async () => assert.ok((await overflow(await frame())) <= 0));
  });
}

for (const way of ['iframe', 'sandboxed']) {
  test(`Firefox, way “${way}”: the map fills the height that it was given`, { skip }, async t => {
    const { page, frame } = await visit(t, way);
    const inside = await frame();
    assert.equal(await tall(page, 'iframe'), 480);
    await eventually(async () => assert.ok((await overflow(inside)) <= 0));
    await eventually(async () => assert.match(await sentence(inside), /^7 countries/));
  });
}

for (const way of ['iframe-messages', 'amp-and-medium', 'pym']) {
  test(`Firefox, way “${way}”: the host's script gives the frame its height`, { skip }, async t => {
    const { frame } = await visit(t, way);
    const inside = await frame();
    await eventually(async () => assert.ok((await overflow(inside)) <= 0 && (await inside.evaluate(() => innerHeight > 300 && !document.documentElement.classList.contains('tight')))));
  });
}

test('Firefox: far below, a tag fetches its script alone; near by, the map is as high as it asks', { skip }, async t => {
  const { page, site, frame, ready } = await visit(t, 'long-page');
  await new Promise(resume => setTimeout(resume, 400));
  assert.deepEqual(site.asked, ['/entente-map.js']);
  await page.evaluate(() => scrollTo(0, document.getElementById('map').offsetTop - innerHeight - 500));
  await ready();
  await eventually(async () => assert.ok((await overflow(await frame())) <= 0));
  assert.ok((await tall(page, '#map')) > 450);
});

test('Firefox: two maps on one page each tell of themselves', { skip }, async t => {
  const { page, ready } = await visit(t, 'two', { width: 1000, height: 1600 });
  await ready('one');
  await ready('two');
  await page.evaluate(() => document.getElementById('two').set({ at: '1992-01-01' }));
  assert.deepEqual(await page.evaluate(() => ['one', 'two'].map(id => document.getElementById(id).view().date)), ['2025-01-01', '1992-01-01']);
});

test('Firefox: words of the article turn its map, and a click on the land tells who was chosen', { skip }, async t => {
  const { page, frame, ready } = await visit(t, 'article');
  await ready();
  await page.evaluate(() => addEventListener('entente:select', ({ detail }) => (window.chosen = detail.select)));
  const inside = await frame();
  const [x, y] = await inside.evaluate(place => entente.project(place), PLACES.australia);
  const box = await page.$eval('#map', map => map.getBoundingClientRect().toJSON());
  await page.mouse.click(box.x + x, box.y + y);
  await eventually(async () => assert.equal(await page.evaluate(() => window.chosen), 'AUS'));
  await page.click('#alliance');
  await eventually(async () => assert.match(await sentence(inside), /Pacific Alliance/));
  assert.ok((await page.evaluate(() => history.length)) <= 2);
});

test('Firefox: the wheel scrolls the host past the map', { skip }, async t => {
  const { page, ready } = await visit(t, 'long-page');
  await page.evaluate(() => scrollTo(0, document.getElementById('map').offsetTop - 80));
  await ready();
  await new Promise(resume => setTimeout(resume, 600));
  const box = await page.$eval('#map', map => map.getBoundingClientRect().toJSON());
  const start = await page.evaluate(() => scrollY);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel({ deltaY: 120 });
  await eventually(async () => assert.ok((await page.evaluate(() => scrollY)) > start + 60));
});

test('Firefox: on a dark page the map is dark; beside words from right to left its title reads so; in a fold it waits', { skip }, async t => {
  const dark = await visit(t, 'dark-host');
  await dark.ready();
  assert.equal(await (await dark.frame()).evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(18, 25, 29)');
  const rtl = await visit(t, 'right-to-left');
  await rtl.ready();
  assert.equal(await (await rtl.frame()).$eval('.embed-title', title => getComputedStyle(title).direction), 'rtl');
  const fold = await visit(t, 'details');
  assert.equal(await fold.page.$('iframe'), null);
  await fold.page.click('summary');
  await fold.ready();
});

test('Firefox: a frame has an origin of nobody, and hostile words are words', { skip }, async t => {
  const { frame, ready } = await visit(t, 'hostile');
  await ready();
  const inside = await frame();
  assert.equal(await inside.evaluate(() => origin), 'null');
  assert.equal(await inside.$eval('.embed-title', title => title.textContent), '<img src=x onerror=alert(1)><script>alert(2)</script>');
  assert.equal(await inside.evaluate(() => document.querySelectorAll('img, svg[onload]').length), 0);
});

test('Firefox: a story follows its steps, turns into slides, and back', { skip }, async t => {
  const { page, frame, ready } = await visit(t, 'stories/fair-trade.html');
  await ready('story-map');
  const inside = await frame();
  const captions = await page.$$eval('figcaption > p', all => all.map(caption => caption.textContent.trim()));
  await page.$eval('#step-3 .telling', step => step.scrollIntoView({ block: 'center' }));
  await eventually(async () => assert.equal(await sentence(inside), captions[2]));
  await page.$eval('.as-slides', button => button.click());
  await page.keyboard.press('ArrowRight');
  await eventually(async () => assert.equal(await sentence(inside), captions[3]));
  await page.keyboard.press('Escape');
  assert.equal(await page.$eval('#step-1', step => step.checkVisibility()), true);
});
