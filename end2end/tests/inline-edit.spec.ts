import { field, openListOf, post, register, row, rows, unique } from '../cases';
import { expect, open, test } from '../fixtures';

test('a status is chosen with the mouse, shown at once and kept', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Mus');
  const line = row(page, await register(page, { rubrik: word }));
  await openListOf(page, word);
  await field(line, 'status').click();
  const dialog = page.getByRole('dialog', { name: 'Ändra status' });
  await expect(dialog.getByRole('radio', { name: /^Ny/ })).toBeChecked();
  await dialog.getByRole('radio', { name: 'Godkänd' }).click();
  await expect(dialog).toBeHidden();
  await expect(field(line, 'status')).toContainText('Godkänd');
  await expect(field(line, 'status')).toBeFocused();
  await page.reload();
  await expect(field(line, 'status')).toContainText('Godkänd');
});

test('a priority is chosen with the keys 1 to 7', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Tangent');
  const line = row(page, await register(page, { rubrik: word }));
  await openListOf(page, word);
  await field(line, 'prioritet').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Ändra prioritet' })).toBeVisible();
  await page.keyboard.press('5');
  await expect(field(line, 'prioritet')).toContainText('Bråttom');
  await expect(field(line, 'prioritet')).toBeFocused();
});

test('arrows and Enter choose, Escape changes nothing', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Pilar');
  const line = row(page, await register(page, { rubrik: word }));
  await openListOf(page, word);
  await field(line, 'kanal').press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ändra kanal' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(field(line, 'kanal')).toContainText('Telefon');
  await expect(field(line, 'kanal')).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(field(line, 'kanal')).toContainText('E-post');
});

test('type, responsible and due date change in their cells', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Celler');
  const line = row(page, await register(page, { rubrik: word }));
  await openListOf(page, word);

  await field(line, 'typ').click();
  await page.getByRole('dialog', { name: 'Ändra typ' }).getByRole('radio', { name: 'Klagomål' }).click();
  await expect(field(line, 'typ')).toContainText('Klagomål');

  await field(line, 'ansvarig').click();
  const people = page.getByRole('dialog', { name: 'Ändra ansvarig' });
  await people.getByRole('combobox').fill('Sofia');
  await people.getByRole('option', { name: /Sofia Berg/ }).click();
  await expect(field(line, 'ansvarig')).toContainText('Sofia B');

  await field(line, 'förfallodatum').click();
  const due = page.getByRole('dialog', { name: 'Ändra förfallodatum' });
  await due.getByRole('button', { name: 'I morgon' }).click();
  await expect(field(line, 'förfallodatum')).toContainText('I morgon');
});

test('only the changed property travels, with the version that was seen', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Paket');
  const number = await register(page, { rubrik: word });
  await openListOf(page, word);
  const sent = page.waitForRequest('**/api/cases/update');
  await field(row(page, number), 'prioritet').click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Hög' }).click();
  expect((await sent).postDataJSON()).toEqual({ number, version: 1, edit: { property: 'priority', value: 'high' } });
});

test('a value shows in the next frame, and stays with a way to try again when the network fails', async ({ as, tolerate }) => {
  tolerate(/ERR_FAILED|Failed to fetch/);
  const page = await as('maria');
  const word = unique('Avbrott');
  const number = await register(page, { rubrik: word });
  const line = row(page, number);
  await openListOf(page, word);
  let fail = () => {};
  const held = new Promise<void>((resolve) => (fail = resolve));
  await page.route('**/api/cases/update', async (route) => {
    await held;
    await route.abort();
  });
  await field(line, 'status').click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Bekräftad' }).click();
  await expect(field(line, 'status')).toContainText('Bekräftad');
  fail();
  await expect(page.getByRole('alert')).toContainText(`Ärende ${number} kunde inte sparas`);
  await expect(field(line, 'status')).toContainText('Bekräftad');

  await page.unroute('**/api/cases/update');
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await expect(field(line, 'status')).toContainText('Bekräftad');
});

test('a due date that has passed is refused where it was written', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Datum');
  const line = row(page, await register(page, { rubrik: word }));
  await openListOf(page, word);
  await field(line, 'förfallodatum').click();
  const due = page.getByRole('dialog', { name: 'Ändra förfallodatum' });
  await due.getByLabel('Förfallodatum').fill('2020-02-29');
  await page.keyboard.press('Enter');
  await expect(due.getByRole('alert')).toHaveText('Datumet har passerat. Välj i dag eller senare.');
  await expect(due.getByLabel('Förfallodatum')).toHaveValue('2020-02-29');
  await page.keyboard.press('Escape');
  await expect(field(line, 'förfallodatum')).toContainText('Inget förfallodatum');
});

test('the page of a case changes its properties too', async ({ as }) => {
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Sidan') });
  await open(page, `/arenden/${number}`);
  await page.getByRole('button', { name: /^Typ/ }).click();
  await page.getByRole('dialog', { name: 'Ändra typ' }).getByRole('radio', { name: 'Fråga' }).click();
  await expect(page.getByRole('button', { name: /^Typ/ })).toContainText('Fråga');
  await page.getByRole('button', { name: /kund$/ }).click();
  const customers = page.getByRole('dialog', { name: 'Byt kund' });
  await customers.getByRole('combobox').fill('kvarnb');
  await customers.getByRole('option', { name: /BRF Kvarnbacken/ }).click();
  await expect(page.getByRole('complementary')).toContainText('BRF Kvarnbacken');
});

test('an employee changes the status of own cases by form, and nothing else', async ({ as }) => {
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Fältet'), ansvarig: 'Amira Haddad' });
  const field = await as('amira');
  expect((await post(field, `/arenden/${number}/prioritet`, { varde: 'hog', version: '1' })).status()).toBe(403);
  expect((await post(field, '/arenden/1/prioritet', { varde: 'hog', version: '1' })).status()).toBeGreaterThanOrEqual(403);
});

test('a digit pressed before the form has come is not lost', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Otålig');
  const line = row(page, await register(page, { rubrik: word }));
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  // The forms' wing, not those of the list.
  await page.route(/\/split_case\.wasm/, async (route) => {
    await arrived;
    await route.continue();
  });
  await openListOf(page, word);
  await field(line, 'prioritet').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('5');
  arrive();
  await expect(field(line, 'prioritet')).toContainText('Bråttom');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a time of creation that is still to come is refused where it was written', async ({ as }) => {
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Framtid') });
  await open(page, `/arenden/${number}`);
  await field(page, 'skapad').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Skapad').fill('2099-01-01T10:00');
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await expect(dialog).toContainText('Tidpunkten har inte varit än');
  await expect(dialog.getByLabel('Skapad')).toHaveValue('2099-01-01T10:00');
});

test('the form of a cell makes the browser look at that cell, not at the whole table', async ({ as, browser }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  const shown = await rows(page).count();
  expect(shown).toBe(50);
  const line = rows(page).nth(3);
  const dialog = page.getByRole('dialog', { name: 'Ändra prioritet' });
  // The first time its code comes too.
  await field(line, 'prioritet').press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await field(line, 'prioritet').press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const styled = traceEvents
    .filter((event: { name: string }) => event.name === 'UpdateLayoutTree')
    .map((event: { args: { elementCount?: number } }) => event.args.elementCount ?? 0);
  expect(styled.length).toBeGreaterThan(0);
  expect(Math.max(...styled)).toBeLessThan(4 * shown);
});
