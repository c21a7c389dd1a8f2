// A fault stops the program: the page says so, names the fault, and keeps the reader's view in a link.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACES, open } from './atlas.mjs';

/** A browser whose canvas fails from now on, in the midst of painting: what was borrowed for it is never given back. */
const breakCanvas = atlas =>
  atlas.page.evaluate(() => {
    CanvasRenderingContext2D.prototype.fill = () => {
      throw new Error('the canvas is gone');
    };
  });

const stopped = async (atlas, why) => {
  const alert = atlas.page.getByRole('alert');
  await alert.waitFor();
  const text = await alert.innerText();
  assert.match(text, /The map stopped because of a fault of ours/);
  assert.match(text, why, 'it names the fault');
  assert.match(await atlas.sentence(), /^Mercosur has/, 'the sentence stays');
  return alert.getByRole('link').getAttribute('href');
};

test('where the browser throws through the program, the page says that the map stopped, and keeps the link to the view', async t => {
  const atlas = await open(t, '?blocs=mercosur&at=2015-01-01', { mayComplain: true });
  await breakCanvas(atlas);
  await atlas.click(PLACES.brazil);
  const kept = await stopped(atlas, /the canvas is gone/);
  assert.match(kept, /\?blocs=mercosur&at=2015-01-01&select=BRA$/);
  // What was thrown was asked for.
  atlas.thrown.length = 0;

  await atlas.page.goto(kept);
  await atlas.live();
  await atlas.opened('Brazil');
  assert.equal(await atlas.page.getByRole('alert').count(), 0, 'the link opens the view again');
});

test('a panic of the program is told like any other fault, once', async t => {
  const atlas = await open(t, '?blocs=mercosur&at=2015-01-01');
  const panic = detail => atlas.page.evaluate(detail => dispatchEvent(new CustomEvent('entente:panic', { detail })), detail);
  await panic('panicked at stage.rs: <b>first</b>');
  await panic('panicked at stage.rs: <b>second</b>');
  assert.match(await stopped(atlas, /<b>second<\/b>/), /\?blocs=mercosur&at=2015-01-01$/);
});
