// window.entente, which host pages rely on: ready, view, set, on, project.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACES, eventually, open } from './atlas.mjs';
import { apart } from './picture.mjs';

/** Notes what the page tells of these events in `told`, and how to stop that in `stop`. */
const listen = (atlas, events) =>
  atlas.page.evaluate(events => {
    window.told = [];
    window.stop = {};
    for (const event of events) window.stop[event] = window.entente.on(event, detail => window.told.push([event, detail]));
  }, events);
const told = (atlas, event) => atlas.page.evaluate(event => window.told.filter(([name]) => name === event).map(([, detail]) => detail), event);

test('it is there before the map, and ready is fulfilled with the first live picture', async t => {
  const atlas = await open(t, '', { wait: 'nothing' });
  await atlas.page.waitForFunction(() => window.entente);
  assert.equal(await atlas.page.evaluate(() => window.entente.ready instanceof Promise), true);
  await atlas.page.evaluate(() => window.entente.ready);
  assert.ok(await atlas.map.isVisible());
  const names = await atlas.page.evaluate(() => ['view', 'set', 'on', 'project'].filter(name => typeof window.entente[name] !== 'function'));
  assert.deepEqual(names, []);
});

test('view tells the parts of the link, the date and the sentence', async t => {
  const atlas = await open(t, '?blocs=mercosur&at=2025-01-01&select=URY');
  const view = await atlas.view();
  assert.deepEqual([view.blocs, view.at, view.select, view.date], ['mercosur', '2025-01-01', 'URY', '2025-01-01']);
  assert.equal(view.sentence, await atlas.sentence());
  assert.equal(decodeURIComponent(view.link), atlas.link());
});

test('set changes the parts it names, and is fulfilled when the picture shows them', async t => {
  const atlas = await open(t, '?at=2025-01-01&theme=light');
  const before = await atlas.colour(PLACES.canada);
  const sentence = await atlas.page.evaluate(async () => {
    await window.entente.set({ at: '2000-01-01', blocs: 'asean' });
    return document.querySelector('h1').innerText;
  });
  assert.match(sentence, /^ASEAN has 10 members.* on 1 January 2000\.$/, 'the sentence is there at once');
  assert.ok(apart(before, await atlas.colour(PLACES.canada)) > 60, 'and so is the picture');
  const view = await atlas.view();
  assert.deepEqual([view.at, view.blocs, view.theme], ['2000-01-01', 'asean', 'light'], 'what was not named stays');
  await atlas.linked(/blocs=asean&at=2000-01-01/);
});

test('the pixels are there when set is fulfilled, with nothing to wait for', async t => {
  const atlas = await open(t, '?blocs=gcc&at=2025-01-01&centre=-150');
  const { x, y } = await atlas.at(PLACES.canada);
  const read = () => atlas.look({ x: Math.round(x) - 3, y: Math.round(y) - 3, width: 7, height: 7 });
  for (const [blocs, isMember] of [['cptpp', true], ['mercosur', false], ['cptpp', true], ['gcc', false]]) {
    const [before, , after] = [await read(), await atlas.set({ blocs }), await read()];
    const changed = apart(before.mean(), after.mean());
    assert.ok(changed > 60, `${blocs}: Canada ${isMember ? 'gets' : 'loses'} its colour (${changed.toFixed(0)})`);
  }
});

test('set takes lists, and null takes a part back to its default', async t => {
  const atlas = await open(t, '?at=2025-01-01&blocs=mercosur');
  await atlas.set({ blocs: ['cptpp', 'rcep'], outline: ['asean'], at: null });
  assert.equal(atlas.link(), '');
});

test('on tells of selection, hover and view; the function that it gives back ends that', async t => {
  const atlas = await open(t, '?at=2025-01-01');
  await listen(atlas, ['select', 'hover', 'view']);
  await atlas.hover(PLACES.canada);
  await eventually(async () => assert.equal((await told(atlas, 'hover')).at(-1), 'CAN'));
  await atlas.click(PLACES.singapore);
  await eventually(async () => assert.deepEqual(await told(atlas, 'select'), ['SGP']));
  await eventually(async () => assert.equal((await told(atlas, 'view')).at(-1)?.select, 'SGP'));
  await atlas.hover(PLACES.southPacific);
  await eventually(async () => assert.equal((await told(atlas, 'hover')).at(-1), null));

  await atlas.page.evaluate(() => window.stop.select());
  const views = (await told(atlas, 'view')).length;
  await atlas.set({ select: 'cptpp' });
  assert.deepEqual(await told(atlas, 'select'), ['SGP'], 'nothing more is told of selection');
  await eventually(async () => assert.ok((await told(atlas, 'view')).length > views, 'but still of the view'));
});

test('a part of a set that is not understood is told to error, shown as a notice, and the rest is done', async t => {
  const atlas = await open(t, '?at=2025-01-01');
  await listen(atlas, ['error']);
  await atlas.set({ at: 'yesterday', blocs: 'mercosur' });
  assert.match((await told(atlas, 'error'))[0], /yesterday/);
  await atlas.notes(/yesterday/);
  await atlas.says(/^Mercosur/);
});

test('what is no object, and a listener that throws, break nothing', async t => {
  const atlas = await open(t, '?at=2025-01-01');
  await atlas.page.evaluate(async () => {
    for (const nonsense of [undefined, null, 7, 'text', [], { blocs: {} }, { '': '' }]) {
      try {
        await window.entente.set(nonsense);
      } catch {}
    }
    window.entente.on('view', () => {
      throw new Error('of the host');
    });
  });
  await atlas.set({ blocs: 'mercosur', at: '2025-01-01' });
  await atlas.says(/^Mercosur/);
});

test('project tells where a place lies on the page, and null where it does not', async t => {
  const atlas = await open(t, '?at=2025-01-01&projection=globe&centre=100,0');
  const frame = await atlas.frameOfMap();
  const { x, y } = await atlas.at([100, 0]);
  assert.ok(Math.abs(x - frame.x - frame.width / 2) < 2 && Math.abs(y - frame.y - frame.height / 2) < 2, 'the centre is in the middle');
  assert.equal(await atlas.page.evaluate(() => window.entente.project([-80, 0])), null, 'the far side of the globe is not in sight');
  assert.equal(await atlas.page.evaluate(() => window.entente.project('nowhere')), null);
});
