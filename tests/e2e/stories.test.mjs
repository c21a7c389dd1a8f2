// The stories as pages of their own: words, pictures and sources, whole without script, and a way to the live map from each step; with
// script a live map beside the text, and slides.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { SIZES, dist, eventually, open, reply, serve } from './atlas.mjs';
import { shareChanged } from './picture.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every page, by name; the last of them lists the others. */
const PAGES = readdirSync(join(dist, 'stories')).filter(name => name.endsWith('.html')).sort((a, b) => (a === 'index.html') - (b === 'index.html'));
const STORIES = PAGES.slice(0, -1);

/** What a page may weigh on the line. */
const BUDGET = 120_000;

const opened = (t, name, options = {}) => open(t, `stories/${name}`, { wait: 'nothing', ...options });

const watchMoves = () => {
  window.moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => (window.moved += entry.hadRecentInput ? 0 : entry.value))).observe({ type: 'layout-shift', buffered: true });
};

/** The live map beside the text; gives back what waits for its sentence. */
const live = async page => {
  await page.locator('#story-map[state=ready]').waitFor({ timeout: 15_000 });
  const frame = page.frames().find(frame => frame.url().includes('embed.html'));
  return sentence => eventually(async () => assert.equal((await frame.getByRole('heading', { level: 1 }).textContent()).trim(), sentence.trim()));
};

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
  test(`${name} is whole without its one script, and weighs little`, async t => {
    const sizes = JSON.parse(readFileSync(join(dist, 'sizes.json'), 'utf8'));
    const { brotli } = sizes.files.find(row => row.name === `stories/${name}`);
    assert.ok(brotli < BUDGET, `${brotli} bytes`);
    const site = await serve();
    const { page } = await opened(t, name, { javaScriptEnabled: false, site });
    await page.waitForLoadState('networkidle');
    const html = readFileSync(join(dist, 'stories', name), 'utf8');
    assert.deepEqual(html.match(/<script[^]*?<\/script>/g).map(tag => tag.replace(/-[0-9a-f]{16}/, '')), ['<script src="story.js"></script>']);
    assert.doesNotMatch(html, /<style|<iframe| style=| on\w+=|href="story\.css"/i);
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
  test(`${name}, with script: the map beside the text follows every step, and nothing moves`, async t => {
    const { page } = await opened(t, name, { prepare: page => page.addInitScript(watchMoves) });
    const told = await live(page);
    const steps = await page.locator('section.step').all();
    const sentences = await page.locator('figcaption > p').allTextContents();
    for (const at of [1, steps.length - 1]) {
      await steps[at].locator('.telling').evaluate(step => step.scrollIntoView({ block: 'center' }));
      await told(sentences[at]);
    }
    const box = await page.locator('.beside').boundingBox();
    assert.ok(box.y > -1 && box.height > 850, 'the map stays in the window');
    assert.ok((await page.evaluate(() => moved)) < 0.01, `${await page.evaluate(() => moved)} moved`);
  });

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

test('on a phone the text goes over the map, and a finger on the map scrolls on', async t => {
  const { page } = await opened(t, STORIES[0], { size: SIZES.phone });
  const told = await live(page);
  const step = page.locator('section.step').nth(2);
  await step.locator('.telling').evaluate(step => step.scrollIntoView({ block: 'center' }));
  await told(await step.locator('figcaption > p').textContent());
  const [text, map] = [await step.locator('.telling').boundingBox(), await page.locator('.beside').boundingBox()];
  assert.ok(text.y > map.y && text.y + text.height < map.y + map.height + 1 && Math.round(map.height) === SIZES.phone.height);
});

test('slides turn by keys and by buttons, say where they are, and are left where they stood', async t => {
  const { page } = await opened(t, STORIES[0]);
  const told = await live(page);
  const sentences = await page.locator('figcaption > p').allTextContents();
  await page.getByRole('button', { name: 'As slides' }).click();
  const shown = () => page.locator('section.step').evaluateAll(all => all.flatMap((step, at) => (step.checkVisibility() ? [at] : [])));
  assert.deepEqual(await shown(), [0]);
  for (const [key, at] of [['ArrowRight', 1], ['PageDown', 2], ['ArrowLeft', 1], ['End', sentences.length - 1]]) {
    await page.keyboard.press(key);
    assert.deepEqual(await shown(), [at], key);
  }
  await told(sentences.at(-1));
  assert.equal(await page.getByRole('button', { name: 'Next' }).isDisabled(), true);
  await page.getByRole('button', { name: 'Previous' }).click();
  assert.match(await page.locator('.turning output').innerText(), new RegExp(`^${sentences.length - 1} of ${sentences.length}$`));
  assert.ok((await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)) <= 0, 'a slide is one window');
  await page.keyboard.press('Escape');
  await eventually(async () => assert.ok((await shown()).length === sentences.length));
  const box = await page.locator('section.step').nth(sentences.length - 2).locator('.telling').boundingBox();
  assert.ok(box.y > 0 && box.y < SIZES.desk.height);
});

test('between two steps the days go by; who asked for less motion is spared that', async t => {
  for (const [reducedMotion, least, most] of [['no-preference', 4, 200], ['reduce', 1, 2]]) {
    const { page } = await opened(t, STORIES[0], { reducedMotion });
    const told = await live(page);
    const frame = page.frames().find(frame => frame.url().includes('embed.html'));
    await frame.evaluate(() => {
      window.days = new Set();
      entente.on('view', view => days.add(view.date));
    });
    const step = page.locator('section.step').nth(2);
    await step.locator('.telling').evaluate(step => step.scrollIntoView({ block: 'center' }));
    await told(await step.locator('figcaption > p').textContent());
    await page.waitForTimeout(1200);
    const days = await frame.evaluate(() => days.size);
    assert.ok(days >= least && days <= most, `${reducedMotion}: ${days} days`);
  }
});

test('a story whose map does not come is the static one again', async t => {
  const site = await serve();
  site.faults = (path, response) => /entente-web/.test(path) && reply(response, 404, 'gone');
  const { page } = await opened(t, STORIES[0], { site, mayComplain: true });
  await eventually(async () => assert.equal(await page.locator('html.scripted').count(), 0), 15_000);
  assert.equal(await page.locator('section.step figure').first().isVisible(), true);
  assert.equal(await page.locator('.beside, .turning, .as-slides').count(), 0);
});

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
