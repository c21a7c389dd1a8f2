// The live map takes the place of the first picture without a jump, at every width.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { SIZES, builtFile, dist, eventually, open, serve } from './atlas.mjs';
import { shareChanged, shift } from './picture.mjs';

const PROGRAM = builtFile('entente-web-', '.wasm');
const WIDTHS = [SIZES.phone, { width: 390, height: 844 }, SIZES.tablet, { width: 1024, height: 768 }, SIZES.desk, { width: 1600, height: 900 }];

/** A page whose program waits until it is let in. */
const held = async (t, options) => {
  const site = await serve();
  let release;
  site.faults = (path, response) => {
    if (!path.endsWith(PROGRAM)) return false;
    release = () => {
      response.writeHead(200, { 'content-type': 'application/wasm' });
      response.end(readFileSync(join(dist, PROGRAM)));
    };
    return true;
  };
  const prepare = page =>
    page.addInitScript(() => {
      window.jumps = [];
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
          const sources = entry.sources.map(({ node }) => `${node?.nodeName} ${node?.className ?? ''}`).join(', ');
          if (!entry.hadRecentInput) window.jumps.push({ value: entry.value, sources });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
  const atlas = await open(t, '', { site, wait: 'nothing', prepare, ...options });
  await eventually(() => assert.ok(release));
  return { atlas, release: () => release() };
};

for (const size of WIDTHS) {
  test(`at ${size.width} px, land and sentence stay where they are when the live map takes over`, async t => {
    const { atlas, release } = await held(t, { size });
    await atlas.frame();
    const heading = await atlas.page.getByRole('heading', { level: 1 }).boundingBox();
    const before = await atlas.look();
    release();
    await atlas.live();
    await atlas.frame();
    const after = await atlas.look();
    const moved = await atlas.page.getByRole('heading', { level: 1 }).boundingBox();
    for (const side of ['x', 'y', 'height']) {
      assert.ok(Math.abs(heading[side] - moved[side]) < 1, `the sentence's ${side} was ${heading[side]} and is ${moved[side]}`);
    }

    // Each part of the map, as far as nothing of the live page covers it, must lie on its like.
    const map = await atlas.frameOfMap();
    const covers = await atlas.page.evaluate(() =>
      [...document.querySelectorAll('section, aside, p, button, [role="group"], [role="status"]')].map(part => part.getBoundingClientRect().toJSON()),
    );
    const isCovered = (x, y) => covers.some(box => x >= box.left - 3 && x <= box.right + 3 && y >= box.top - 3 && y <= box.bottom + 3);
    const [across, down] = [3, 2];
    const [width, height] = [Math.floor(map.width / across), Math.floor(Math.min(map.height, size.height - map.y) / down)];
    const parts = [];
    for (let row = 0; row < down; row += 1) {
      for (let column = 0; column < across; column += 1) {
        const [x, y] = [Math.round(map.x) + column * width, Math.round(map.y) + row * height];
        const [one, other] = [before, after].map(picture => picture.part(x, y, width - 1, height - 1));
        const isHidden = (left, top) => isCovered(x + left, y + top);
        const alone = shift(other, other, isHidden);
        // Open sea says nothing.
        if (alone.pixels < 0.15 * width * height || alone.second < 20) continue;
        parts.push({ part: `column ${column}, row ${row}`, ...shift(one, other, isHidden) });
      }
    }
    assert.ok(parts.length >= 1, `${parts.length} parts of the map can be compared`);
    const off = parts.filter(({ dx, dy }) => Math.abs(dx) > 2 || Math.abs(dy) > 2);
    assert.deepEqual(off.map(({ part, dx, dy }) => `${part}: ${dx}, ${dy}`), [], 'the land moved');
    const clip = [Math.ceil(map.x), Math.ceil(map.y), Math.floor(map.width), Math.floor(Math.min(map.height, size.height - map.y))];
    const changed = shareChanged(before.part(...clip), after.part(...clip), 60);
    assert.ok(changed < 0.25, `${(changed * 100).toFixed(0)} % of the map's pixels changed`);
  });

  test(`at ${size.width} px, nothing of the page jumps while it loads`, async t => {
    const { atlas, release } = await held(t, { size });
    await atlas.frame();
    release();
    await atlas.live();
    await atlas.frame();
    const jumps = await atlas.page.evaluate(() => window.jumps);
    const total = jumps.reduce((sum, jump) => sum + jump.value, 0);
    assert.ok(total < 0.02, `cumulative layout shift ${total.toFixed(3)}: ${JSON.stringify(jumps)}`);
  });
}

test('the first picture is there before the program has come', async t => {
  const { atlas, release } = await held(t, {});
  assert.equal(await atlas.map.count(), 0);
  const box = await atlas.page.getByRole('img').first().boundingBox();
  assert.ok(box.width > 500);
  release();
  await atlas.live();
  assert.equal(await atlas.page.getByRole('heading', { level: 1 }).count(), 1, 'the first page is gone');
});
