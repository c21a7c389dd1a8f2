// The page as assistive technology meets it: axe finds nothing serious, in light and dark, narrow and wide, whatever is open.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { SIZES, eventually, open, serve } from './atlas.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe takes for serious or critical, a line each. */
const faults = async atlas => {
  await atlas.page.evaluate(`${axe}; undefined`);
  return atlas.page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.slice(0, 4).map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`));
  });
};

const VIEWS = {
  'the default view': '?',
  'a country': '?at=2025-01-01&select=SGP',
  'a bloc': '?at=2025-01-01&select=cptpp',
  'an agreement': '?at=2025-01-01&select=agreement:pasfta',
  'four blocs and a notice': '?at=2025-01-01&blocs=cptpp,rcep,asean,mercosur&colour=red',
};

for (const [name, size] of Object.entries({ phone: SIZES.phone, desk: SIZES.desk })) {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing serious on a ${name} in ${colorScheme}`, async t => {
      const site = await serve();
      const found = {};
      for (const [view, link] of Object.entries(VIEWS)) {
        const atlas = await open(t, link, { site, size, colorScheme });
        if (link.includes('select')) await eventually(async () => assert.match(await atlas.panel.innerText(), /source/i));
        const list = await faults(atlas);
        if (list.length) found[view] = list;
      }
      assert.deepEqual(found, {});
    });

    test(`axe finds nothing serious in the overlap desk on a ${name} in ${colorScheme}`, async t => {
      const atlas = await open(t, '?at=2025-01-01&chart=euler&countries=SGP&if=CHL:rcep@2024-01-01', { size, colorScheme });
      const found = {};
      for (const chart of ['euler', 'upset', 'matrix', 'life', 'years']) {
        await atlas.set({ chart });
        await atlas.page.locator(`.ov-chart svg.${chart}`).waitFor();
        const list = await faults(atlas);
        if (list.length) found[chart] = list;
      }
      assert.deepEqual(found, {});
    });
  }
}

test('axe finds nothing serious on the first picture, before or without the live map', async t => {
  const atlas = await open(t, '', { wait: 'nothing', prepare: page => page.addInitScript(() => delete window.WebAssembly) });
  await eventually(async () => assert.match(await atlas.page.getByRole('status').first().innerText(), /no WebAssembly/));
  assert.deepEqual(await faults(atlas), []);
});

for (const width of [320, 390, 768, 1024, 1440]) {
  test(`at ${width} px the page is never wider than the window, with any panel open`, async t => {
    const site = await serve();
    for (const [view, link] of Object.entries(VIEWS)) {
      const atlas = await open(t, link, { site, size: { width, height: 700 } });
      if (link.includes('select')) await eventually(async () => assert.match(await atlas.panel.innerText(), /source/i));
      const wide = await atlas.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${view} is ${wide} px too wide`);
    }
  });
}

test('what the page shows with text at twice its size is still all there', async t => {
  const atlas = await open(t, '?at=2025-01-01&select=SGP', { size: { width: 720, height: 450 } });
  await atlas.opened('Singapore');
  for (const part of [atlas.map, atlas.slider, atlas.day, atlas.rail, atlas.panel]) {
    const box = await part.boundingBox();
    assert.ok(box && box.width > 40 && box.height > 20, JSON.stringify(box));
  }
});

test('the sentence is announced when it changes', async t => {
  const atlas = await open(t, '?at=2025-01-01');
  const live = await atlas.page.getByRole('heading', { level: 1 }).evaluate(heading => heading.closest('[aria-live], [role="status"]')?.getAttribute('aria-live'));
  assert.equal(live, 'polite');
});
