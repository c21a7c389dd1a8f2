// Mouse and fingers on the map: hover, wheel, drag, double click, pinch, and targets large enough to hit.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { PLACES, SIZES, builtFile, dist, eventually, open, serve } from './atlas.mjs';

const DAY = '?at=2025-01-01';

/** How far two places lie apart in the window: grows as the reader zooms in. */
const spread = async atlas => {
  const [one, other] = [await atlas.at(PLACES.japan), await atlas.at(PLACES.australia)];
  return Math.hypot(one.x - other.x, one.y - other.y);
};

/** The finer shapes have come, if any were asked for. */
const settled = async atlas => {
  await atlas.page.waitForLoadState('networkidle');
  await atlas.frame();
};

test('hovering a country tells its name and standing beside the pointer, and leaving takes that away', async t => {
  const atlas = await open(t, DAY);
  await atlas.hover(PLACES.canada);
  await eventually(async () => assert.match(await atlas.tooltip.innerText(), /^Canada\s+in CPTPP/));
  await atlas.hover(PLACES.mongolia);
  await eventually(async () => assert.match(await atlas.tooltip.innerText(), /^Mongolia\s+in none of the shown blocs/));
  await atlas.hover(PLACES.southPacific);
  await eventually(async () => assert.equal(await atlas.tooltip.count(), 0));
  assert.equal(atlas.link(), DAY, 'hovering is no step in the history');
});

test('the tooltip never leaves the map', async t => {
  const atlas = await open(t, '?at=2025-01-01&projection=mercator');
  const frame = await atlas.frameOfMap();
  for (const place of [[178, -38], [-40, 72], [-70, -50], [143, -37], [25, -30], [100, 66], [-155, 65], [47, -20]]) {
    await atlas.hover(place);
    const box = await atlas.tooltip.boundingBox({ timeout: 1500 }).catch(() => null);
    if (!box) continue;
    assert.ok(box.x >= frame.x && box.x + box.width <= frame.x + frame.width, `beside ${place}: ${JSON.stringify(box)}`);
    assert.ok(box.y >= frame.y && box.y + box.height <= frame.y + frame.height, `beside ${place}: ${JSON.stringify(box)}`);
  }
});

test('the wheel scrolls the page past the map; with Ctrl, or once the map has the focus, it zooms', async t => {
  const atlas = await open(t, DAY);
  const before = await spread(atlas);
  const { x, y } = await atlas.at(PLACES.southPacific);
  await atlas.page.mouse.move(x, y);
  await atlas.page.mouse.wheel(0, 200);
  await eventually(async () => assert.ok((await atlas.page.evaluate(() => scrollY)) > 100, 'the page scrolled'));
  assert.ok(Math.abs((await spread(atlas)) - before) < 1, 'and the map stayed as it was');
  await atlas.page.evaluate(() => scrollTo(0, 0));

  await atlas.page.keyboard.down('Control');
  await atlas.page.mouse.wheel(0, -200);
  await atlas.page.keyboard.up('Control');
  await eventually(async () => assert.ok((await spread(atlas)) > before * 1.2, 'with Ctrl it zooms'));
  assert.equal(await atlas.page.evaluate(() => scrollY), 0, 'and the page stays');
  await settled(atlas);

  await atlas.map.focus();
  const near = await spread(atlas);
  await atlas.page.mouse.wheel(0, 200);
  await eventually(async () => assert.ok((await spread(atlas)) < near / 1.2, 'with the focus it zooms, too'));
});

test('zooming by the wheel keeps the place under the pointer', async t => {
  const atlas = await open(t, DAY);
  const before = await atlas.at(PLACES.japan);
  await atlas.page.mouse.move(before.x, before.y);
  await atlas.page.keyboard.down('Control');
  for (let step = 0; step < 3; step += 1) await atlas.page.mouse.wheel(0, -120);
  await atlas.page.keyboard.up('Control');
  await atlas.linked(/camera=/);
  await settled(atlas);
  const after = await atlas.at(PLACES.japan);
  assert.ok(Math.hypot(before.x - after.x, before.y - after.y) < 3, `${JSON.stringify(before)} became ${JSON.stringify(after)}`);
});

test('dragging moves the land with the pointer, the link keeps where it stands, and nothing gets selected', async t => {
  const atlas = await open(t, `${DAY}&camera=120,10,3`);
  await settled(atlas);
  const from = await atlas.at([115, 5]);
  const { mouse } = atlas.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 60, from.y - 20, { steps: 4 });
  await mouse.move(from.x + 120, from.y - 40, { steps: 4 });
  const during = await atlas.at([115, 5]);
  assert.ok(Math.abs(during.x - from.x - 120) < 3 && Math.abs(during.y - from.y + 40) < 3, 'the land is under the pointer');
  await mouse.up();
  await eventually(() => assert.ok(/camera=/.test(atlas.link()) && !/camera=120,10,3/.test(atlas.link()), atlas.link()));
  const after = await atlas.at([115, 5]);
  assert.ok(Math.abs(after.x - from.x - 120) < 3 && Math.abs(after.y - from.y + 40) < 3, 'and stays there');
  assert.equal(await atlas.panel.count(), 0);
});

test('finer shapes that arrive while the map is being moved do not move it back', async t => {
  const site = await serve();
  const fine = builtFile('fine-', '.bin');
  let release;
  site.faults = (path, response) => {
    if (!path.endsWith(fine)) return false;
    release = () => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.end(readFileSync(join(dist, fine)));
    };
    return true;
  };
  const atlas = await open(t, `${DAY}&camera=120,10,3`, { site });
  await eventually(() => assert.ok(release));
  const from = await atlas.at([115, 5]);
  await atlas.page.mouse.move(from.x, from.y);
  await atlas.page.mouse.down();
  await atlas.page.mouse.move(from.x + 120, from.y, { steps: 4 });
  release();
  await settled(atlas);
  const after = await atlas.at([115, 5]);
  await atlas.page.mouse.up();
  assert.ok(Math.abs(after.x - from.x - 120) < 3, `the land went back by ${from.x + 120 - after.x} px`);
});

test('a double click comes closer, there', async t => {
  const atlas = await open(t, DAY);
  const before = await spread(atlas);
  const { x, y } = await atlas.at(PLACES.southPacific);
  await atlas.page.mouse.dblclick(x, y);
  await atlas.linked(/camera=/);
  assert.ok((await spread(atlas)) > before * 1.5);
  await settled(atlas);
  const after = await atlas.at(PLACES.southPacific);
  assert.ok(Math.hypot(after.x - x, after.y - y) < 3, 'the place stays under the pointer');
});

test('the buttons on the map zoom in, out, and to the whole world', async t => {
  const atlas = await open(t, DAY);
  const before = await spread(atlas);
  await atlas.page.getByRole('button', { name: 'Zoom in' }).click();
  await eventually(async () => assert.ok((await spread(atlas)) > before * 1.3));
  await atlas.linked(/camera=/);
  await atlas.page.getByRole('button', { name: 'Zoom out' }).click();
  await eventually(async () => assert.ok(Math.abs((await spread(atlas)) - before) < before * 0.05));
  await atlas.page.getByRole('button', { name: 'Zoom in' }).click();
  await atlas.linked(/camera=/);
  await atlas.page.getByRole('button', { name: 'Show the whole world' }).click();
  await eventually(() => assert.doesNotMatch(atlas.link(), /camera=/));
});

test('a panel zooms to what it is about', async t => {
  const atlas = await open(t, `${DAY}&select=SGP`);
  const panel = await atlas.opened('Singapore');
  await panel.getByRole('button', { name: 'Zoom to' }).click();
  await atlas.linked(/camera=10[34]/);
  const [frame, spot] = [await atlas.frameOfMap(), await atlas.at(PLACES.singapore)];
  assert.ok(spot.x > frame.x && spot.x < frame.x + frame.width && spot.y > frame.y && spot.y < frame.y + frame.height);
});

test('two fingers that part come closer, and one finger scrolls the page past the whole world', async t => {
  const atlas = await open(t, DAY, { size: SIZES.phone, hasTouch: true });
  const cdp = await atlas.page.context().newCDPSession(atlas.page);
  const before = await spread(atlas);
  const frame = await atlas.frameOfMap();
  const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  const touch = (type, half) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: half === undefined ? [] : [{ x: x - half, y, id: 1 }, { x: x + half, y, id: 2 }],
    });
  await touch('touchStart', 20);
  for (let half = 24; half <= 80; half += 4) await touch('touchMove', half);
  await touch('touchEnd');
  await eventually(async () => assert.ok((await spread(atlas)) > before * 1.8, 'the map is magnified'));
  await atlas.linked(/camera=/);
  assert.equal(await atlas.page.evaluate(() => visualViewport.scale), 1, 'and the page is not');

  await atlas.page.getByRole('button', { name: 'Show the whole world' }).tap();
  await eventually(() => assert.doesNotMatch(atlas.link(), /camera=/));
  const swipe = (type, up) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: up === undefined ? [] : [{ x, y: y - up }] });
  await swipe('touchStart', 0);
  for (let up = 8; up <= 160; up += 8) await swipe('touchMove', up);
  await swipe('touchEnd');
  await eventually(async () => assert.ok((await atlas.page.evaluate(() => scrollY)) > 60, 'the page scrolled'));
});

test('a tap opens a country in a sheet from below, which leaves some of the map in sight', async t => {
  const atlas = await open(t, DAY, { size: SIZES.phone, hasTouch: true });
  const { x, y } = await atlas.at(PLACES.australia);
  await atlas.page.touchscreen.tap(x, y);
  const panel = await atlas.opened('Australia');
  const box = await panel.boundingBox();
  assert.ok(box.x < 1 && box.width >= 318, 'it is as wide as the window');
  assert.ok(Math.abs(box.y + box.height - SIZES.phone.height) < 2, 'it stands on the bottom');
  assert.ok(box.y > 150, 'and leaves room above');
});

test('a microstate answers anywhere within 12 px of its dot, over the sea and over its neighbours’ land', async t => {
  const atlas = await open(t, DAY);
  const missed = [];
  for (const [name, place] of [['Tonga', PLACES.tonga], ['Nauru', [166.93, -0.53]], ['Singapore', PLACES.singapore], ['Malta', [14.4, 35.9]]]) {
    const spot = await atlas.page.evaluate(place => window.entente.project(place), place);
    for (let turn = 0; turn < 8; turn += 1) {
      const [dx, dy] = [10 * Math.cos((turn * Math.PI) / 4), 10 * Math.sin((turn * Math.PI) / 4)];
      await atlas.page.mouse.move(spot[0] + dx, spot[1] + dy);
      const words = await atlas.tooltip.innerText({ timeout: 800 }).catch(() => 'nothing');
      if (!words.startsWith(name)) missed.push(`${name} at ${Math.round(dx)}, ${Math.round(dy)}: ${words.split('\n')[0]}`);
    }
  }
  assert.deepEqual(missed, []);
});

/** Visible things to click that are smaller than 24 px either way, each with its size; a label counts with its box. */
const small = atlas =>
  atlas.page.evaluate(() => {
    const found = new Set();
    for (const element of document.querySelectorAll('a[href], button, input, select, summary, [role="button"], [role="link"]')) {
      const target = element.closest('label') ?? element;
      if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const box = target.getBoundingClientRect();
      if (box.bottom < 0 || box.right < 0 || element.closest('[aria-hidden="true"]')) continue;
      if (box.width < 23.5 || box.height < 23.5) {
        const name = element.getAttribute('aria-label') ?? element.innerText ?? '';
        found.add(`${element.tagName.toLowerCase()} “${name.trim().slice(0, 30)}” ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
      }
    }
    return [...found];
  });

for (const [name, size] of Object.entries({ phone: SIZES.phone, desk: SIZES.desk })) {
  test(`nothing to click is smaller than 24 px on a ${name}`, async t => {
    const site = await serve();
    const found = {};
    for (const select of ['', 'SGP', 'cptpp', 'agreement:pasfta']) {
      const atlas = await open(t, `${DAY}&colour=red${select && `&select=${select}`}`, { size, site });
      if (select) await eventually(async () => assert.match(await atlas.panel.innerText(), /source/i));
      for (const fold of await atlas.panel.locator('summary').all()) await fold.evaluate(part => (part.parentElement.open = true));
      const list = await small(atlas);
      if (list.length) found[select || 'no panel'] = list.slice(0, 12);
    }
    assert.deepEqual(found, {});
  });
}
