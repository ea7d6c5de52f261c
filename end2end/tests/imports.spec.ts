// Files of other systems: read, tried, imported, taken back.

import { unique } from '../cases';
import { expect, open, phone, test, type Page } from '../fixtures';

const csv = (text: string, name = 'kunder.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function read(page: Page, kind: string, file: { name: string; mimeType: string; buffer: Buffer }, visit = open) {
  await visit(page, '/installningar/import');
  await page.getByRole('radio', { name: kind }).check({ force: true });
  await page.getByLabel('Fil').setInputFiles(file);
  await page.getByRole('button', { name: 'Läs filen' }).click();
  await expect(page.getByRole('heading', { name: /^Import av/ })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test(`customers come in and go again, ${javaScriptEnabled ? 'hydrated' : 'without JavaScript'}`, async ({ as }) => {
    const page = await as('maria', { javaScriptEnabled });
    const visit = javaScriptEnabled ? open : async (page: Page, address: string) => void (await page.goto(address));
    const name = unique('Importerade AB');
    const number = javaScriptEnabled ? 71001 : 72001;
    await visit(page, '/kunder');
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('radio', { name: 'Kunder' })).toBeChecked();
    await read(page, 'Kunder', csv(`Nr;Vad den heter;Tfn\n${number};${name};018-555 01 42\n${number + 1};Fel AB;ring mig\n`), visit);

    // The heading is none that is known: it is set right, and nothing has been written.
    const preview = page.getByRole('region', { name: 'De första raderna' });
    await expect(preview.getByRole('columnheader')).toContainText(['Rad', 'Nummer', 'Telefon']);
    await expect(preview.getByRole('row', { name: new RegExp(name) })).toHaveCount(0);
    await page.getByRole('combobox', { name: 'Vad Vad den heter är' }).selectOption({ label: 'Namn' });
    await page.getByRole('button', { name: 'Prova igen' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: /^1 nya$/ })).toBeVisible();
    const refused = page.getByRole('region', { name: 'Rader med fel' }).getByRole('row', { name: /Fel AB/ });
    await expect(preview.getByRole('row', { name: new RegExp(name) })).toContainText('018-555 01 42');
    await expect(preview.getByRole('row', { name: /Fel AB/ })).toContainText('Importeras inte');
    await expect(refused).toContainText('Telefon: Telefonnumret går inte att läsa.');
    expect((await page.request.get(`/kunder/${number}`)).status()).toBe(404);

    await page.getByRole('button', { name: 'Importera', exact: true }).click();
    await expect(page.getByText('Importerad', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Visa listan' }).click();
    await visit(page, `/kunder?q=${encodeURIComponent(name)}`);
    await expect(page.getByRole('link', { name })).toBeVisible();

    await visit(page, '/installningar/import');
    await page.getByRole('link', { name: /kunder\.csv/ }).first().click();
    await page.getByRole('button', { name: 'Ångra importen' }).click();
    await expect(page.getByText('Ångrad', { exact: true })).toBeVisible();
    expect((await page.request.get(`/kunder/${number}`)).status()).toBe(404);
  });
}

test('words of another system are given their meaning', async ({ as }) => {
  const page = await as('maria');
  const subject = unique('Ur det gamla systemet');
  const file = `#;Ämne;Status;Prioritet;Beskrivning\n17;${subject};På is;Brådskande;"Rad ett\nrad två"\n`;
  await read(page, 'Ärenden', csv(file, 'redmine.csv'));
  await expect(page.getByRole('textbox', { name: 'Från vilket system' })).toHaveValue('Redmine');
  await expect(page.getByRole('combobox', { name: 'Vad Brådskande heter här' }).locator(':checked')).toHaveText('Bråttom');
  await page.getByRole('combobox', { name: 'Vad På is heter här' }).selectOption({ label: 'Återkoppling' });
  await page.getByRole('button', { name: 'Prova igen' }).click();
  await expect(page.getByRole('combobox', { name: 'Vad På is heter här' }).locator(':checked')).toHaveText('Återkoppling');
  await page.getByRole('button', { name: 'Importera', exact: true }).click();
  await expect(page.getByText('Importerad', { exact: true })).toBeVisible();
  await open(page, `/arenden?bas=alla&q=${encodeURIComponent(subject)}`);
  await page.getByRole('link', { name: subject }).first().click();
  await expect(page.getByText('rad två')).toBeVisible();
  await expect(page.getByText('Redmine: 17')).toBeVisible();
});

test('on a phone the first rows scroll in themselves, and unknown names are told with their fate', async ({ as }) => {
  const page = await as('maria', { ...phone, javaScriptEnabled: false });
  const visit = async (page: Page, address: string) => void (await page.goto(address));
  const file = 'Rubrik;Kund;Ansvarig;Typ;Beskrivning\nEtt;Ingen kund AB;Kalle Ingen;Ufo;Text\nTvå;;Kalle Ingen;;Text\n';
  await read(page, 'Ärenden', csv(file, 'arenden.csv'), visit);
  const preview = page.getByRole('region', { name: 'De första raderna' });
  await expect(preview).toContainText('Ansvarig: 1 okänt namn i 2 rader (Kalle Ingen). Lämnas tomt; ordet skrivs sist i innehållet.');
  await expect(preview).toContainText('Kund: 1 okänt namn i 1 rad (Ingen kund AB).');
  await expect(preview).toContainText('Typ: 1 okänt ord i 1 rad (Ufo).');
  await expect(preview.getByRole('row', { name: /Ett/ })).toContainText('Ansvarig: Kalle Ingen');
  const over = (element: Element) => element.scrollWidth - element.clientWidth;
  expect(await preview.getByRole('group').evaluate(over)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test('an unknown role and team are given their meaning', async ({ as }) => {
  const page = await as('maria');
  const name = unique('Nadia');
  await read(page, 'Anställda', csv(`Namn;Roll;Lag;Telefonnr\n${name};Förman;Nattlaget;018-555 01 42\n`, 'anstallda.csv'));
  const preview = page.getByRole('region', { name: 'De första raderna' });
  await expect(preview).toContainText('Roll: 1 okänt ord i 1 rad (Förman). Nya får rollen Anställd');
  await expect(preview.getByRole('row', { name: new RegExp(name) })).toContainText(/Anställd.*018-555 01 42/);
  await page.getByRole('combobox', { name: 'Vad Förman heter här' }).selectOption({ label: 'Kontor' });
  await page.getByRole('button', { name: 'Prova igen' }).click();
  await expect(preview.getByRole('row', { name: new RegExp(name) })).toContainText('Kontor');
  await expect(preview).not.toContainText('okända');
  await expect(page.getByRole('button', { name: 'Importera', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Kasta filen' }).click();
});

test('a long import tells how far it has come, and its end, by itself', async ({ as }) => {
  test.slow();
  const page = await as('maria');
  const rows = Array.from({ length: 20_000 }, (_, at) => `${80_001 + at};Lång import ${at} AB;Vägen ${at};Gävle`);
  await read(page, 'Kunder', csv(`Kundnr;Namn;Adress;Ort\n${rows.join('\n')}\n`));
  await expect(page.getByRole('listitem').filter({ hasText: /^20000 nya$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Importera', exact: true }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByText(/^\d+ av 20000 rader$/)).toBeVisible();
  await expect(page.getByText('Importerad', { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Ångra importen' }).click();
  await expect(page.getByText('Ångrad', { exact: true })).toBeVisible({ timeout: 60_000 });
});

test('a file that is none is refused, and the choice is kept', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/installningar/import');
  await page.getByRole('radio', { name: 'Anställda' }).check({ force: true });
  await page.getByLabel('Fil').setInputFiles({ name: 'bild.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7') });
  await page.getByRole('button', { name: 'Läs filen' }).click();
  await expect(page.getByRole('alert')).toContainText('Filen går inte att läsa');
  await expect(page.getByRole('radio', { name: 'Anställda' })).toBeChecked();
});
