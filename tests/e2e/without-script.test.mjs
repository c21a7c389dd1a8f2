// Without script or WebAssembly the page is still worth reading: a picture, its sentence, a table, and why there is no more.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACES, SIZES, eventually, open } from './atlas.mjs';
import { shareChanged } from './picture.mjs';

const reads = async atlas => {
  assert.match(await atlas.sentence(), /^\d+ countries are in both CPTPP and RCEP on .+Singapore.+\.$/);
  const picture = atlas.page.getByRole('img').first();
  const box = await picture.boundingBox();
  assert.ok(box.width >= 300 && box.height >= 140, `the picture is ${box.width} by ${box.height}`);
  const heads = await atlas.table.getByRole('columnheader').allInnerTexts();
  assert.deepEqual(heads, ['Country', 'CPTPP', 'RCEP', 'ASEAN']);
  const row = atlas.table.getByRole('row').filter({ has: atlas.page.getByRole('rowheader', { name: 'Singapore' }) });
  assert.deepEqual(await row.getByRole('cell').allInnerTexts(), ['member, 2018-12-30', 'member, 2022-01-01', 'member, 1967-08-08']);
  const wide = await atlas.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than the window`);
};

for (const [name, size] of Object.entries(SIZES)) {
  test(`without script, a ${name} shows picture, sentence and table, and says that they are all`, async t => {
    const atlas = await open(t, '', { javaScriptEnabled: false, wait: 'nothing', size });
    await reads(atlas);
    const words = atlas.page.locator('noscript');
    assert.match(await words.textContent(), /without script.*picture.*table/i);
    const box = await words.boundingBox();
    assert.ok(box.height > 8 && box.y < size.height, 'the sentence is in the first window');
  });

  test(`without WebAssembly, a ${name} shows picture, sentence and table, and says that they are all`, async t => {
    const atlas = await open(t, '', {
      wait: 'nothing',
      size,
      prepare: page => page.addInitScript(() => delete window.WebAssembly),
    });
    await eventually(async () => assert.match(await atlas.page.getByRole('status').first().innerText(), /no WebAssembly/));
    await reads(atlas);
    assert.equal(await atlas.page.getByRole('button', { name: 'Try again' }).count(), 0, 'there is nothing to try again');
    const asked = atlas.requests.filter(url => url.endsWith('.wasm') && !url.includes('preload'));
    assert.ok(asked.length <= 1, `${asked} asked for in vain`);
  });
}

test('the first picture follows light and dark', async t => {
  const [light, dark] = await Promise.all(
    ['light', 'dark'].map(async colorScheme => {
      const atlas = await open(t, '', { javaScriptEnabled: false, wait: 'nothing', colorScheme });
      return atlas.look();
    }),
  );
  assert.ok(shareChanged(light, dark, 60) > 0.7, 'nearly every pixel is darker');
});

test('a link of the first table leads to the live panel of its country', async t => {
  const atlas = await open(t, '?at=2025-01-01');
  await atlas.table.getByRole('link', { name: 'Canada' }).click();
  await atlas.opened('Canada');
  assert.ok((await atlas.at(PLACES.canada)).x > 0);
});
