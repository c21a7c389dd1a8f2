// The overlap desk: asking by chips, by writing and by pointing; the answer on the map, in the chart, in the list and in the sentence.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PLACES, SIZES, eventually, open, reply, serve } from './atlas.mjs';
import { apart } from './picture.mjs';

const DAY = 'at=2025-01-01';

const deskOf = atlas => atlas.page.getByRole('region', { name: 'Overlap desk' });
const says = async (atlas, pattern) => eventually(async () => assert.match(await deskOf(atlas).locator('.ov-sentence').innerText(), pattern));
const rows = atlas => deskOf(atlas).getByRole('rowheader').allInnerTexts();
const position = (atlas, words) => deskOf(atlas).getByRole('radio', { name: words, exact: true });

test('Compare opens the desk on what is shown; closing it leaves the view as it was', async t => {
  const atlas = await open(t, `?${DAY}`);
  assert.ok(!atlas.requests.some(url => url.includes('overlap')), 'the desk is not fetched before it is asked for');
  await atlas.page.getByRole('link', { name: 'Compare' }).click();
  await says(atlas, /7 countries are in both CPTPP and RCEP.* on 1 January 2025/);
  await atlas.linked(/chart=euler/);
  assert.equal((await rows(atlas)).length, 7);
  await deskOf(atlas).getByRole('link', { name: 'Close the overlap desk' }).click();
  await eventually(async () => assert.equal(await deskOf(atlas).count(), 0));
  await eventually(() => assert.equal(atlas.link(), `?${DAY}`));
});

test('a chip that is moved changes sentence, list, field, map and address; Back takes it back', async t => {
  const atlas = await open(t, `?blocs=cptpp,rcep&${DAY}&chart=upset`);
  await says(atlas, /7 countries are in both/);
  await position(atlas, 'Countries must not be in RCEP').check();
  await says(atlas, /5 countries are in CPTPP but not in RCEP/);
  await atlas.linked(/q=cptpp\+-\+rcep/);
  await eventually(async () => assert.deepEqual(await rows(atlas), ['Canada', 'Chile', 'Mexico', 'Peru', 'United Kingdom']));
  assert.equal(await deskOf(atlas).getByRole('combobox', { name: 'Question' }).inputValue(), 'cptpp - rcep');
  const [answer, other] = [await atlas.colour(PLACES.canada), await atlas.colour(PLACES.australia)];
  assert.ok(apart(answer, other) > 40, `Canada ${answer} answers, Australia ${other} does not`);
  await atlas.page.goBack();
  await says(atlas, /7 countries are in both/);
});

test('in these, perhaps in others too, and in exactly these are never confused', async t => {
  const atlas = await open(t, `?blocs=cptpp,rcep,asean&q=cptpp+%26+rcep&${DAY}&chart=upset`);
  await says(atlas, /^7 countries are in both CPTPP and RCEP, perhaps in ASEAN too,/);
  await deskOf(atlas).getByText('in exactly these of the compared').click();
  await says(atlas, /^3 countries are in both CPTPP and RCEP, and in no other of the 3/);
  await atlas.linked(/exactly=1/);
  await atlas.page.reload();
  await atlas.live();
  await says(atlas, /^3 countries/);
});

test('a question is written with candidates and colours; what makes no sense is said under its character', async t => {
  const atlas = await open(t, `?blocs=cptpp&${DAY}&chart=upset`);
  const field = deskOf(atlas).getByRole('combobox', { name: 'Question' });
  await field.click();
  await field.fill('');
  await field.pressSequentially('cptpp & merc');
  await deskOf(atlas).getByRole('option', { name: /mercosur/ }).waitFor();
  await atlas.page.keyboard.press('ArrowDown');
  await atlas.page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await field.inputValue(), 'cptpp & mercosur'));
  await says(atlas, /No country is in both CPTPP and Mercosur/);
  await field.fill('cptpp &! rcep');
  await eventually(async () => assert.match(await deskOf(atlas).locator('#ov-fault').innerText(), /\^/));
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  await says(atlas, /CPTPP and Mercosur/);
  await field.fill('asean@1998-01-01 - asean@1968-01-01');
  await says(atlas, /4 countries/);
  assert.equal(await atlas.focus(), 'input Question', 'whoever writes keeps writing');
});

test('pointing at a bar previews its countries on the map; a click asks for them', async t => {
  const atlas = await open(t, `?blocs=cptpp,rcep&${DAY}&chart=upset`);
  await says(atlas, /7 countries/);
  const bar = deskOf(atlas).locator('.ov-chart a:has(.count)').first();
  const link = atlas.link();
  await bar.hover();
  await eventually(async () => assert.match(await atlas.tooltip.innerText(), /Australia|Canada|Cambodia/));
  assert.equal(atlas.link(), link, 'a preview changes nothing');
  await bar.click();
  await atlas.linked(/q=/);
});

test('the list is sorted, filtered and copied', async t => {
  const atlas = await open(t, `?blocs=cptpp,rcep&${DAY}&chart=upset`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await says(atlas, /7 countries/);
  await deskOf(atlas).getByRole('button', { name: /^Country/ }).click();
  await eventually(async () => assert.equal((await rows(atlas))[0], 'Vietnam'));
  await deskOf(atlas).getByRole('button', { name: 'Copy as CSV' }).click();
  await eventually(async () => assert.match(await deskOf(atlas).locator('.says').innerText(), /Copied/));
  const csv = await atlas.page.evaluate(() => navigator.clipboard.readText());
  assert.match(csv, /^code,country,cptpp,cptpp since,cptpp flags,rcep,/);
  assert.match(csv, /\nSGP,Singapore,member,2018-12-30,,member,2022-01-01,/);
  await deskOf(atlas).getByRole('searchbox').fill('sing');
  await eventually(async () => assert.deepEqual(await rows(atlas), ['Singapore']));
});

test('what if: marked on map, list and sentence, carried by the link, undone by a click', async t => {
  const atlas = await open(t, `?blocs=cptpp,rcep&chart=upset&at=2027-06-01`);
  await says(atlas, /RCEP/);
  const before = (await rows(atlas)).length;
  const desk = deskOf(atlas);
  await desk.getByText('What if …').click();
  await desk.getByRole('combobox', { name: 'Country', exact: true }).fill('Chile');
  await desk.getByRole('combobox', { name: 'Bloc', exact: true }).fill('RCEP');
  await desk.getByLabel('On', { exact: true }).fill('2027-01-01');
  await desk.getByRole('button', { name: 'Suppose' }).click();
  await says(atlas, /^If Chile joins RCEP on 1 January 2027: \d+ countries are in both.*Chile/);
  await atlas.linked(/if=CHL:rcep@2027-01-01/);
  assert.equal((await rows(atlas)).length, before + 1);
  assert.match(await desk.getByRole('row', { name: /^Chile/ }).innerText(), /hypothetical/);
  await eventually(async () => assert.match(await atlas.page.locator('.stage').innerText(), /Hypothetical: Chile joins RCEP/));
  await atlas.page.reload();
  await atlas.live();
  await says(atlas, /^If Chile joins RCEP/);
  await eventually(async () => assert.match(await atlas.table.getByRole('row', { name: /^Chile/ }).innerText(), /2027-01-01/));
  await deskOf(atlas).getByRole('link', { name: /^Undo/ }).click();
  await says(atlas, /^\d+ countries are in both/);
  assert.equal((await rows(atlas)).length, before);
});

test('a bloc of one’s own is read from names in any language, compared, and kept by the link', async t => {
  const atlas = await open(t, `?blocs=cptpp&${DAY}&chart=upset`);
  await says(atlas, /CPTPP/);
  const desk = deskOf(atlas);
  await desk.getByText('A bloc of your own').click();
  await desk.getByRole('textbox', { name: 'Name of your bloc' }).fill('Friends');
  await desk.getByRole('textbox', { name: /Its countries/ }).fill('CAN, Japon\nAlemania\nAtlantis');
  await desk.getByRole('button', { name: 'Make the bloc' }).click();
  await eventually(async () => assert.match(await desk.innerText(), /3 countries understood\. Not understood: “Atlantis” \(line 3\)/));
  await says(atlas, /2 countries are in both CPTPP and Friends.*Canada and Japan/);
  await atlas.linked(/own=~friends:Friends:CAN\.JPN\.DEU/);
  await atlas.page.reload();
  await atlas.live();
  await says(atlas, /CPTPP and Friends/);
  assert.match(await atlas.legend.innerText(), /Friends/, 'the map knows it too');
  assert.doesNotMatch(await atlas.notices.innerText(), /ignored/);
});

test('two dates: who joined, who left, who stayed', async t => {
  const atlas = await open(t, `?blocs=eu&at=2026-01-01&chart=upset`);
  await says(atlas, /27 countries/);
  await deskOf(atlas).getByLabel('Compare with').fill('2016-01-01');
  await says(atlas, /^Between 1 January 2016 and 1 January 2026.*United Kingdom/);
  await atlas.linked(/since=2016-01-01/);
  assert.match(await deskOf(atlas).getByRole('row', { name: /^United Kingdom/ }).innerText(), /left/);
});

test('by country: what two share, and who is most like one', async t => {
  const atlas = await open(t, `?blocs=pacific-alliance&${DAY}&chart=upset&countries=CHL,PER`);
  await says(atlas, /Pacific Alliance/);
  await eventually(async () => assert.match(await deskOf(atlas).locator('.ov-country').innerText(), /All of them are in.*Chile alone/s));
  await deskOf(atlas).getByRole('link', { name: 'Take Peru away' }).click();
  await eventually(async () => assert.match(await deskOf(atlas).locator('.ov-country').innerText(), /Most like it.*%.*It would gain/s));
  await atlas.linked(/countries=CHL(&|$)/);
});

test('time goes from event to event by its buttons, and plays where motion is allowed', async t => {
  const atlas = await open(t, `?blocs=cptpp&${DAY}&chart=upset`, { reducedMotion: 'no-preference' });
  await says(atlas, /2025/);
  await deskOf(atlas).getByRole('button', { name: 'One step back' }).click();
  await says(atlas, /on 15 December 2024/);
  await deskOf(atlas).getByRole('button', { name: 'Play' }).click();
  await eventually(() => assert.doesNotMatch(atlas.link(), /at=2024-12-15/), 8000);
  await deskOf(atlas).getByRole('button', { name: 'Pause' }).click({ timeout: 2000 }).catch(() => {});
});

test('year by year, a step is a first of January; whoever asks for less motion is taken one step further by Play', async t => {
  const atlas = await open(t, `?blocs=eu&${DAY}&chart=years`);
  await says(atlas, /2025/);
  const desk = deskOf(atlas);
  await desk.getByRole('combobox', { name: 'Pace' }).selectOption('year');
  await desk.getByRole('button', { name: 'One step back' }).click();
  await says(atlas, /on 1 January 2024/);
  await desk.getByRole('button', { name: 'Play' }).click();
  await says(atlas, /on 1 January 2025/);
  await atlas.page.waitForTimeout(800);
  await says(atlas, /on 1 January 2025/);
  assert.equal(await desk.getByRole('button', { name: 'Pause' }).count(), 0);
});

for (const [name, size] of Object.entries(SIZES)) {
  test(`on a ${name} the desk stands within the page's width, and can be reached by keyboard`, async t => {
    const atlas = await open(t, `?blocs=cptpp,rcep,asean,apec,mercosur,pacific-alliance&chart=upset`, { size });
    await says(atlas, /CPTPP/);
    const over = await atlas.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px stick out`);
    await position(atlas, 'Countries must be in CPTPP').focus();
    await atlas.page.keyboard.press('ArrowRight');
    await atlas.linked(/q=/);
    await eventually(async () => assert.match(await atlas.focus(), /Countries may be in CPTPP/));
  });
}

test('a desk that cannot be fetched says so, and comes when it is asked again', async t => {
  const site = await serve();
  site.faults = (path, response) => /entente-overlap\.js/.test(path) && reply(response, 503, 'later');
  const atlas = await open(t, '', { site, mayComplain: true });
  await atlas.page.getByRole('link', { name: 'Compare' }).click();
  await eventually(async () => assert.match(await deskOf(atlas).innerText(), /could not be loaded/));
  site.faults = () => false;
  await deskOf(atlas).getByRole('button', { name: 'Try again' }).click();
  await says(atlas, /CPTPP and RCEP/);
});
