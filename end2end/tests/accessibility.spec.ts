// axe-core on every page: WCAG 2.2 A and AA and best practice, light and dark, desk and phone.

import axe from 'axe-core';
import { field } from '../cases';
import { expect, hydrated, open, phone, test, type Page, type Person } from '../fixtures';

const sizes = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone,
};

const pages: Record<string, { person?: Person; address: string; ready?: (page: Page) => Promise<void> }> = {
  login: { address: '/logga-in' },
  start: { person: 'maria', address: '/' },
  list: { person: 'maria', address: '/arenden' },
  'list without a match': { person: 'maria', address: '/arenden?q=xyzzyxyzzy' },
  'extended search': { person: 'maria', address: '/arenden?utokad&prioritet=hog&status=ny&skapad=2026-01-01..' },
  'list with an open form': { person: 'maria', address: '/arenden', ready: openForm },
  'list with ticks': { person: 'maria', address: '/arenden', ready: tick },
  'list of a changed view': { person: 'maria', address: '/arenden?typ=klagomal&status=ny&vy=1-andrad' },
  'list with the form of a view': { person: 'maria', address: '/arenden', ready: openSaveView },
  'saved views': { person: 'maria', address: '/arenden/vyer', ready: openView },
  'new case': { person: 'maria', address: '/arenden/nytt' },
  'new case beside the list': { person: 'maria', address: '/arenden', ready: openPanel },
  'new case with a picker': { person: 'maria', address: '/arenden/nytt', ready: openPicker },
  case: { person: 'maria', address: '/arenden/2398' },
  'text of a case': { person: 'maria', address: '/arenden/2398?redigera' },
  'history of a case': { person: 'maria', address: '/arenden/2398?visa=historik' },
  'case with colleagues to name': { person: 'maria', address: '/arenden/2398', ready: name },
  'case with files': { person: 'maria', address: '/arenden/2398', ready: attach },
  customers: { person: 'maria', address: '/kunder' },
  'customers without a match': { person: 'maria', address: '/kunder?q=xyzzyxyzzy' },
  'a customer': { person: 'maria', address: '/kunder/1001' },
  "a customer's form": { person: 'maria', address: '/kunder/1001/redigera' },
  employees: { person: 'maria', address: '/anstallda' },
  'an employee': { person: 'maria', address: '/anstallda/2' },
  'a new employee': { person: 'maria', address: '/anstallda/ny' },
  'cases handed over': { person: 'maria', address: '/anstallda/3/lamna-over?till=2' },
  teams: { person: 'maria', address: '/anstallda/team' },
  notifications: { person: 'maria', address: '/aviseringar' },
  'my settings': { person: 'maria', address: '/jag' },
  'the settings': { person: 'maria', address: '/installningar' },
  'settings, templates': { person: 'maria', address: '/installningar/mallar' },
  'settings, roles': { person: 'maria', address: '/installningar/roller' },
  'settings, a role': { person: 'maria', address: '/installningar/roller/ny?bas=office' },
  'settings, company': { person: 'maria', address: '/installningar/foretag' },
  'settings, widgets': { person: 'maria', address: '/installningar/widgetar' },
  'settings, import': { person: 'maria', address: '/installningar/import' },
  'settings, a file': { person: 'maria', address: '/installningar/import', ready: readFile },
  'settings, merging': { person: 'maria', address: '/installningar/statusar/1/bort?till=2' },
  'the box for everything': { person: 'maria', address: '/', ready: find },
  'no such page': { person: 'maria', address: '/finns-inte' },
  'employee list': { person: 'amira', address: '/m' },
  'employee new': { person: 'amira', address: '/m/nytt' },
  'employee case with files': { person: 'amira', address: '/m', ready: attachOnPhone },
  'employee notifications': { person: 'amira', address: '/m/aviseringar' },
  'employee settings': { person: 'amira', address: '/m/jag' },
  portal: { person: 'karin', address: '/portal' },
};

for (const [name, { person, address, ready }] of Object.entries(pages)) {
  for (const [size, screen] of Object.entries(sizes)) {
    // N and rows that are ticked belong to the desk.
    if (size === 'phone' && ready === openPanel) continue;
    test(`${name}, ${size}`, async ({ as, browser, complaints, tolerate }) => {
      tolerate(/status of 404/);
      for (const colorScheme of ['light', 'dark'] as const) {
        const options = { ...screen, colorScheme };
        const page = person ? await as(person, options) : await (await browser.newContext(options)).newPage();
        complaints.listen(page.context());
        await open(page, address);
        await ready?.(page);
        expect(await violations(page), colorScheme).toEqual([]);
        await page.context().close();
      }
    });
  }
}

async function readFile(page: Page) {
  const rows = '#;Ämne;Status;Skapad\n1;Nyckel;På is;2026-01-02\n2;Fel;Ny;i går\n';
  await page.getByRole('radio', { name: 'Ärenden' }).check({ force: true });
  await page.getByLabel('Fil').setInputFiles({ name: 'arenden.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.getByRole('button', { name: 'Läs filen' }).click();
  await page.getByRole('heading', { name: 'Rader med fel' }).waitFor();
  await hydrated(page);
}

async function find(page: Page) {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Sök och gå till' }).fill('sol');
  await expect(page.getByRole('option', { name: /BRF Solgläntan/ }).first()).toBeVisible();
}

async function openForm(page: Page) {
  await field(page, 'status').first().click();
  await expect(page.getByRole('dialog', { name: 'Ändra status' })).toBeVisible();
}

async function openSaveView(page: Page) {
  await page.getByText('Spara vy', { exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Vyns namn' })).toBeVisible();
}

async function openView(page: Page) {
  await page.getByText('Ändra', { exact: true }).first().click();
  await expect(page.getByRole('textbox', { name: 'Vyns namn' }).first()).toBeVisible();
}

async function name(page: Page) {
  await page.getByRole('textbox', { name: 'Ny kommentar' }).pressSequentially('Vet @mar');
  await expect(page.getByRole('option', { name: 'Maria Lindqvist' })).toBeVisible();
}

async function tick(page: Page) {
  await page.getByRole('checkbox', { name: /^Markera ärende/ }).first().check();
  await expect(page.getByRole('region', { name: 'Ändra valda ärenden' })).toBeVisible();
}

async function openPanel(page: Page) {
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'Nytt ärende' })).toBeVisible();
}

async function openPicker(page: Page) {
  await page.getByRole('combobox', { name: 'Kund' }).fill('brf');
  await expect(page.getByRole('option').first()).toBeVisible();
}

const note = { name: 'mått.txt', mimeType: 'text/plain', buffer: Buffer.from('Hallen: 12 m²') };

/** One file is there, the question whether to remove it is open, and another is chosen. */
async function attach(page: Page) {
  await page.getByLabel('Bifoga filer').setInputFiles(note);
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await page.getByLabel('Ta bort mått.txt').first().click();
  // The comment may be there before the answer to it, and until then nothing else is chosen.
  await expect(page.getByRole('list', { name: 'Valda filer' })).toBeHidden();
  await page.getByLabel('Bifoga filer').setInputFiles(note);
  await expect(page.getByRole('list', { name: 'Valda filer' })).toBeVisible();
}

async function attachOnPhone(page: Page) {
  await page.getByRole('main').getByRole('link').filter({ has: page.getByText(/./) }).last().click();
  await expect(page.getByRole('textbox', { name: 'Intern kommentar' })).toBeVisible();
  await attach(page);
}

/** What axe finds, short enough to read: rule, where, and what to do. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`),
    );
  });
}
