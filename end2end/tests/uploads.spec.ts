// Files on a line that is cut: they come by themselves when it is back, once, and the screen knows which.

import type { Route } from '@playwright/test';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { openListOf, register, rows, unique } from '../cases';
import { expect, open, type Page, phone, test } from '../fixtures';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });

const chosen = (page: Page) => page.getByRole('list', { name: 'Valda filer' }).getByRole('listitem');
const files = (page: Page) => page.getByRole('list', { name: 'Bilagor' }).getByRole('listitem');
const save = (page: Page) => page.getByRole('button', { name: 'Spara kommentar' });

/** What happens to one request after the other; the last one holds for all that follow. Tells how many came. */
async function meet(page: Page, address: string, fates: ((route: Route) => Promise<unknown>)[]) {
  let turn = 0;
  await page.route(address, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    turn += 1;
    await fates[Math.min(turn, fates.length) - 1](route);
  });
  return () => turn;
}
const cut = (route: Route) => route.abort('connectionreset');
const lose = async (route: Route) => {
  await route.fetch({ maxRedirects: 0 });
  await route.abort('connectionreset');
};
const gateway = (route: Route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' });
const through = (route: Route) => route.continue();

test.beforeEach(({ tolerate }) => tolerate(/ERR_|Failed to load|50[23] for/));

test('an upload that is cut, whose answer is lost, that a gateway answers, comes by itself and once', async ({ as }) => {
  const page = await as('sofia');
  const number = await register(page, { rubrik: unique('Avbruten') });
  await open(page, `/arenden/${number}`);
  const turns = await meet(page, '**/kommentar', [cut, lose, gateway, through]);
  await page.getByLabel('Bifoga filer').setInputFiles([picture('nyckel.png'), picture('dörr.png')]);
  await page.getByRole('textbox', { name: 'Ny kommentar' }).fill('Så här ser det ut.');
  await save(page).click();
  await expect(chosen(page)).toContainText([/nyckel\.png.*väntar på nätet, skickas igen/, /dörr\.png.*väntar på nätet/]);
  await expect(page.getByRole('status').filter({ hasText: 'Filerna skickas igen av sig själva' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bifoga inte nyckel.png' })).toHaveCount(0);
  await expect(page.getByText('Kommentaren är sparad')).toBeVisible({ timeout: 20_000 });
  expect(turns()).toBe(4);
  await expect(chosen(page)).toHaveCount(0);
  await open(page, `/arenden/${number}`);
  const said = page.getByRole('article').filter({ hasText: 'Så här ser det ut.' });
  await expect(said).toHaveCount(1);
  await expect(said.getByRole('listitem')).toHaveCount(2);
  await expect(files(page)).toHaveCount(2);
});

/** A line to the server that breaks for good, until it is mended, once so many bytes of one request have passed. */
async function brittle(server: string, bytes: number) {
  const { hostname, port } = new URL(server);
  let state: 'whole' | 'weak' | 'broken' = 'whole';
  const listener = createServer((near) => {
    if (state === 'broken') return near.destroy();
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) end.on('error', () => undefined).on('close', () => (near.destroy(), far.destroy()));
    let passed = 0;
    near.on('data', (data) => {
      passed += data.length;
      // All that goes over it: Chromium would take another connection that stands.
      if (state === 'weak' && passed > bytes) state = 'broken';
      if (state === 'broken') near.destroy();
      else far.write(data);
    });
    far.pipe(near);
  }).listen(0, hostname);
  await once(listener, 'listening');
  return {
    address: `http://${hostname}:${(listener.address() as AddressInfo).port}`,
    weaken: () => (state = 'weak'),
    mend: () => (state = 'whole'),
    state: () => state,
    close: () => listener.close(),
  };
}

test('a line that breaks in the middle of a file is told of, and the file comes whole', async ({ as, server }) => {
  const line = await brittle(server.address, 500_000);
  const page = await as('sofia');
  const number = await register(page, { rubrik: unique('Mitt i') });
  await open(page, `${line.address}/arenden/${number}`);
  const size = 1_500_000;
  const large = { name: 'protokoll.txt', mimeType: 'text/plain', buffer: Buffer.alloc(size, 'Nyckeln saknas.\n') };
  await page.getByLabel('Bifoga filer').setInputFiles([picture('liten.png'), large]);
  line.weaken();
  await save(page).click();
  await expect(chosen(page)).toContainText([/väntar på nätet/, /väntar på nätet/]);
  expect(line.state()).toBe('broken');
  line.mend();
  const there = page.getByRole('region', { name: 'Bilagor' }).getByRole('listitem');
  await expect(there).toHaveCount(2);
  const address = await there.getByRole('link', { name: /Ladda ner protokoll\.txt/ }).getAttribute('href');
  expect((await (await page.request.get(address!)).body()).length).toBe(size);
  await open(page, `/arenden/${number}`);
  await expect(files(page)).toHaveCount(2);
  line.close();
});

test('without a network nothing is tried; it is sent when it is back', async ({ as }) => {
  const page = await as('sofia');
  const number = await register(page, { rubrik: unique('Utan nät') });
  await open(page, `/arenden/${number}`);
  const turns = await meet(page, '**/kommentar', [through]);
  await page.getByLabel('Bifoga filer').setInputFiles(picture('nyckel.png'));
  await page.context().setOffline(true);
  await save(page).click();
  await expect(chosen(page)).toContainText([/väntar på nätet/]);
  await page.waitForTimeout(2500);
  const tried = turns();
  expect(tried).toBeLessThanOrEqual(1);
  await page.context().setOffline(false);
  await expect(page.getByRole('region', { name: 'Bilagor' }).getByRole('listitem')).toHaveCount(1);
  expect(turns()).toBe(tried + 1);
});

test('one can stop it, and what was chosen and written stays', async ({ as }) => {
  const page = await as('sofia');
  const number = await register(page, { rubrik: unique('Avbryt') });
  await open(page, `/arenden/${number}`);
  const turns = await meet(page, '**/kommentar', [cut]);
  await page.getByLabel('Bifoga filer').setInputFiles(picture('nyckel.png'));
  await page.getByRole('textbox', { name: 'Ny kommentar' }).fill('Kanske inte');
  await save(page).click();
  await expect(chosen(page)).toContainText([/väntar på nätet/]);
  await page.locator('.ff__w').getByRole('button', { name: 'Avbryt' }).click();
  await expect(page.getByRole('button', { name: 'Bifoga inte nyckel.png' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Ny kommentar' })).toHaveValue('Kanske inte');
  const tried = turns();
  await page.waitForTimeout(2500);
  expect(turns()).toBe(tried);
  // On second thoughts.
  await page.unroute('**/kommentar');
  await save(page).click();
  await expect(page.getByRole('article').filter({ hasText: 'Kanske inte' }).getByRole('listitem')).toHaveCount(1);
  await expect(chosen(page)).toHaveCount(0);
});

test('who leaves while a file is on its way is asked first', async ({ as }) => {
  const page = await as('sofia');
  const number = await register(page, { rubrik: unique('Lämnar sidan') });
  await open(page, `/arenden/${number}`);
  await meet(page, '**/kommentar', [cut]);
  await page.getByLabel('Bifoga filer').setInputFiles(picture('nyckel.png'));
  await save(page).click();
  await expect(chosen(page)).toContainText([/väntar på nätet/]);
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await expect(chosen(page)).toContainText([/väntar på nätet/]);
});

test('after many tries one says oneself when it is sent again', async ({ as }) => {
  const page = await as('sofia');
  const number = await register(page, { rubrik: unique('Försök igen') });
  await page.clock.install();
  await open(page, `/arenden/${number}`);
  const turns = await meet(page, '**/kommentar', [...Array(12).fill(cut), through]);
  await page.getByLabel('Bifoga filer').setInputFiles(picture('nyckel.png'));
  await save(page).click();
  for (let turn = 1; turn < 12; turn += 1) {
    await expect.poll(turns).toBe(turn);
    await expect(chosen(page)).toContainText([/väntar på nätet/]);
    await page.clock.fastForward(16_000);
  }
  await expect(chosen(page)).toContainText([/inte skickad/]);
  await page.clock.fastForward(60_000);
  expect(turns()).toBe(12);
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await expect(page.getByRole('region', { name: 'Bilagor' }).getByRole('listitem')).toHaveCount(1);
  expect(turns()).toBe(13);
});

test('on the phone a comment with a picture comes by itself and once', async ({ as }) => {
  const page = await as('amira', phone);
  const number = await register(page, { rubrik: unique('Källare') });
  await open(page, `/m/arenden/${number}`);
  await meet(page, '**/kommentar', [lose, cut, through]);
  await page.getByRole('textbox', { name: 'Intern kommentar' }).fill('Lampan är trasig.');
  await page.getByLabel('Ta foto').setInputFiles(picture('lampa.png'));
  await save(page).tap();
  await expect(chosen(page)).toContainText([/väntar på nätet, skickas igen/]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  const said = page.getByRole('article').filter({ hasText: 'Lampan är trasig.' });
  await expect(chosen(page)).toHaveCount(0, { timeout: 15_000 });
  await open(page, `/m/arenden/${number}`);
  await expect(said).toHaveCount(1);
  await expect(said.getByRole('listitem')).toHaveCount(1);
});

test('on the phone a new case with a picture is made once, though the line is cut', async ({ as }) => {
  const page = await as('amira', phone);
  const word = unique('Vattenläcka');
  await open(page, '/m/nytt');
  await meet(page, '**/m/nytt', [cut, lose, through]);
  await page.getByRole('textbox', { name: 'Vad har hänt?' }).fill(word);
  await page.getByLabel('Ta foto').setInputFiles(picture('läcka.png'));
  await page.getByRole('button', { name: 'Skapa ärende' }).tap();
  await expect(chosen(page)).toContainText([/väntar på nätet/]);
  await expect(page).toHaveURL(/skapat=/, { timeout: 15_000 });
  await page.getByRole('link', { name: new RegExp(word) }).tap();
  await expect(files(page)).toHaveCount(1);
  const desk = await as('maria');
  await openListOf(desk, word);
  await expect(rows(desk)).toHaveCount(1);
});

test('on the phone a customer who is unclear is asked about, with a picture too', async ({ as }) => {
  const page = await as('amira', phone);
  await open(page, '/m/nytt');
  await page.getByRole('textbox', { name: 'Vad har hänt?' }).fill(unique('Oklar kund'));
  await page.getByLabel('Ta foto').setInputFiles(picture('dörr.png'));
  await page.getByRole('combobox', { name: 'Kund' }).fill('BRF');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Skapa ärende' }).tap();
  await expect(page.getByText('Flera stämmer. Välj en av dem.')).toBeVisible();
});
