// Everything in the main job by links and forms alone.

import { field, numbers, quickSearch, register, row, rows, unique } from '../cases';
import { expect, fillLogin, password, people, test } from '../fixtures';

const without = { javaScriptEnabled: false };

test.describe('login', () => {
  test.use(without);

  test('and logout', async ({ page }) => {
    await page.goto('/logga-in');
    await fillLogin(page, people.maria, password);
    await expect(page).toHaveURL('/');
    await page.goto('/jag');
    await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
    await expect(page).toHaveURL('/logga-in');
  });
});

test('search, filter, sort, page and open', async ({ as }) => {
  const page = await as('maria', without);
  await page.goto('/arenden');
  await expect(rows(page)).toHaveCount(50);
  const word = unique('Skriptlös');
  const number = await register(page, { rubrik: word });
  await quickSearch(page).fill(word);
  await quickSearch(page).press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await row(page, number).getByRole('link', { name: word }).click();
  await expect(page.getByRole('heading', { level: 1, name: word })).toBeVisible();

  await page.goto('/arenden?bas=alla');
  await page.getByRole('columnheader', { name: 'Nr' }).getByRole('link').click();
  await page.getByRole('columnheader', { name: 'Nr' }).getByRole('link').click();
  expect((await numbers(page))[0]).toBe(1);
  await page.getByRole('link', { name: 'Nästa' }).click();
  expect((await numbers(page))[0]).toBe(51);

  await page.goto('/arenden');
  const filters = page.getByRole('group', { name: 'Filter' });
  await filters.getByText('Prioritet', { exact: true }).click();
  await filters.getByRole('checkbox', { name: 'Omedelbar' }).check();
  await filters.getByRole('button', { name: 'Visa' }).locator('visible=true').click();
  await expect(page).toHaveURL(/prioritet=omedelbar/);
  await page.getByRole('link', { name: 'Ta bort filtret Prioritet: Omedelbar' }).click();
  await expect(rows(page)).toHaveCount(50);

  await page.getByRole('button', { name: 'Utökad sökning' }).click();
  await expect(page.getByRole('form', { name: 'Utökad sökning' })).toBeVisible();
});

test('a name in Utökad sökning that means one is taken, and of several one is asked', async ({ as }) => {
  const page = await as('maria', without);
  await page.goto('/arenden?utokad');
  const more = page.getByRole('form', { name: 'Utökad sökning' });
  await more.locator('summary', { hasText: 'Skapad av' }).press('Enter');
  await more.getByRole('searchbox', { name: 'Sök bland Skapad av' }).fill('sofia berg');
  await more.getByRole('button', { name: 'Sök', exact: true }).click();
  await expect(page).toHaveURL(/skapadav=\d+/);
  await expect(page.getByRole('link', { name: 'Ta bort filtret Skapad av: Sofia Berg' })).toBeVisible();
  await more.locator('summary', { hasText: 'Kund' }).press('Enter');
  await more.getByRole('searchbox', { name: 'Sök bland Kund' }).fill('brf');
  await more.getByRole('button', { name: 'Sök', exact: true }).click();
  await expect(more.getByRole('checkbox', { name: /^BRF/ }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ta bort filtret Skapad av: Sofia Berg' })).toBeVisible();
});

test('a property in the list and on the case', async ({ as }) => {
  const page = await as('maria', without);
  const word = unique('Länk');
  const number = await register(page, { rubrik: word });
  await page.goto(`/arenden?q=${encodeURIComponent(word)}&bas=alla`);
  await field(row(page, number), 'status').click();
  await page.getByRole('radio', { name: /^Godkänd/ }).check();
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(page).toHaveURL(/\/arenden\?q=/);
  await expect(field(row(page, number), 'status')).toContainText('Godkänd');

  await page.goto(`/arenden/${number}`);
  await field(page, 'förfallodatum').click();
  await page.getByRole('textbox', { name: 'Förfallodatum' }).fill('2027-01-07');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(page).toHaveURL(`/arenden/${number}`);
  await expect(field(page, 'förfallodatum')).toContainText('7 jan');

  await field(page, 'ansvarig').click();
  await page.getByRole('link', { name: 'Avbryt' }).click();
  await expect(page).toHaveURL(`/arenden/${number}`);
});

test('many at once, with receipt and Ångra', async ({ as }) => {
  const page = await as('maria', without);
  const word = unique('Många');
  const registered = [await register(page, { rubrik: `${word} 1` }), await register(page, { rubrik: `${word} 2` })];
  await page.goto(`/arenden?q=${encodeURIComponent(word)}&bas=alla`);
  for (const number of registered) {
    await page.getByRole('checkbox', { name: `Markera ärende ${number}` }).check();
  }
  const bar = page.getByRole('region', { name: 'Ändra valda ärenden' });
  await bar.getByRole('combobox', { name: 'Status för valda ärenden' }).selectOption({ label: 'Löst' });
  await bar.getByRole('button', { name: 'Status till' }).click();
  await expect(page.getByText('2 ärenden fick status Löst')).toBeVisible();
  for (const number of registered) {
    await expect(field(row(page, number), 'status')).toContainText('Löst');
  }
  await page.getByRole('button', { name: 'Ångra' }).click();
  for (const number of registered) {
    await expect(field(row(page, number), 'status')).toContainText('Ny');
  }
});

test('many at once, refused: ticks and text stay, and of several one is asked', async ({ as, tolerate }) => {
  tolerate(/status of 422/);
  const page = await as('maria', without);
  const word = unique('Nekade');
  const registered = [await register(page, { rubrik: `${word} 1` }), await register(page, { rubrik: `${word} 2` })];
  await register(page, { rubrik: `${word} 3` });
  await page.goto(`/arenden?q=${encodeURIComponent(word)}&bas=alla`);
  const box = (number: number) => page.getByRole('checkbox', { name: `Markera ärende ${number}` });
  for (const number of registered) {
    await box(number).check();
  }
  const bar = page.getByRole('region', { name: 'Ändra valda ärenden' });
  const responsible = bar.getByRole('textbox', { name: 'Ansvarig för valda ärenden' });
  await bar.getByRole('combobox', { name: 'Status för valda ärenden' }).selectOption({ label: 'Godkänd' });
  await bar.getByRole('button', { name: 'Ansvarig till' }).click();
  await expect(bar.getByText('Sök och välj en anställd, eller Ingen, som ansvarig.')).toBeVisible();

  await responsible.fill('a');
  await bar.getByRole('button', { name: 'Ansvarig till' }).click();
  await expect(bar.getByText('Flera stämmer. Välj en av dem.')).toBeVisible();
  await expect(responsible).toHaveValue('a');
  await expect(bar.getByRole('combobox', { name: 'Status för valda ärenden' })).toHaveValue('godkand');
  await expect(page.locator('.pick:checked')).toHaveCount(2);
  // The style counts what is ticked; the word stands alone.
  await expect(bar.locator('.bulk__n')).toHaveText('valda');
  const first = bar.getByRole('radio').first();
  await expect(first).toBeInViewport();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(first).toBeInViewport();
  await expect(responsible).toBeInViewport();
  for (const number of registered) {
    await expect(box(number)).toBeChecked();
  }
  // Oneself stands first, however many colleagues other tests have added.
  await first.check();
  await bar.getByRole('button', { name: 'Ansvarig till' }).click();
  await expect(page.getByText('2 ärenden fick ansvarig Maria Lindqvist')).toBeVisible();
});

test('a new case, with refused values kept', async ({ as, tolerate }) => {
  tolerate(/status of 422/);
  const page = await as('maria', without);
  const subject = unique('Formulär');
  await page.goto('/arenden/nytt');
  await page.getByRole('textbox', { name: 'Rubrik' }).fill(subject);
  await page.getByRole('textbox', { name: 'Innehåll' }).fill('Kvar efter felet.');
  await page.getByRole('textbox', { name: 'Kund' }).fill('Finns inte någonstans');
  await page.getByRole('radio', { name: 'Hög' }).check();
  await page.getByRole('button', { name: 'Skapa ärende' }).click();
  await expect(page.getByText('Ingen kund stämmer.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Rubrik' })).toHaveValue(subject);
  await expect(page.getByRole('textbox', { name: 'Innehåll' })).toHaveValue('Kvar efter felet.');
  await expect(page.getByRole('radio', { name: 'Hög' })).toBeChecked();

  await page.getByRole('textbox', { name: 'Kund' }).fill('BRF Solgläntan');
  await page.getByRole('button', { name: 'Skapa ärende' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(page.getByRole('complementary').getByText('BRF Solgläntan').first()).toBeVisible();
});

test('what was typed when the session had ended is sent after the login', async ({ as, tolerate }) => {
  tolerate(/status of 4(01|22)/);
  const page = await as('maria', without);
  const subject = unique('Utloggad');
  await page.goto('/arenden/nytt');
  await page.getByRole('textbox', { name: 'Rubrik' }).fill(subject);
  await page.getByRole('textbox', { name: 'Innehåll' }).fill('Första raden.\nAndra raden.');
  await page.getByRole('radio', { name: 'Hög' }).check();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Skapa ärende' }).click();
  const told = page.getByText('Du har loggats ut. Logga in igen, så skickas det du skrev.');
  await expect(told).toBeVisible();
  await fillLogin(page, people.maria, 'fel');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(told).toBeVisible();
  await fillLogin(page, people.maria, password);
  await expect(page.getByText('Du är inloggad igen. Det du skrev är inte sparat ännu.')).toBeVisible();
  await expect(page.getByText(subject)).toBeVisible();
  await expect(page.getByText('Andra raden.')).toBeVisible();
  await page.getByRole('button', { name: 'Skicka det du skrev' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(page.getByText('Andra raden.').first()).toBeVisible();
  await expect(page.locator('.prop[data-falt="prioritet"]')).toContainText('Hög');
});

test('a subject is compulsory, and the sentence says so', async ({ as, tolerate }) => {
  tolerate(/status of 422/);
  const page = await as('maria', without);
  await page.goto('/arenden/nytt');
  await page.getByRole('textbox', { name: 'Rubrik' }).fill('   ');
  await page.getByRole('textbox', { name: 'Innehåll' }).fill('Utan rubrik.');
  await page.getByRole('button', { name: 'Skapa ärende' }).click();
  await expect(page.getByText('Skriv en rubrik').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Innehåll' })).toHaveValue('Utan rubrik.');
});

test('comment, text, colleagues and solved', async ({ as }) => {
  const page = await as('maria', without);
  const number = await register(page, { rubrik: unique('Samtal'), kund: 'Lundin & Frisk AB' });
  await page.goto(`/arenden/${number}`);
  await page.getByRole('textbox', { name: 'Ny kommentar' }).fill('Sagt utan skript.');
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(page.getByRole('article', { name: /Intern kommentar/ })).toContainText('Sagt utan skript.');

  await page.getByRole('textbox', { name: 'Ny kommentar' }).fill('Detta ser kunden.');
  await page.getByRole('switch', { name: 'Extern – visas för kunden' }).check();
  await page.getByRole('button', { name: 'Spara och visa för kunden' }).click();
  await expect(page.getByRole('article', { name: /Extern kommentar/ })).toContainText('Detta ser kunden.');
  await expect(page.getByRole('switch', { name: 'Extern – visas för kunden' })).not.toBeChecked();

  await page.getByRole('link', { name: 'Redigera ärende' }).click();
  const subject = unique('Ny rubrik');
  await page.getByRole('textbox', { name: 'Rubrik' }).fill(subject);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();

  await page.getByRole('button', { name: 'Markera som löst' }).click();
  await expect(page.getByText('Löst').first()).toBeVisible();
});

test('a conflict is a page of its own with both values', async ({ as, tolerate }) => {
  tolerate(/status of 409/);
  const page = await as('maria', without);
  const other = await as('sofia', without);
  const number = await register(page, { rubrik: unique('Krock') });
  for (const [who, status] of [
    [page, 'Godkänd'],
    [other, 'Bekräftad'],
  ] as const) {
    await who.goto(`/arenden/${number}?falt=status`);
    await who.getByRole('radio', { name: new RegExp(`^${status}`) }).check();
  }
  await other.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(other).toHaveURL(`/arenden/${number}`);

  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  expect((await answer).status()).toBe(409);
  await expect(page.getByRole('heading', { name: 'Någon annan har ändrat ärendet' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /Sofia Bergs värde.*Bekräftad/s })).toBeVisible();
  await page.getByRole('radio', { name: /Ditt värde.*Godkänd/s }).check();
  await page.getByRole('button', { name: 'Spara valt värde' }).click();
  await expect(page).toHaveURL(`/arenden/${number}`);
  await expect(page.getByRole('link', { name: /Status Godkänd/ })).toBeVisible();
});

test('light and dark', async ({ as }) => {
  const page = await as('maria', without);
  await page.goto('/arenden');
  for (const [name, theme] of [
    ['Mörkt', 'dark'],
    ['Ljust', 'light'],
  ]) {
    await page.getByRole('group', { name: 'Tema' }).getByRole('button', { name }).click();
    await expect(page).toHaveURL('/arenden');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
  await page.getByRole('button', { name: 'Följ systemet' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('the form of a cell opens where one sees it, in every row', async ({ as }) => {
  const page = await as('maria', without);
  await page.goto('/arenden');
  const numbers = await page.locator('tr[data-nr]').evaluateAll((all) => all.map((row) => row.dataset.nr));
  for (const place of [0, 16, 20, 25, 48]) {
    for (const property of ['status', 'forfaller']) {
      await page.goto(`/arenden?falt=${numbers[place]}.${property}`);
      const form = page.locator('td > .pop');
      await expect(form).toBeInViewport({ ratio: 1 });
      // What the pointer meets there is the form.
      await form.getByRole('button', { name: 'Spara' }).click({ trial: true });
    }
  }
});
