// The five questions of docs/tour.md, answered from the start page by what a person would click.
import assert from 'node:assert/strict';
import test from 'node:test';
import { eventually, open } from './atlas.mjs';

const deskOf = atlas => atlas.page.getByRole('region', { name: 'Overlap desk' });
const says = async (atlas, pattern) => eventually(async () => assert.match(await deskOf(atlas).locator('.ov-sentence').innerText(), pattern));
const tells = async (atlas, selector, pattern) => eventually(async () => assert.match(await deskOf(atlas).locator(selector).innerText(), pattern));
const compare = async atlas => {
  await atlas.page.getByRole('link', { name: 'Compare' }).click();
  await deskOf(atlas).locator('.ov-sentence').waitFor();
};
const only = async (atlas, ...names) => {
  await atlas.rail.getByText('Clear the map').click();
  for (const name of names) {
    await atlas.box(name).check();
    await eventually(async () => assert.ok(await atlas.box(name).isChecked()));
  }
};
const search = async (atlas, name) => {
  await atlas.rail.getByText('Clear the map').click();
  await atlas.rail.getByRole('searchbox').fill(name);
  await atlas.box(name).check();
};

test('which CPTPP members are in no other bloc with China', async t => {
  const atlas = await open(t);
  await compare(atlas);
  await deskOf(atlas).getByRole('link', { name: 'Take RCEP away' }).click();
  await deskOf(atlas).getByRole('link', { name: 'Take ASEAN away' }).click();
  await says(atlas, /countries are in CPTPP on/);
  await deskOf(atlas).getByText('By country').click();
  const field = deskOf(atlas).getByRole('combobox', { name: 'Add a country' });
  await field.fill('China');
  await field.press('Enter');
  await tells(atlas, '.ov-country', /other blocs together with China, fewest first\s+Chile 3: [^\n]*\s+Mexico 3: [^\n]*\s+Peru 3: /);
  const question = deskOf(atlas).getByRole('combobox', { name: 'Question' });
  await question.fill('cptpp - rcep - apec');
  await says(atlas, /^1 country is in CPTPP but in neither RCEP nor APEC.*United Kingdom/);
});

test('which countries moved from one African community to another since 2000', async t => {
  const atlas = await open(t);
  await atlas.rail.locator('select').last().selectOption({ label: 'Africa' });
  await only(atlas, 'AMU', 'CEN-SAD', 'COMESA', 'EAC', 'ECCAS', 'ECOWAS', 'IGAD', 'SADC');
  await compare(atlas);
  await deskOf(atlas).getByLabel('Compare with').fill('2000-01-01');
  await tells(atlas, '.ov-moved', /^5 countries moved/);
  for (const name of ['Tanzania', 'Mauritania', 'Seychelles', 'Rwanda', 'Kenya']) await tells(atlas, '.ov-moved', new RegExp(`${name}: `));
  await tells(atlas, '.ov-moved', /Rwanda: left ECCAS in 2007, joined EAC on 1 July 2007/);
});

test('who could join the Pacific Alliance with most shared ties', async t => {
  const atlas = await open(t);
  await search(atlas, 'Pacific Alliance');
  await compare(atlas);
  await deskOf(atlas).getByText('By country').click();
  await tells(atlas, '.ov-country', /Outside Pacific Alliance, with most shared ties to its countries\s+Brazil \d+ ties\s+Argentina \d+ ties\s+Panama /);
});

test('which EU members are outside Schengen, NATO and the euro, in three years', async t => {
  const atlas = await open(t);
  await only(atlas, 'EU', 'Eurozone', 'NATO', 'Schengen');
  await compare(atlas);
  for (const name of ['Eurozone', 'NATO', 'Schengen']) {
    await deskOf(atlas).getByRole('radio', { name: `Countries must not be in ${name}`, exact: true }).check();
    await atlas.linked(new RegExp(name.toLowerCase()));
  }
  await atlas.day.fill('1995-01-01');
  await says(atlas, /^4 countries are in EU but in none of .* on 1 January 1995: Austria, Finland, Ireland and Sweden/);
  await atlas.day.fill('2005-01-01');
  await says(atlas, /^2 countries are in EU .* on 1 January 2005: Cyprus and Malta/);
  await atlas.page.getByRole('button', { name: 'Today' }).click();
  await says(atlas, /^No country is in EU but in none of/);
});

test('how UNASUR emptied', async t => {
  const atlas = await open(t);
  await search(atlas, 'UNASUR');
  await compare(atlas);
  await deskOf(atlas).getByRole('link', { name: 'Life', exact: true }).click();
  await tells(atlas, '.ov-chart', /The life of UNASUR/);
  await deskOf(atlas).getByLabel('Compare with').fill('2018-01-01');
  await atlas.day.fill('2021-01-01');
  await says(atlas, /^Between 1 January 2018 and 1 January 2021, 7 countries left UNASUR: Argentina, Brazil, Chile, Colombia, Ecuador, Paraguay and Uruguay\. 1 country was suspended: Peru\. 4 countries stayed/);
});
