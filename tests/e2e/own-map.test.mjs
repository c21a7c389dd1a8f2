// A host's or a reader's own GeoJSON in place of our shapes; and files that are no map, which change nothing.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACES, eventually, open, reply, serve } from './atlas.mjs';
import { apart } from './picture.mjs';

const box = (properties, [west, south, east, north]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] },
});

/** Four countries as boxes, each known in another way, and one that nobody knows. */
const OWN = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    box({ ISO_A3: 'CAN' }, [-130, 45, -60, 70]),
    box({ iso_a2: 'AU' }, [115, -35, 150, -15]),
    box({ iso_n3: '392' }, [130, 30, 145, 45]),
    box({ name: 'Peru' }, [-80, -18, -70, 0]),
    box({ name: 'Atlantis' }, [-45, 25, -30, 40]),
  ],
});

const served = async (name, text) => {
  const site = await serve();
  site.faults = (path, response) => path === `/${name}` && reply(response, 200, text, 'application/geo+json');
  return site;
};

/** Drops a file on the map, as from the reader's desktop. */
const drop = (atlas, name, text) =>
  atlas.map.evaluate(
    (map, { name, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      const box = map.getBoundingClientRect();
      const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true, cancelable: true, dataTransfer: data };
      map.dispatchEvent(new DragEvent('dragenter', at));
      map.dispatchEvent(new DragEvent('dragover', at));
      map.dispatchEvent(new DragEvent('drop', at));
    },
    { name, text },
  );

/** The boxes are shown: land where only they have it, sea where only ours has it, and they know who they are. */
const shows = async atlas => {
  await atlas.notes(/Atlantis.*alpha-3 code/s);
  assert.doesNotMatch(await atlas.notices.innerText(), /Peru|CAN|AU\b|392/);
  await eventually(async () => {
    const [sea, island, gone] = [await atlas.colour(PLACES.southPacific), await atlas.colour([-38, 33]), await atlas.colour(PLACES.brazil)];
    assert.ok(apart(sea, island) > 12, `Atlantis ${island} is land, not sea ${sea}`);
    assert.ok(apart(sea, gone) < 8, `Brazil ${gone} is sea ${sea}`);
  });
  for (const [name, place] of [['Canada', [-98, 62]], ['Australia', [130, -20]], ['Japan', [137, 33]], ['Peru', [-75, -4]]]) {
    await atlas.hover(place);
    await eventually(async () => assert.match(await atlas.tooltip.innerText(), new RegExp(`^${name}`)));
  }
  await atlas.click([-75, -4]);
  await atlas.opened('Peru');
};

test('a link names a map beside the page: it is shown, its countries are known by code or name, and the stranger is named', async t => {
  const site = await served('own.geojson', OWN);
  const atlas = await open(t, '?at=2025-01-01&map=own.geojson', { site });
  await shows(atlas);
  await atlas.linked(/map=own\.geojson/);
});

test('a map dropped on the page takes the place of ours, without a request to anywhere', async t => {
  const atlas = await open(t, '?at=2025-01-01');
  const asked = atlas.requests.length;
  await drop(atlas, 'my-world.geojson', OWN);
  await shows(atlas);
  const since = atlas.requests.slice(asked).map(url => new URL(url).pathname);
  assert.ok(since.every(path => /entente-reader|rows-|texts-|sources-|icon\.svg/.test(path)), `asked for ${since}`);
});

test('the reader of maps is not fetched before somebody brings one', async t => {
  const atlas = await open(t, '?at=2025-01-01');
  await atlas.page.waitForLoadState('networkidle');
  assert.deepEqual(atlas.requests.filter(url => /reader/.test(url)), []);
});

test('dropping anything beside the map does not lead away from the page', async t => {
  const atlas = await open(t, '?at=2025-01-01');
  const kept = await atlas.rail.evaluate(rail => {
    const data = new DataTransfer();
    data.items.add(new File(['{}'], 'a.geojson'));
    return !rail.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  assert.ok(kept, 'the browser is kept from opening the file in place of the page');
});

const garbage = () => Array.from({ length: 5_000_000 }, (_, at) => String.fromCharCode(33 + ((at * 7919) % 90))).join('');
const hostile = [
  ['no JSON', 'own.geojson', 'These are not the shapes you are looking for.', /cannot be shown/],
  ['an empty file', 'own.geojson', '', /empty/],
  ['5 MB of garbage', 'own.geojson', garbage(), /cannot be shown/],
  ['TopoJSON', 'own.json', JSON.stringify({ type: 'Topology', arcs: [[[0, 0], [1, 1]]], objects: {} }), /TopoJSON.*(mapshaper|topo2geo)/s],
  ['a web page', 'own.geojson', '<!doctype html><script>alert(1)</script>', /web page/],
  ['JSON of something else', 'own.json', '{"type":"FeatureCollection","features":"many"}', /cannot be shown/],
  ['a cut-off file', 'own.geojson', OWN.slice(0, 300), /cannot be shown/],
  ['coordinates that are no places', 'own.geojson', JSON.stringify({ type: 'FeatureCollection', features: [box({ name: 'X' }, [1e300, -1e300, NaN, 1e308])] }), /cannot be shown|left out/],
  ['a thousand nested arrays', 'own.geojson', `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":${'['.repeat(50_000)}${']'.repeat(50_000)}}}]}`, /cannot be shown/],
  ['no features', 'own.geojson', '{"type":"FeatureCollection","features":[]}', /cannot be shown/],
];
for (const [what, name, text, sentence] of hostile) {
  test(`${what} dropped on the map gets a sentence, and the map stays`, async t => {
    const atlas = await open(t, '?at=2025-01-01');
    const before = await atlas.colour(PLACES.canada);
    await drop(atlas, name, text);
    await eventually(async () => assert.match(await atlas.notices.innerText(), sentence), 15_000);
    assert.ok((await atlas.notices.innerText()).length < 600, 'the sentence is short');
    assert.ok(apart(before, await atlas.colour(PLACES.canada)) < 4, 'Canada is as it was');
    await atlas.click(PLACES.canada);
    await atlas.opened('Canada');
  });
}

test('a map named by a link that is not there gets a sentence, and ours stays', async t => {
  const atlas = await open(t, '?at=2025-01-01&map=nowhere.geojson', { mayComplain: true });
  await atlas.notes(/nowhere\.geojson could not be fetched/);
  await atlas.click(PLACES.canada);
  await atlas.opened('Canada');
});

test('names in someone’s map are shown as text and never as markup', async t => {
  const atlas = await open(t, '?at=2025-01-01');
  const name = '<img src=x onerror=alert(1)>';
  await drop(atlas, 'x.geojson', JSON.stringify({ type: 'FeatureCollection', features: [box({ name }, [0, 0, 20, 20])] }));
  await eventually(async () => assert.ok((await atlas.notices.innerText()).includes(name)));
  assert.equal(await atlas.page.locator('img').count(), 0);
});
