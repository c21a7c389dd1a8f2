// The road that most readers take: from the first picture to a bloc, a date, a country, an agreement, and a link to share.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACES, SIZES, eventually, open, serve } from './atlas.mjs';
import { apart, differsNear, greatCircle, shareChanged } from './picture.mjs';

/** On this day all that the tests expect was so, and stays so: the facts are dated. */
const DAY = '2025-01-01';

test('the page opens on a view that says something, before any click', async t => {
  const atlas = await open(t);
  assert.match(await atlas.sentence(), /^\d+ countries are in both CPTPP and RCEP on .+: .*Singapore.*\.$/);
  assert.ok(await atlas.box('CPTPP').isChecked() && await atlas.box('RCEP').isChecked() && await atlas.box('ASEAN').isChecked());
  assert.equal(atlas.link(), '', 'the default view has the bare address');
  assert.match(await atlas.page.title(), /CPTPP and RCEP.* · Entente$/);
  const [member, neither] = [await atlas.colour(PLACES.canada), await atlas.colour(PLACES.mongolia)];
  assert.ok(apart(member, neither) > 60, `Canada ${member} stands out from Mongolia ${neither}`);
});

test('choosing blocs in the rail changes sentence, colours, legend, table and address', async t => {
  const atlas = await open(t, `?at=${DAY}`);
  const before = await atlas.colour(PLACES.brazil);
  await atlas.box('RCEP').uncheck();
  await atlas.box('ASEAN').uncheck();
  await atlas.box('Mercosur').check();
  await atlas.says(/CPTPP and Mercosur on 1 January 2025/);
  await eventually(async () => assert.ok(apart(before, await atlas.colour(PLACES.brazil)) > 40, 'Brazil takes a colour'));
  await atlas.linked(/blocs=cptpp,mercosur/);
  await eventually(async () => assert.match(await atlas.legend.innerText(), /Mercosur/));
  assert.doesNotMatch(await atlas.legend.innerText(), /RCEP/);
  await eventually(async () => assert.equal(await atlas.table.getByRole('columnheader').allInnerTexts().then(heads => heads.join()), 'Country,CPTPP,Mercosur'));
  await atlas.table.getByRole('rowheader', { name: 'Brazil' }).waitFor({ state: 'attached' });

  await atlas.rail.getByRole('button', { name: 'Clear the map' }).click();
  await atlas.says(/no bloc is chosen/i);
  await eventually(async () => assert.ok(apart(before, await atlas.colour(PLACES.brazil)) < 4, 'Brazil is plain again'));
});

test('the rail finds blocs and countries by what people type', async t => {
  const atlas = await open(t);
  const search = atlas.rail.getByRole('searchbox');
  await search.fill('mercosul');
  await atlas.box('Mercosur').waitFor();
  await search.fill('cote divoire');
  await atlas.rail.getByRole('link', { name: /Côte d’Ivoire|Ivory Coast/ }).click();
  await atlas.opened(/Côte d’Ivoire|Ivory Coast/);
  await search.fill('qqqqqq');
  await eventually(async () => assert.match(await atlas.rail.innerText(), /nothing found/i));
  await search.fill('');
  await atlas.box('CPTPP').waitFor();
});

test('the sentence, the counts and the colours follow the date, by keys on the slider and by the date field', async t => {
  const atlas = await open(t, `?at=${DAY}`);
  await atlas.says(/on 1 January 2025/);
  assert.equal(await atlas.count('RCEP'), 15);
  const member = await atlas.colour(PLACES.canada);

  await atlas.slider.focus();
  await atlas.page.keyboard.press('ArrowLeft');
  await atlas.says(/on 1 January 2024/);
  await atlas.page.keyboard.press('PageDown');
  await atlas.says(/on 1 January 2014/);
  assert.equal(await atlas.slider.getAttribute('aria-valuetext'), '1 January 2014');
  assert.equal(await atlas.day.inputValue(), '2014-01-01');
  await eventually(async () => assert.deepEqual([await atlas.count('RCEP'), await atlas.count('CPTPP'), await atlas.count('ASEAN')], [0, 0, 10]));
  const plain = await atlas.colour(PLACES.canada);
  assert.ok(apart(member, plain) > 60, `Canada was not in CPTPP in 2014: ${member} and ${plain}`);
  await atlas.linked(/at=2014-01-01/);

  await atlas.day.fill('1968-01-01');
  await atlas.day.blur();
  await atlas.says(/on 1 January 1968/);
  await eventually(async () => assert.equal(await atlas.count('ASEAN'), 5));

  await atlas.page.getByRole('button', { name: 'Today' }).click();
  await eventually(async () => assert.ok((await atlas.count('ASEAN')) >= 11));
  await eventually(() => assert.doesNotMatch(atlas.link(), /at=/));
});

test('a click near Singapore opens it; its panel leads to CPTPP and to an agreement, whose arc lies on the map', async t => {
  const atlas = await open(t, `?at=2026-01-01`);
  await atlas.page.mouse.move(1, 1);
  const before = await atlas.look();

  await atlas.click(PLACES.singapore, [4, -4]);
  let panel = await atlas.opened('Singapore');
  await eventually(async () => assert.match(await panel.innerText(), /source/i));
  const themes = await panel.getByRole('heading', { level: 3 }).allInnerTexts();
  assert.ok(/^trade$/i.test(themes[0]) && themes.some(theme => /^climate$/i.test(theme)), `themes in order: ${themes}`);
  const row = panel.getByRole('listitem').filter({ has: atlas.page.getByRole('link', { name: 'CPTPP', exact: true }) }).first();
  assert.match(await row.innerText(), /since 30 December 2018/);
  const candidate = panel.getByRole('listitem').filter({ has: atlas.page.getByRole('link', { name: 'Pacific Alliance', exact: true }) }).first();
  assert.match(await candidate.innerText(), /candidate/);
  await row.getByText(/source/i).click();
  const source = row.getByRole('link', { name: /.{8,}/ }).first();
  assert.match(await source.getAttribute('href'), /^https:\/\//);

  await row.getByRole('link', { name: 'CPTPP', exact: true }).click();
  panel = await atlas.opened('CPTPP');
  await eventually(async () => assert.match(await panel.innerText(), /12 members/i));
  await atlas.linked(/select=cptpp/);
  await panel.getByRole('link', { name: 'Singapore', exact: true }).first().click();
  panel = await atlas.opened('Singapore');
  await panel.getByRole('link', { name: 'Pacific Alliance–Singapore Free Trade Agreement' }).click();
  panel = await atlas.opened(/Pacific Alliance–Singapore/);
  await eventually(async () => assert.match(await panel.innerText(), /Signed\s+26 January 2022\s+In force\s+3 May 2025/));
  await atlas.linked(/select=agreement:pasfta/);
  await panel.getByRole('link', { name: 'Pacific Alliance', exact: true }).waitFor();

  await atlas.page.mouse.move(1, 1);
  await atlas.frame();
  const after = await atlas.look();
  // Its other end is somewhere amid the Alliance's four members, nearly opposite to Singapore: any great circle to there will do.
  const boxes = [await panel.boundingBox(), await atlas.legend.boundingBox()];
  const isHidden = ({ x, y }) => boxes.some(box => x > box.x - 8 && x < box.x + box.width + 8 && y > box.y - 8 && y < box.y + box.height + 8);
  let best = 0;
  for (let lon = -94; lon <= -70 && best < 0.9; lon += 1) {
    for (let lat = -16; lat <= 10 && best < 0.9; lat += 1) {
      const arc = greatCircle(PLACES.singapore, [lon, lat], 60).slice(2, 40);
      const seen = (await atlas.allAt(arc)).filter(place => !isHidden(place));
      const drawn = seen.filter(({ x, y }) => differsNear(before, after, x, y, 3));
      if (seen.length > 12) best = Math.max(best, drawn.length / seen.length);
    }
  }
  assert.ok(best >= 0.9, `an arc leads there from Singapore: ${best.toFixed(2)} of the best one is drawn`);
});

test('an agreement between two seats is drawn along their great circle, and a click on it opens it', async t => {
  const atlas = await open(t, `?blocs=asean&at=${DAY}&links=none`);
  await atlas.page.mouse.move(1, 1);
  const before = await atlas.look();
  await atlas.set({ links: 'shown' });
  const after = await atlas.look();
  const legend = await atlas.legend.boundingBox();
  const hidden = ({ x, y }) => x < legend.x + legend.width + 8 && y > legend.y - 8;
  const arc = greatCircle([4.35, 50.85], [106.8, -6.24], 80).slice(8, -8);
  const places = (await atlas.allAt(arc)).filter(place => !hidden(place));
  const drawn = places.filter(({ x, y }) => differsNear(before, after, x, y, 2));
  assert.ok(drawn.length >= 0.95 * places.length, `the arc is drawn at ${drawn.length} of ${places.length} places`);
  assert.ok(shareChanged(before, after) < 0.2, 'and the rest of the picture stays');
  const middle = places[Math.floor(places.length * 0.45)];
  await atlas.page.mouse.click(middle.x, middle.y);
  await atlas.opened(/ASEAN.*(EU|European)|(EU|European).*ASEAN/);
});

test('a legend entry and a party open their panels, and the bloc is put on the map from its panel', async t => {
  const atlas = await open(t, `?at=${DAY}`);
  await atlas.legend.getByRole('link', { name: 'RCEP', exact: true }).click();
  await atlas.opened('RCEP');
  await atlas.about('Mercosur').click();
  const panel = await atlas.opened('Mercosur');
  await panel.getByRole('link', { name: 'Show on the map' }).click();
  await atlas.linked(/blocs=cptpp,rcep,mercosur/);
  await eventually(async () => assert.ok(await atlas.box('Mercosur').isChecked()));
  await panel.getByRole('button', { name: 'Close' }).click();
  await atlas.closed();
});

test('the link opens the same view in another window: sentence, panel, boxes, map', async t => {
  const site = await serve();
  const atlas = await open(t, `?at=${DAY}`, { site, permissions: ['clipboard-read', 'clipboard-write'] });
  await atlas.box('Mercosur').check();
  await atlas.click(PLACES.singapore);
  await atlas.opened('Singapore');
  await atlas.map.focus();
  await atlas.page.keyboard.press('+');
  await atlas.linked(/camera=/);
  await atlas.page.getByRole('button', { name: 'Share', exact: true }).click();
  await atlas.page.getByRole('button', { name: 'Copy the link' }).click();
  const copied = await eventually(async () => {
    const text = await atlas.page.evaluate(() => navigator.clipboard.readText());
    assert.ok(text);
    return text;
  });
  assert.equal(copied, atlas.page.url(), 'the copied link is that of the address bar');

  const other = await open(t, new URL(copied).search, { site });
  await other.opened('Singapore');
  assert.equal(await other.sentence(), await atlas.sentence());
  assert.ok(await other.box('Mercosur').isChecked());
  assert.equal(other.link(), atlas.link());
  const [here, there] = [await atlas.at(PLACES.australia), await other.at(PLACES.australia)];
  assert.ok(Math.hypot(here.x - there.x, here.y - there.y) < 2, 'the map stands where it stood');
});

test('back and forward go through what was opened, and not through every step of the date', async t => {
  const atlas = await open(t, `?at=${DAY}`);
  await atlas.click(PLACES.singapore);
  let panel = await atlas.opened('Singapore');
  await panel.getByRole('link', { name: 'CPTPP', exact: true }).first().click();
  await atlas.opened('CPTPP');
  await atlas.slider.focus();
  for (let step = 0; step < 4; step += 1) await atlas.page.keyboard.press('ArrowLeft');
  await atlas.says(/on 1 January 2021/);
  await atlas.page.goBack();
  await atlas.opened('Singapore');
  await atlas.says(/on 1 January 2025/);
  await atlas.page.goBack();
  await atlas.closed();
  await atlas.page.goForward();
  panel = await atlas.opened('Singapore');
  await atlas.page.goForward();
  await atlas.opened('CPTPP');
  await atlas.says(/on 1 January 2021/);
});

test('projection, agreements and theme are chosen in the masthead, and the map obeys', async t => {
  const atlas = await open(t, `?at=${DAY}`, { size: SIZES.desk });
  const choose = (label, option) => atlas.page.getByLabel(label, { exact: true }).selectOption({ label: option });
  const flat = await atlas.at(PLACES.canada);
  await choose('Projection', 'Mercator');
  await atlas.linked(/projection=mercator/);
  const tall = await atlas.at(PLACES.canada);
  assert.ok(Math.hypot(flat.x - tall.x, flat.y - tall.y) > 10, 'Canada moved');
  const day = await atlas.colour(PLACES.southPacific);
  await choose('Theme', 'Dark');
  await atlas.linked(/theme=dark/);
  await eventually(async () => assert.ok(apart(day, await atlas.colour(PLACES.southPacific)) > 100, 'the sea is dark'));
});
