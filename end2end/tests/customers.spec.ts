// Customers: found by what one knows, shown on a card, written down, protected; also without script and on a phone.

import { post, unique } from '../cases';
import { expect, open, phone, test, type Page } from '../fixtures';

/** Writes a customer of the test's own down; returns the address of the card. */
async function writeDown(page: Page, values: Record<string, string>): Promise<string> {
  const answer = await post(page, '/kunder/ny', { sedda: 'ja', ...values });
  expect(answer.status(), await answer.text()).toBe(303);
  return answer.headers().location;
}

test('a customer is found while one types, and the card leads to their cases', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/');
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page).toHaveURL('/kunder');
  await page.getByRole('searchbox', { name: 'Sök kund' }).fill('solgläntan');
  await expect(page).toHaveURL('/kunder?q=solgl%C3%A4ntan');
  await page.getByRole('link', { name: 'BRF Solgläntan', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'BRF Solgläntan' })).toBeVisible();

  const open_ = page.getByRole('link', { name: /^Visa öppna ärenden \d+$/ });
  const count = (await open_.innerText()).match(/\d+/)?.[0];
  await open_.click();
  await expect(page).toHaveURL(/\/arenden\?kund=1001$/);
  await expect(page.locator('tbody tr')).toHaveCount(Number(count));
  await page.goBack();
  await page.getByRole('main').getByRole('link', { name: 'Nytt ärende' }).click();
  await expect(page.getByRole('combobox', { name: 'Kund' })).toHaveValue('BRF Solgläntan');
  await expect(page.getByLabel('Plats')).not.toHaveValue('');
});

test('a phone number in any notation finds its customer', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/kunder/1001');
  const shown = await page.getByRole('main').locator('a[href^="tel:"]').first().innerText();
  for (const typed of [shown, shown.replace(/^0/, '+46 '), shown.replace(/[^\d]/g, '')]) {
    await open(page, `/kunder?q=${encodeURIComponent(typed)}`);
    await expect(page.getByRole('link', { name: 'BRF Solgläntan', exact: true })).toBeVisible();
  }
});

test('a new customer is pointed out if it is here already, written down and changed', async ({ as }) => {
  const page = await as('sofia');
  const name = unique('Kafé');
  await open(page, '/kunder/ny');
  await page.getByLabel('Namn').first().fill('Lundin & Frisk');
  await expect(page.getByRole('region', { name: 'Finns kunden redan?' })).toContainText('Lundin & Frisk AB');
  await page.getByLabel('Namn').first().fill(name);
  await expect(page.getByRole('region', { name: 'Finns kunden redan?' })).toBeHidden();
  await page.getByLabel('Organisationsnummer eller personnummer').fill('559900-0007');
  await page.getByLabel('Telefon').first().fill('018-777 66 55');
  await page.getByLabel('Gatuadress').first().fill('Kaffegatan 3');
  await page.getByLabel('Ort').first().fill('Uppsala');
  await page.getByRole('button', { name: 'Skapa kund' }).click();
  await expect(page.getByText('Numret stämmer inte.').first()).toBeVisible();
  await page.getByLabel('Organisationsnummer eller personnummer').fill('559900-0006');
  await page.getByRole('button', { name: 'Skapa kund' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Org.nr 559900-0006')).toBeVisible();
  await expect(page.getByRole('link', { name: '018-777 66 55' })).toHaveAttribute('href', 'tel:+46187776655');

  await page.getByRole('link', { name: 'Redigera' }).click();
  await page.getByRole('button', { name: 'Lägg till plats' }).click();
  await page.getByRole('group', { name: 'Plats 3' }).getByLabel('Gatuadress').fill('Tegatan 4');
  await page.getByRole('group', { name: 'Plats 1' }).getByText('Skyddade uppgifter').click();
  await page.getByRole('group', { name: 'Plats 1' }).getByLabel('Portkod', { exact: true }).fill('4711');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByText('Tegatan 4')).toBeVisible();
  await expect(page.getByText('4711')).toBeHidden();
  await page.getByRole('button', { name: 'Avaktivera' }).click();
  await expect(page.getByText('Kunden är inaktiv')).toBeVisible();
});

test('what is protected is shown on request and each showing written down', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/kunder/1001');
  const code = page.locator('.secret', { hasText: 'Portkod' }).first();
  await expect(code.locator('output')).toHaveText('•••••');
  await code.getByRole('button', { name: 'Visa portkod' }).click();
  await expect(code.locator('output')).toHaveText(/^\d{4}$/);
  await code.getByRole('button', { name: 'Dölj' }).click();
  await expect(code.locator('output')).toHaveText('•••••');
  await page.reload();
  await expect(page.getByText(/Maria Lindqvist såg portkod/).first()).toBeVisible();
});

test('a case names another site of its customer', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/kunder?q=trapphus+b');
  await page.getByRole('table').getByRole('link', { name: /BRF/ }).first().click();
  await page.getByRole('main').getByRole('link', { name: 'Nytt ärende' }).click();
  await page.getByRole('textbox', { name: 'Rubrik' }).fill(unique('Plats'));
  await page.getByRole('button', { name: 'Skapa ärende', exact: true }).click();
  await expect(page).toHaveURL(/\/arenden\/\d+$/);
  await page.locator('[data-falt=plats]').click();
  await page.getByRole('dialog', { name: 'Ändra plats' }).getByRole('radio', { name: 'Trapphus B' }).click();
  await expect(page.locator('[data-falt=plats]')).toContainText('Trapphus B');
  await expect(page.getByText(/ändrade plats/)).toBeVisible();
});

test('without script customers are searched, written down and shown, and a secret too', async ({ as }) => {
  const page = await as('sofia', { javaScriptEnabled: false });
  await page.goto('/kunder');
  await page.getByRole('searchbox', { name: 'Sök kund' }).fill('solgläntan');
  await page.getByRole('searchbox', { name: 'Sök kund' }).press('Enter');
  await page.getByRole('link', { name: 'BRF Solgläntan', exact: true }).click();
  await page.getByRole('button', { name: 'Visa portkod' }).first().click();
  await expect(page.locator('.secret output').first()).toHaveText(/^\d{4}$/);

  const name = unique('Utan skript');
  await page.goto('/kunder/ny');
  await page.getByLabel('Namn').first().fill(name);
  await page.getByLabel('E-post').first().fill('karin.frisk@lundinfrisk.example');
  await page.getByRole('button', { name: 'Skapa kund' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Samma e-post: Lundin & Frisk AB');
  await expect(alert.getByRole('link', { name: 'Lundin & Frisk AB' })).toHaveAttribute('href', /^\/kunder\/\d+$/);
  await page.getByRole('button', { name: 'Spara ändå' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('without script a second customer of the same name is asked about once, with the way to the first', async ({ as }) => {
  const page = await as('sofia', { javaScriptEnabled: false });
  const name = unique('Tvilling');
  const card = await writeDown(page, { namn: name });
  await page.goto('/kunder/ny');
  await page.getByLabel('Namn').first().fill(name);
  await page.getByRole('button', { name: 'Skapa kund' }).click();
  await expect(page.getByRole('alert')).toContainText(`Samma namn: ${name}`);
  await expect(page.getByRole('alert').getByRole('link', { name })).toHaveAttribute('href', card);
  await expect(page.getByLabel('Namn').first()).toHaveValue(name);
  await page.getByRole('button', { name: 'Spara ändå' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  expect(new URL(page.url()).pathname).not.toBe(card);
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'hydrated' : 'without script';

  test(`two who edit the same customer keep each other's changes and choose where they meet, ${how}`, async ({ as }) => {
    const [maria, sofia] = [await as('maria', { javaScriptEnabled }), await as('sofia', { javaScriptEnabled })];
    const card = await writeDown(maria, { namn: unique('Möts'), telefon: '018-777 66 55' });
    for (const page of [maria, sofia]) {
      await (javaScriptEnabled ? open(page, `${card}/redigera`) : page.goto(`${card}/redigera`));
    }
    await sofia.locator('#telefon').fill('018-777 66 56');
    await sofia.locator('#epost').fill('ny@mots.example');
    await sofia.getByRole('button', { name: 'Spara' }).click();
    await expect(sofia).toHaveURL(card);

    await maria.locator('#telefon').fill('018-777 66 57');
    await maria.getByLabel('Anteckningar för kontoret').fill('Ring först.');
    await maria.getByRole('button', { name: 'Spara' }).click();
    await expect(maria.getByRole('alert')).toContainText('Någon annan har ändrat samma uppgifter');
    await expect(maria.getByRole('alert').getByRole('link')).toHaveText(['Telefon']);
    const both = maria.locator('.field', { has: maria.locator('#telefon') }).getByRole('group', { name: 'Telefon' });
    await expect(both.getByRole('radio', { name: /Ditt.*018-777 66 57/s })).toBeChecked();
    await expect(both.getByRole('radio', { name: /Nu.*018-777 66 56/s })).toBeVisible();
    await expect(maria.getByRole('radio', { name: /^Nu/ }), 'nothing else is asked').toHaveCount(1);
    await expect(maria.locator('#telefon')).toHaveValue('018-777 66 57');
    await expect(maria.locator('#epost')).toHaveValue('ny@mots.example');

    await both.getByRole('radio', { name: /Nu/ }).check();
    await maria.getByRole('button', { name: 'Spara' }).click();
    await expect(maria).toHaveURL(card);
    await expect(maria.getByRole('link', { name: '018-777 66 56' })).toBeVisible();
    await expect(maria.getByRole('link', { name: 'ny@mots.example' })).toBeVisible();
    await expect(maria.getByText('Ring först.')).toBeVisible();
  });

  test(`an inactive customer is not filled in on a new case, and that is said, ${how}`, async ({ as }) => {
    const page = await as('maria', { javaScriptEnabled });
    const name = unique('Slutat');
    const card = await writeDown(page, { namn: name });
    await post(page, `${card}/aktiv`, { aktiv: 'nej' });
    await page.goto(`/arenden/nytt?kund=${card.split('/').pop()}`);
    await expect(page.getByText(`${name} är inaktiv och kan inte väljas på ett nytt ärende.`)).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Kund' }).or(page.getByRole('textbox', { name: 'Kund' }))).toHaveValue('');
    await page.goto(card);
    await expect(page.getByRole('main').getByRole('link', { name: 'Nytt ärende' })).toHaveCount(0);
  });
}

test('the list and the card fit a phone', async ({ as }) => {
  const page = await as('maria', phone);
  for (const address of ['/kunder', '/kunder/1001', '/kunder/1001/redigera']) {
    await open(page, address);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
});
