// Everything by keyboard: the land, the rail, the date and the panels, with a focus that is seen and never lost.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACES, eventually, open } from './atlas.mjs';
import { shareChanged } from './picture.mjs';

const DAY = '?at=2025-01-01';

/** What the page says aloud by itself just now. */
const announced = atlas =>
  atlas.page.evaluate(() =>
    [...document.querySelectorAll('[role="status"], [role="alert"], [aria-live]:not([aria-live="off"])')].map(part => part.innerText).join(' | '),
  );

test('the map is a skip away, past the long list of blocs, and says what it shows and which keys it knows', async t => {
  const atlas = await open(t, DAY);
  await atlas.tabTo(focus => /skip to the map/i.test(focus));
  await atlas.page.keyboard.press('Enter');
  await eventually(async () => assert.match(await atlas.focus(), /countries are in both CPTPP and RCEP|^div /));
  const [name, help] = await atlas.map.evaluate(map => [map.getAttribute('aria-label'), document.getElementById(map.getAttribute('aria-describedby'))?.textContent]);
  assert.match(name, /CPTPP and RCEP.*ASEAN: Brunei/s);
  assert.match(help, /arrow/i);
  assert.match(help, /Enter/);
  assert.ok(await atlas.map.evaluate(map => map === document.activeElement));
});

test('a first Tab offers to skip to the table, and Enter goes there', async t => {
  const atlas = await open(t, DAY);
  await atlas.page.keyboard.press('Tab');
  assert.match(await atlas.focus(), /skip to the table/i);
  const skip = atlas.page.getByRole('link', { name: /skip to the table/i });
  const box = await skip.boundingBox();
  assert.ok(box.y >= 0 && box.height >= 24, 'it is in sight while it has the focus');
  await atlas.page.keyboard.press('Enter');
  await eventually(async () => assert.ok((await atlas.table.boundingBox()).y < 300, 'the table is in sight'));
});

test('arrows move the map, plus and minus zoom, zero shows the whole world', async t => {
  const atlas = await open(t, DAY);
  await atlas.map.focus();
  const home = await atlas.at(PLACES.japan);
  await atlas.page.keyboard.press('+');
  await atlas.page.keyboard.press('+');
  await atlas.linked(/camera=/);
  const near = await atlas.at(PLACES.japan);
  await atlas.page.keyboard.press('ArrowRight');
  await eventually(async () => assert.ok((await atlas.at(PLACES.japan)).x < near.x - 40, 'the land goes left when the reader goes right'));
  await atlas.page.keyboard.press('ArrowDown');
  await eventually(async () => assert.ok((await atlas.at(PLACES.japan)).y < near.y - 40, 'the land goes up when the reader goes down'));
  await atlas.page.keyboard.press('-');
  await atlas.page.keyboard.press('0');
  await eventually(() => assert.doesNotMatch(atlas.link(), /camera=/));
  const again = await atlas.at(PLACES.japan);
  assert.ok(Math.hypot(again.x - home.x, again.y - home.y) < 1, 'the whole world again');
});

test('Shift and an arrow go from country to country, each announced by its name; Enter opens it, Escape closes it', async t => {
  const atlas = await open(t, DAY);
  await atlas.map.focus();
  for (const key of ['Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+ArrowRight']) {
    const before = await announced(atlas);
    await atlas.page.keyboard.press(key);
    await eventually(async () => assert.notEqual(await announced(atlas), before, `${key} goes somewhere and says where`));
  }
  const name = (await atlas.tooltip.innerText()).split('\n')[0];
  assert.match(name, /^[A-Z]/);
  await atlas.page.keyboard.press('Enter');
  await atlas.opened(name);
  assert.notEqual(await atlas.focus(), 'nothing');
  await atlas.page.keyboard.press('Escape');
  await atlas.closed();
  assert.notEqual(await atlas.focus(), 'nothing');
});

test('a country that the keyboard comes to is in sight', async t => {
  const atlas = await open(t, `${DAY}&camera=103.8,1.4,6`);
  await atlas.map.focus();
  const frame = await atlas.frameOfMap();
  for (let step = 0; step < 6; step += 1) await atlas.page.keyboard.press('Shift+ArrowUp');
  await atlas.page.keyboard.press('Enter');
  await atlas.panel.waitFor();
  await atlas.frame();
  const code = (await atlas.view()).select;
  assert.match(code, /^[A-Z]{3}$/);
  const spot = await atlas.tooltip.boundingBox().catch(() => null);
  assert.ok(spot && spot.x >= frame.x - 1 && spot.x + spot.width <= frame.x + frame.width + 1, 'its name stands on the map');
  const name = await atlas.panel.getByRole('heading', { level: 2 }).innerText();
  const lands = { China: PLACES.china, Mongolia: PLACES.mongolia, Russia: [100, 62], Japan: PLACES.japan };
  if (lands[name]) {
    const { x, y } = await atlas.at(lands[name]);
    assert.ok(x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height, `${name} is in sight`);
  }
});

test('the rail works by Tab and Space, and Enter opens what a bloc is', async t => {
  const atlas = await open(t, DAY);
  await atlas.tabTo(focus => /^input Mercosur/.test(focus));
  await atlas.page.keyboard.press('Space');
  await atlas.linked(/mercosur/);
  assert.match(await atlas.focus(), /^input Mercosur/, 'the focus stays on the box');
  await atlas.page.keyboard.press('Space');
  await eventually(() => assert.doesNotMatch(atlas.link(), /mercosur/));
  await atlas.tabTo(focus => /^\w+ About Mercosur/.test(focus));
  await atlas.page.keyboard.press('Enter');
  await atlas.opened('Mercosur');
  await atlas.page.keyboard.press('Escape');
});

test('Escape closes the panel from within it, and the focus goes back to the map or to what opened it', async t => {
  const atlas = await open(t, `${DAY}&select=SGP`);
  const panel = await atlas.opened('Singapore');
  await eventually(async () => assert.match(await panel.innerText(), /source/i));
  await panel.getByRole('link', { name: 'CPTPP', exact: true }).first().focus();
  await atlas.page.keyboard.press('Escape');
  await atlas.closed();
  assert.notEqual(await atlas.focus(), 'nothing');
});

test('closing the panel by its button keeps the focus in the page', async t => {
  const atlas = await open(t, DAY);
  await atlas.about('Mercosur').focus();
  await atlas.page.keyboard.press('Enter');
  const panel = await atlas.opened('Mercosur');
  await panel.getByRole('button', { name: 'Close' }).focus();
  await atlas.page.keyboard.press('Enter');
  await atlas.closed();
  assert.notEqual(await atlas.focus(), 'nothing');
});

test('following a link in a panel moves the focus into the panel that takes its place', async t => {
  const atlas = await open(t, `${DAY}&select=SGP`);
  const panel = await atlas.opened('Singapore');
  await eventually(async () => assert.match(await panel.innerText(), /source/i));
  await panel.getByRole('link', { name: 'CPTPP', exact: true }).first().focus();
  await atlas.page.keyboard.press('Enter');
  const next = await atlas.opened('CPTPP');
  await eventually(async () => assert.ok(await next.evaluate(part => part.contains(document.activeElement)), `the focus is on ${await atlas.focus()}`));
});

test('putting a bloc on the map from its panel leaves the focus where it was', async t => {
  const atlas = await open(t, `${DAY}&select=mercosur`);
  const panel = await atlas.opened('Mercosur');
  await eventually(async () => assert.match(await panel.innerText(), /source/i));
  await panel.getByRole('link', { name: 'Show on the map' }).focus();
  await atlas.page.keyboard.press('Enter');
  await panel.getByRole('link', { name: 'Take off the map' }).waitFor();
  assert.match(await atlas.focus(), /take off the map/i);
});

test('the focus is visible wherever Tab goes', async t => {
  const atlas = await open(t, `${DAY}&select=CHL`);
  await atlas.opened('Chile');
  const unseen = [];
  let last = '';
  for (let step = 0; step < 30; step += 1) {
    await atlas.page.keyboard.press('Tab');
    const focus = await atlas.focus();
    if (focus === last) continue;
    last = focus;
    const box = await atlas.page.evaluate(() => {
      const { x, y, width, height } = document.activeElement.getBoundingClientRect();
      return { x: x - 6, y: y - 6, width: width + 12, height: height + 12 };
    });
    const clip = { x: Math.max(0, box.x), y: Math.max(0, box.y), width: Math.min(box.width, 1440 - Math.max(0, box.x)), height: Math.min(box.height, 900 - Math.max(0, box.y)) };
    if (clip.width < 2 || clip.height < 2) {
      unseen.push(`${focus} (out of sight)`);
      continue;
    }
    const focused = await atlas.look(clip);
    const handle = await atlas.page.evaluateHandle(() => document.activeElement);
    await handle.evaluate(element => element.blur());
    const plain = await atlas.look(clip);
    await handle.evaluate(element => element.focus({ preventScroll: true, focusVisible: true }));
    // The frame of the whole map is thin beside its land; of a button it is much.
    if (shareChanged(focused, plain, 20) * clip.width * clip.height < 40) unseen.push(focus);
  }
  assert.deepEqual(unseen, []);
});
