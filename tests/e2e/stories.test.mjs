// The stories as pages of their own: words, pictures and sources without a line of script, and a way to the live map from each step.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { SIZES, dist, eventually, open, serve } from './atlas.mjs';
import { shareChanged } from './picture.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every page, by name; the last of them lists the others. */
const PAGES = readdirSync(join(dist, 'stories')).filter(name => name.endsWith('.html')).sort((a, b) => (a === 'index.html') - (b === 'index.html'));
const STORIES = PAGES.slice(0, -1);

/** What a page may weigh on the line. */
const BUDGET = 120_000;

const opened = (t, name, options = {}) => open(t, `stories/${name}`, { wait: 'nothing', ...options });

test('five stories are there, and the list of them leads to each', async t => {
  assert.equal(STORIES.length, 5);
  const { page } = await opened(t, 'index.html', { javaScriptEnabled: false });
  const titles = await page.locator('.stories h2').allInnerTexts();
  assert.deepEqual(titles, ['Fair trade', 'Working smarter', 'Keeping the peace', 'Stepping up', 'Now or never']);
  for (const title of titles) {
    await page.locator('.stories').getByRole('link', { name: title }).click();
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), title);
    await page.getByRole('link', { name: 'Stories' }).click();
  }
});

test('a story ends with the way to the one before and the one after', async t => {
  const { page } = await opened(t, 'fair-trade.html', { javaScriptEnabled: false });
  const others = page.getByRole('navigation', { name: 'Other stories' });
  assert.equal(await others.getByRole('link').count(), 1);
  await others.getByRole('link', { name: 'Working smarter' }).click();
  assert.equal(await others.getByRole('link').count(), 2);
});

for (const name of PAGES) {
  test(`${name} has no script, needs none, and weighs little`, async t => {
    const sizes = JSON.parse(readFileSync(join(dist, 'sizes.json'), 'utf8'));
    const { brotli } = sizes.files.find(row => row.name === `stories/${name}`);
    assert.ok(brotli < BUDGET, `${brotli} bytes`);
    const site = await serve();
    const { page } = await opened(t, name, { javaScriptEnabled: false, site });
    await page.waitForLoadState('networkidle');
    const html = readFileSync(join(dist, 'stories', name), 'utf8');
    assert.doesNotMatch(html, /<script|<style|<iframe| style=| on\w+=|href="story\.css"/i);
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
    for (const tag of ['og:title', 'og:description', 'og:type', 'og:site_name']) assert.match(html, new RegExp(`property="${tag}" content="[^"]`));
    assert.deepEqual(site.asked.filter(path => !/^\/(stories\/|icon\.svg|favicon\.ico)/.test(path)), []);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(match => match[1]);
    assert.equal(new Set(ids).size, ids.length, 'every id is there once');
    const named = [...html.matchAll(/url\(#([^)]+)\)/g)].map(match => match[1]);
    assert.deepEqual(named.filter(id => !ids.includes(id)), [], 'every pattern that is named is there');
  });

  test(`${name} is never wider than the window`, async t => {
    const site = await serve();
    for (const width of [320, 768, 1440]) {
      const { page } = await opened(t, name, { site, size: { width, height: 800 } });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide at ${width}`);
    }
  });

  test(`axe finds nothing serious in ${name}, in light and dark, on phone and desk`, async t => {
    const site = await serve();
    const found = {};
    for (const size of [SIZES.phone, SIZES.desk]) {
      for (const colorScheme of ['light', 'dark']) {
        const { page } = await opened(t, name, { site, size, colorScheme });
        await page.evaluate(`${axe}; undefined`);
        const faults = await page.evaluate(async () => {
          const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`));
        });
        if (faults.length) found[`${size.width} ${colorScheme}`] = faults;
      }
    }
    assert.deepEqual(found, {});
  });
}

for (const name of STORIES) {
  test(`every step of ${name} has its date, its words, and its picture with a caption`, async t => {
    const { page } = await opened(t, name, { javaScriptEnabled: false });
    const steps = await page.locator('section.step').all();
    assert.ok(steps.length >= 6 && steps.length <= 10, `${steps.length} steps`);
    for (const step of steps) {
      assert.match(await step.getByRole('heading', { level: 2 }).innerText(), /^\d+ \w+ \d{4}$/);
      const box = await step.getByRole('img').boundingBox();
      assert.ok(box.width >= 500 && box.height >= 200, `the picture is ${box.width} by ${box.height}`);
      const caption = await step.locator('figcaption > p').innerText();
      assert.equal(await step.locator('svg[role=img] > desc').textContent(), caption);
      assert.match(await step.getByRole('link', { name: /^Live map of/ }).getAttribute('href'), /^\.\.\/\?/);
    }
    assert.ok((await page.locator('.sources li').count()) >= 5, 'it names its sources');
    assert.match(await page.locator('.colophon').innerText(), /^Data of \d{4}-\d{2}-\d{2} · [0-9a-f]{8}\./);
  });

  test(`the steps of ${name} lead to the live map, which says what the caption said`, async t => {
    const site = await serve();
    const { page } = await opened(t, name, { javaScriptEnabled: false, site });
    const steps = await page.locator('section.step').evaluateAll(all =>
      all.map(step => [step.querySelector('.live').getAttribute('href'), step.querySelector('figcaption > p').textContent]),
    );
    for (const [href, caption] of [steps[0], steps.at(-1)]) {
      const live = await open(t, href.replace('../', ''), { site });
      await eventually(async () => assert.equal((await live.page.getByRole('heading', { level: 1 }).textContent()).trim(), caption));
      const said = (await live.notices.count()) ? await live.notices.innerText() : '';
      assert.equal(said.trim(), '', 'nothing of the link was ignored');
    }
  });
}

test('a story follows light and dark', async t => {
  const [light, dark] = await Promise.all(['light', 'dark'].map(async colorScheme => (await opened(t, STORIES[0], { colorScheme })).look()));
  assert.ok(shareChanged(light, dark, 60) > 0.7, 'nearly every pixel is darker');
});

test('on paper a story is words and pictures, without the ways elsewhere', async t => {
  const { page } = await opened(t, STORIES[0]);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('link', { name: /^Live map of/ }).first().isVisible(), false);
  assert.equal(await page.getByRole('img').first().isVisible(), true);
});

test('the foot of the live page leads to the stories', async t => {
  const atlas = await open(t, '?at=2025-01-01');
  await atlas.table.getByRole('link', { name: 'Stories' }).click();
  await eventually(async () => assert.equal(await atlas.page.getByRole('heading', { level: 1 }).innerText(), 'Stories'));
});
