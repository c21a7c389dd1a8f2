// The charts of the overlap desk: shown by number of blocs, pointed at, reached by keys, laid out by choice, kept by the link.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACES, SIZES, entente, eventually, open } from './atlas.mjs';
import { apart, shareChanged } from './picture.mjs';

const DAY = 'at=2025-01-01';
const FOUR = 'blocs=cptpp,rcep,asean,apec';

const deskOf = atlas => atlas.page.getByRole('region', { name: 'Overlap desk' });
const chartOf = atlas => deskOf(atlas).locator('.ov-chart svg.chart');
const says = async (atlas, pattern) => eventually(async () => assert.match(await deskOf(atlas).locator('.ov-sentence').innerText(), pattern));
const rows = atlas => deskOf(atlas).getByRole('rowheader').allInnerTexts();
const part = (atlas, name) => chartOf(atlas).getByRole('link', { name });
const tab = (atlas, name) => deskOf(atlas).getByRole('navigation', { name: 'Charts' }).getByRole('link', { name, exact: true });
const drawn = (atlas, kind) => eventually(async () => assert.match((await chartOf(atlas).getAttribute('class')) ?? '', new RegExp(kind)));

test('two or three blocs are circles with the names inside; a region asks for those within, and the link keeps it', async t => {
  const atlas = await open(t, `?blocs=cptpp,rcep,asean&${DAY}`);
  await atlas.page.getByRole('link', { name: 'Compare' }).click();
  await drawn(atlas, 'euler');
  assert.match(await chartOf(atlas).innerText().catch(() => chartOf(atlas).textContent()), /Canada/);
  const exactly = part(atlas, /^3 countries are in both CPTPP and RCEP but not in ASEAN/);
  await exactly.focus();
  await atlas.page.keyboard.press('Enter');
  await says(atlas, /^3 countries are in both CPTPP and RCEP but not in ASEAN/);
  await atlas.linked(/q=cptpp\+&\+rcep\+-\+asean/);
  assert.deepEqual(await rows(atlas), ['Australia', 'Japan', 'New Zealand']);
  assert.equal(await deskOf(atlas).getByRole('combobox', { name: 'Question' }).inputValue(), 'cptpp & rcep - asean');
  await atlas.page.reload();
  await atlas.live();
  await says(atlas, /^3 countries/);
  await drawn(atlas, 'euler');
});

test('four blocs are bars, and circles are not offered', async t => {
  const atlas = await open(t, `?${FOUR}&${DAY}`);
  await atlas.page.getByRole('link', { name: 'Compare' }).click();
  await drawn(atlas, 'upset');
  assert.equal(await tab(atlas, 'Circles').count(), 0);
  await atlas.set({ chart: 'euler' });
  await drawn(atlas, 'upset');
});

test('bars are sorted, grouped and hidden as chosen, and the link keeps that', async t => {
  const atlas = await open(t, `?${FOUR}&${DAY}&chart=upset`);
  await drawn(atlas, 'upset');
  const desk = deskOf(atlas);
  await desk.getByLabel('Sort', { exact: true }).selectOption({ label: 'by number of blocs' });
  await atlas.linked(/chart=upset,by-degree/);
  await desk.getByLabel('Group', { exact: true }).selectOption({ label: 'by bloc' });
  await desk.getByLabel('Hide', { exact: true }).selectOption({ label: 'groups under 3' });
  await atlas.linked(/chart=upset,by-degree,under-bloc,from-3/);
  await eventually(async () => assert.match(await chartOf(atlas).textContent(), /Not shown: \d+ smaller groups/));
  await atlas.page.reload();
  await atlas.live();
  await drawn(atlas, 'upset');
  assert.equal(await desk.getByLabel('Hide', { exact: true }).evaluate(select => select.selectedOptions[0].text), 'groups under 3');
});

test('pointing at a bar previews it on the map and changes nothing; by arrow keys the same', async t => {
  const atlas = await open(t, `?${FOUR}&${DAY}&chart=upset&select=JPN&panel=closed`);
  await drawn(atlas, 'upset');
  const link = atlas.link();
  const map = await atlas.frameOfMap();
  const before = await atlas.look(map);
  await part(atlas, /in APEC but in none/).hover();
  await eventually(async () => assert.ok(shareChanged(await atlas.look(map), before) > 0, 'the map shows who would answer'));
  assert.equal(atlas.link(), link);
  const parts = chartOf(atlas).getByRole('link');
  const stops = await parts.evaluateAll(all => all.filter(part => part.tabIndex === 0).length);
  assert.equal(stops, 1, 'Tab stops once at a chart');
  await parts.first().focus();
  const first = await atlas.focus();
  await atlas.page.keyboard.press('ArrowDown');
  assert.notEqual(await atlas.focus(), first);
  await atlas.page.keyboard.press('End');
  await atlas.page.keyboard.press('Enter');
  await atlas.linked(/q=/);
});

test('a cell of the matrix asks for both; its numbers are shared counts, likeness or shares', async t => {
  const atlas = await open(t, `?${FOUR}&${DAY}&chart=matrix`);
  await drawn(atlas, 'matrix');
  await deskOf(atlas).getByLabel('Cells', { exact: true }).selectOption({ label: 'likeness, %' });
  await atlas.linked(/chart=matrix,likeness/);
  await part(atlas, /^CPTPP and RCEP: 7 countries in both/).first().click();
  await says(atlas, /^7 countries are in both CPTPP and RCEP/);
  await atlas.linked(/q=cptpp\+&\+rcep/);
});

test('a life is of what is selected; a bar leads to its first day', async t => {
  const atlas = await open(t, `?blocs=cptpp,rcep&${DAY}&chart=life&countries=GBR`);
  await eventually(async () => assert.match(await deskOf(atlas).innerText(), /The life of United Kingdom/));
  await deskOf(atlas).locator('.ov-of', { hasText: 'CPTPP' }).click();
  await eventually(async () => assert.match(await deskOf(atlas).innerText(), /The life of CPTPP/));
  await part(atlas, /^member from 15 December 2024/).first().click();
  await atlas.linked(/at=2024-12-15/);
  await eventually(async () => assert.match(await deskOf(atlas).innerText(), /The life of CPTPP/));
});

test('two hundred lines are a life that stays within its width', async t => {
  const atlas = await open(t, `?blocs=un&${DAY}&chart=life&select=un&panel=closed`, { size: SIZES.phone });
  await drawn(atlas, 'life');
  assert.ok((await chartOf(atlas).locator('.row').count()) >= 193);
  const over = await atlas.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${over} px stick out`);
});

test('beneath the date stands how many there were each year; a year is a click away', async t => {
  const atlas = await open(t, `?blocs=eu&${DAY}&chart=upset`);
  const years = deskOf(atlas).locator('.ov-years');
  await years.getByRole('link', { name: /^1 January 1994: 12 countries/ }).click({ force: true });
  await atlas.linked(/at=1994-01-01/);
  await says(atlas, /12 countries are in EU on 1 January 1994/);
  await tab(atlas, 'Years').click();
  await drawn(atlas, 'years');
  assert.equal(await years.getByRole('link').count(), 0, 'they are told once');
});

test('two days are one map: joined, left, suspended, unchanged, in legend and sentence, and the link keeps it', async t => {
  const atlas = await open(t, `?blocs=eu&at=2026-01-01&since=2003-01-01&chart=upset`);
  await says(atlas, /^Between 1 January 2003 and 1 January 2026.*United Kingdom/);
  const legend = () => atlas.legend.innerText();
  await eventually(async () => assert.match(await legend(), /joined[\s\S]*left[\s\S]*unchanged/));
  const [poland, france] = [await atlas.colour([19, 52]), await atlas.colour([2.5, 47])];
  assert.ok(apart(poland, france) > 40, `Poland ${poland} joined, France ${france} stayed`);
  await deskOf(atlas).getByRole('link', { name: 'Close the overlap desk' }).click();
  await atlas.says(/^Between 1 January 2003/);
  await atlas.page.reload();
  await atlas.live();
  await atlas.says(/^Between 1 January 2003/);
  await eventually(async () => assert.match(await legend(), /left/));
  await atlas.set({ since: null });
  await atlas.says(/^EU has 27 members/);
  await eventually(async () => assert.doesNotMatch(await legend(), /left/));
});

test('what is supposed is marked in the chart', async t => {
  const atlas = await open(t, `?blocs=cptpp,rcep&chart=upset&at=2027-06-01&if=CHL:rcep@2027-01-01`);
  await eventually(async () => assert.match(await chartOf(atlas).textContent(), /\* Supposed, not a fact: Chile/));
  await tab(atlas, 'Circles').click();
  await eventually(async () => assert.match(await chartOf(atlas).textContent(), /Chile\*/));
});

for (const [name, size] of Object.entries(SIZES)) {
  test(`on a ${name} each chart stands within the page's width`, async t => {
    const atlas = await open(t, `?blocs=cptpp,rcep,asean&${DAY}&chart=euler`, { size });
    for (const chart of ['euler', 'upset', 'matrix', 'life', 'years']) {
      await atlas.set({ chart });
      await drawn(atlas, chart);
      const over = await atlas.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${chart}: ${over} px stick out`);
      const cut = await chartOf(atlas).evaluate(svg => svg.getBoundingClientRect().width - svg.closest('.ov-chart').clientWidth);
      assert.ok(cut <= 1, `${chart}: ${cut} px of it must be scrolled to`);
    }
  });
}

test('of thirty blocs the chips keep to a part of the desk, and the words of the matrix to its width', async t => {
  const { page, site } = await open(t, '', { size: SIZES.phone });
  const many = entente('export', 'blocs', '--format', 'csv').split('\n').slice(1, 31).map(row => row.split(',')[0]);
  await page.goto(`${site.origin}/?blocs=${many}&${DAY}&chart=matrix`);
  const desk = page.getByRole('region', { name: 'Overlap desk' });
  const caption = desk.getByText(/^How many countries each two blocs share/);
  await caption.waitFor();
  const { x, width } = await caption.boundingBox();
  assert.ok(x + width <= SIZES.phone.width, `the words end at ${x + width} px`);
  const chips = desk.locator('.ov-chips').first();
  assert.ok((await chips.boundingBox()).height <= SIZES.phone.height * 0.7 + 8, 'the chips push the chart away');
});

test('the map of Japan stays selected while charts change', async t => {
  const atlas = await open(t, `?${FOUR}&${DAY}&chart=upset&select=JPN`);
  await atlas.opened('Japan');
  await tab(atlas, 'Matrix').click();
  await drawn(atlas, 'matrix');
  await atlas.linked(/select=JPN/);
  assert.ok(await atlas.colour(PLACES.japan));
});
