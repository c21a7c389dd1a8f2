// The host's page scrolls past its map: wheel, fingers and keys are never held.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACES, eventually } from './atlas.mjs';
import { visit } from './host.mjs';

const PHONE = { size: { width: 390, height: 700 }, hasTouch: true, isMobile: true };

const come = async (t, options) => {
  const host = await visit(t, 'long-page', options);
  await host.page.evaluate(() => scrollTo(0, document.getElementById('map').offsetTop - 80));
  await host.shown();
  const frame = await host.live();
  await host.page.waitForTimeout(500);
  return { host, frame, box: await frame.locator('.map').boundingBox() };
};
const zoom = frame => frame.evaluate(() => Number(entente.view().camera?.split(',')[2] ?? 1));

/** A swipe of one finger or more, as the browser's own gestures take it. */
const swipe = async (page, fingers, [right, down]) => {
  const line = await page.context().newCDPSession(page);
  const points = share => fingers.map(([x, y], id) => ({ x: x + right * share, y: y + down * share, id }));
  await line.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
  for (let step = 1; step <= 12; step += 1) {
    await line.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step / 12) });
    await page.waitForTimeout(16);
  }
  await line.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(400);
};

test('the wheel scrolls the host past the map, even once the map has the focus; with Ctrl it zooms', async t => {
  const { host, frame, box } = await come(t);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await host.page.mouse.move(x, y);
  const start = await host.scrolled();
  await host.page.mouse.wheel(0, 60);
  await eventually(async () => assert.ok((await host.scrolled()) > start + 40));
  await frame.locator('.map').focus();
  await host.page.mouse.wheel(0, 60);
  await eventually(async () => assert.ok((await host.scrolled()) > start + 90));
  assert.equal(await zoom(frame), 1);
  // A wheel that goes on belongs to what it began on.
  await host.page.evaluate(top => scrollTo(0, top), start);
  await host.page.waitForTimeout(700);
  const still = await host.scrolled();
  await host.page.keyboard.down('Control');
  await host.page.mouse.wheel(0, -200);
  await host.page.keyboard.up('Control');
  await eventually(async () => assert.ok((await zoom(frame)) > 1.2));
  assert.equal(await host.scrolled(), still);
});

test('one finger up and down scrolls the host, zoomed in or not, and then a hint says what two do', async t => {
  const { host, frame, box } = await come(t, PHONE);
  const finger = [[box.x + box.width / 2, box.y + box.height / 2]];
  const start = await host.scrolled();
  await swipe(host.page, finger, [0, -90]);
  await eventually(async () => assert.ok((await host.scrolled()) > start + 50));
  assert.equal(await frame.locator('.embed-hint').isVisible(), false, 'there is nothing to move yet');
  await host.page.evaluate(top => scrollTo(0, top), start);
  await frame.evaluate(() => entente.set({ camera: '120,10,4' }));
  await host.page.waitForTimeout(300);
  const before = await frame.evaluate(() => entente.view().camera);
  await swipe(host.page, finger, [0, -90]);
  await eventually(async () => assert.ok((await host.scrolled()) > start + 50));
  await eventually(async () => assert.match(await frame.locator('.embed-hint').innerText(), /Two fingers/));
  assert.equal(await frame.evaluate(() => entente.view().camera), before);
});

test('two fingers move the map, and the host stays', async t => {
  const { host, frame, box } = await come(t, PHONE);
  await frame.evaluate(() => entente.set({ camera: '120,10,4' }));
  await host.page.waitForTimeout(300);
  const start = await host.scrolled();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const before = await frame.evaluate(place => entente.project(place), PLACES.singapore);
  await swipe(host.page, [[x - 30, y], [x + 30, y]], [10, -60]);
  const after = await frame.evaluate(place => entente.project(place), PLACES.singapore);
  assert.ok(before[1] - after[1] > 30, `moved ${before[1] - after[1]}`);
  assert.ok(Math.abs((await host.scrolled()) - start) < 2);
});

test('the keyboard comes into the map and out again', async t => {
  const { host, frame } = await come(t);
  await frame.locator('.map').focus();
  for (let step = 0; step < 40; step += 1) {
    await host.page.keyboard.press('Tab');
    if (await host.page.evaluate(() => document.activeElement?.id !== 'map' && !document.activeElement?.matches('entente-map'))) return;
  }
  assert.fail('Tab never left the map');
});

test('a reading panel scrolls, and at its end the host does', async t => {
  const { host, frame } = await come(t);
  await frame.evaluate(() => entente.set({ select: 'SGP' }));
  const panel = frame.locator('.panel-body');
  await panel.waitFor();
  const box = await panel.boundingBox();
  await host.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const start = await host.scrolled();
  for (let step = 0; step < 60 && (await host.scrolled()) === start; step += 1) {
    await host.page.mouse.wheel(0, 2000);
    await host.page.waitForTimeout(60);
  }
  assert.ok((await host.scrolled()) > start);
});
