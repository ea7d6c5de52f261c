// Files on cases and comments: chosen, dropped, pasted, taken on the phone; seen, saved and removed.

import { writeFile } from 'node:fs/promises';
import { register, unique } from '../cases';
import { expect, open, type Page, phone, test } from '../fixtures';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });

const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });
const files = (page: Page) => page.getByRole('list', { name: 'Bilagor' }).getByRole('listitem');
const chosen = (page: Page) => page.getByRole('list', { name: 'Valda filer' }).getByRole('listitem');

/**
 * A picture that comes by drag and drop, or out of the clipboard: there perhaps with a text. False where the page
 * has taken it, and the browser then puts no text into the field.
 */
async function bring(page: Page, how: 'drop' | 'paste', name: string, text = '', field = 'textarea[name=kommentar]') {
  return page.evaluate(
    ([png, how, name, text, field]) => {
      const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
      const data = new DataTransfer();
      if (text) data.items.add(text, 'text/plain');
      data.items.add(new File([bytes], name, { type: 'image/png' }));
      const init = { bubbles: true, cancelable: true };
      const target = document.querySelector(field)!;
      if (how === 'paste') {
        return target.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }));
      } else {
        for (const type of ['dragover', 'drop']) {
          target.dispatchEvent(new DragEvent(type, { ...init, dataTransfer: data }));
        }
      }
    },
    [png, how, name, text, field] as const,
  );
}

/** The thumbnail has come and is a picture. */
async function isDrawn(page: Page, name: string) {
  const image = page.getByRole('link', { name: `Visa ${name}` }).locator('img');
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
}

test('chosen, dropped and pasted files come with one comment; one is removed', async ({ as }) => {
  const page = await as('sofia');
  await open(page, `/arenden/${await register(page, { rubrik: unique('Med bilder') })}`);
  await page.getByLabel('Bifoga filer').setInputFiles([picture('vald.png'), picture('fel.png')]);
  await expect(chosen(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Bifoga inte fel.png' }).click();
  await bring(page, 'drop', 'släppt.png');
  await bring(page, 'paste', 'inklistrad.png');
  await expect(chosen(page)).toContainText(['vald.png', 'släppt.png', 'inklistrad.png']);
  await page.getByRole('textbox', { name: 'Ny kommentar' }).fill('Så här ser det ut.');
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(comment(page, 'Så här ser det ut.').getByRole('listitem')).toHaveCount(3);
  await expect(chosen(page)).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Ny kommentar' })).toHaveValue('');
  await isDrawn(page, 'släppt.png');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Ladda ner vald\.png/ }).click();
  expect((await download).suggestedFilename()).toBe('vald.png');

  await page.getByLabel('Ta bort vald.png').click();
  await expect(page.getByText('Den kan tas tillbaka i 30 dagar.').filter({ visible: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await expect(page.getByText('tog bort bilagan')).toBeVisible();
  await expect(files(page)).toHaveCount(2);
});

test('pasted cells are text, and a picture that is pasted elsewhere is not the comment\'s', async ({ as }) => {
  const page = await as('sofia');
  await open(page, `/arenden/${await register(page, { rubrik: unique('Klistrat') })}`);
  // The browser is left to put the text in its place, and the field to its own paste.
  expect(await bring(page, 'paste', 'celler.png', 'Plan 3\t14 fönster')).toBe(true);
  expect(await bring(page, 'paste', 'sokfalt.png', '', '[role=search] input[name=q]')).toBe(true);
  expect(await bring(page, 'paste', 'bild.png')).toBe(false);
  await expect(chosen(page)).toHaveText([/^bild\.png/]);
});

test('a removed file comes back from its receipt and from its line of the history', async ({ as }) => {
  const page = await as('sofia');
  await open(page, `/arenden/${await register(page, { rubrik: unique('Ångrad bilaga') })}`);
  await page.getByLabel('Bifoga filer').setInputFiles(picture('nyckel.png'));
  await page.getByRole('textbox', { name: 'Ny kommentar' }).fill('Nyckeln');
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  const there = comment(page, 'Nyckeln').getByRole('listitem');
  await expect(there).toHaveCount(1);
  const remove = async () => {
    await page.getByLabel('Ta bort nyckel.png').click();
    await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
    await expect(there).toHaveCount(0);
  };
  await remove();
  const receipt = page.getByRole('status').filter({ hasText: 'nyckel.png är borttagen' });
  await receipt.getByRole('button', { name: 'Ångra' }).click();
  await expect(there).toHaveCount(1);
  await expect(page.getByText('tog tillbaka bilagan')).toBeVisible();
  await isDrawn(page, 'nyckel.png');

  await remove();
  await page.reload();
  await expect(page.locator('html[data-hydrated]')).toBeAttached();
  const line = page.getByRole('listitem').filter({ hasText: 'tog bort bilagan' }).last();
  await line.hover();
  await line.getByRole('button', { name: 'Ångra' }).click();
  await expect(there).toHaveCount(1);
  await isDrawn(page, 'nyckel.png');
  await expect(page.getByText('tog tillbaka bilagan')).toHaveCount(2);
});

test('on the phone a removed file is put back', async ({ as }) => {
  const page = await as('amira', phone);
  const number = await register(page, { rubrik: unique('Ångrad på mobilen') });
  await open(page, `/m/arenden/${number}`);
  await page.getByLabel('Ta foto').setInputFiles(picture('lampa.png'));
  await page.getByRole('button', { name: 'Spara kommentar' }).tap();
  await expect(files(page)).toHaveCount(1);
  await page.getByLabel('Ta bort lampa.png').tap();
  await page.getByRole('button', { name: 'Ta bort', exact: true }).tap();
  await expect(files(page)).toHaveCount(0);
  await page.getByText('Borttagna bilagor').tap();
  await page.getByRole('button', { name: 'Ta tillbaka lampa.png' }).tap();
  await expect(files(page)).toHaveCount(1);
  await expect(page.getByText('Borttagna bilagor')).toHaveCount(0);
});

test('without JavaScript a file is chosen, seen and removed', async ({ as }) => {
  const page = await as('sofia', { javaScriptEnabled: false });
  await page.goto(`/arenden/${await register(page, { rubrik: unique('Utan skript') })}`);
  await page.getByLabel('Bifoga filer').setInputFiles(picture('ensam.png'));
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(page.getByRole('region', { name: 'Bilagor' })).toContainText('ensam.png');
  await expect(page.getByText('bifogade')).toBeVisible();
  await page.getByLabel('Ta bort ensam.png').click();
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await expect(page.getByText('tog bort bilagan')).toBeVisible();
  await expect(files(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(page.getByText('tog tillbaka bilagan')).toBeVisible();
  await expect(files(page)).toContainText(['ensam.png']);

  // The phone has no history.
  const address = page.url().replace('/arenden/', '/m/arenden/');
  await page.goto(address);
  await page.getByLabel('Ta bort ensam.png').click();
  await page.getByRole('button', { name: 'Ta bort', exact: true }).click();
  await expect(page).toHaveURL(address);
  await expect(files(page)).toHaveCount(0);
  await page.getByText('Borttagna bilagor').click();
  await page.getByRole('button', { name: 'Ta tillbaka ensam.png' }).click();
  await expect(page).toHaveURL(address);
  await expect(files(page)).toContainText(['ensam.png']);
});

test('what is refused is told, and what was written stays', async ({ as }) => {
  const page = await as('sofia');
  await open(page, `/arenden/${await register(page, { rubrik: unique('Fel sort') })}`);
  const field = page.getByRole('textbox', { name: 'Ny kommentar' });
  await field.fill('Se filen');
  const bad = { name: 'bild.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') };
  await page.getByLabel('Bifoga filer').setInputFiles([picture('hel.png'), bad]);
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(page.getByRole('alert')).toContainText('bild.png är av ett slag som inte tas emot');
  await expect(field).toHaveValue('Se filen');
  await expect(chosen(page)).toContainText(['hel.png', 'bild.png']);
  await page.getByRole('button', { name: 'Bifoga inte bild.png' }).click();
  // Too large is told before anything is sent.
  const large = test.info().outputPath('film.mp4');
  await writeFile(large, Buffer.alloc(26 * 1024 * 1024));
  await page.getByLabel('Bifoga filer').setInputFiles(large);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(page.getByRole('alert')).toContainText('film.mp4 är för stor. Varje fil får vara högst 25 MB.');
  expect(sent.filter((address) => address.includes('kommentar'))).toEqual([]);
  // The sound one and the text are still there.
  await page.getByRole('button', { name: 'Bifoga inte film.mp4' }).click();
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(comment(page, 'Se filen').getByRole('listitem')).toContainText(['hel.png']);
});

test('a picture is opened in the browser without a complaint', async ({ as, complaints }) => {
  const page = await as('sofia');
  await open(page, `/arenden/${await register(page, { rubrik: unique('Öppnad bild') })}`);
  await page.getByLabel('Bifoga filer').setInputFiles(picture('nyckel.png'));
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Visa nyckel.png' }).first().click();
  const picturePage = await opened;
  await picturePage.waitForLoadState();
  const drawn = picturePage.locator('img');
  expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(complaints.unexpected()).toEqual([]);
});

test('a long name is cut before its extension', async ({ as }) => {
  const page = await as('sofia');
  const name = 'Nyckelkvittens för trapphus och källare på Storgatan 12.png';
  await open(page, `/arenden/${await register(page, { rubrik: unique('Långt namn') })}`);
  await page.getByLabel('Bifoga filer').setInputFiles(picture(name));
  await expect(chosen(page)).toContainText(name);
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  const download = page.getByRole('link', { name: new RegExp(`^Ladda ner ${name}`) }).first();
  const [stem, extension] = [download.getByText('Nyckelkvittens', { exact: false }).last(), download.getByText('.png', { exact: true })];
  expect(await stem.evaluate((stem) => stem.scrollWidth - stem.clientWidth)).toBeGreaterThan(0);
  const [link, end] = [await download.boundingBox(), await extension.boundingBox()];
  expect(end!.width).toBeGreaterThan(10);
  expect(end!.x + end!.width).toBeLessThanOrEqual(link!.x + link!.width + 0.5);
});

test('what the customer sees is marked so', async ({ as }) => {
  const page = await as('sofia');
  const number = await register(page, { rubrik: unique('Till kunden'), kund: 'Lundin & Frisk AB' });
  await open(page, `/arenden/${number}`);
  await page.getByLabel('Bifoga filer').setInputFiles(picture('offert.png'));
  await page.getByRole('switch', { name: /^Extern/ }).check();
  await page.getByRole('button', { name: 'Spara och visa för kunden' }).click();
  await expect(page.getByRole('region', { name: 'Bilagor' }).getByRole('listitem')).toContainText('Kunden ser');
});

for (const [how, options] of [['hydrated', {}], ['without JavaScript', { javaScriptEnabled: false }]] as const) {
  test(`a new case from the phone comes with its picture, ${how}`, async ({ as }) => {
    const page = await as('amira', { ...phone, ...options });
    const visit = (address: string) => (how === 'hydrated' ? open(page, address) : page.goto(address));
    const subject = unique('Trasig dörr');
    await visit('/m/nytt');
    await page.getByRole('textbox', { name: 'Vad har hänt?' }).fill(subject);
    await expect(page.getByLabel('Ta foto')).toHaveAttribute('capture', 'environment');
    await page.getByLabel('Ta foto').setInputFiles(picture('dorr.png'));
    await page.getByLabel('Bifoga filer').setInputFiles(picture('karm.png'));
    await page.getByRole('button', { name: 'Skapa ärende' }).tap();
    await page.getByRole('link', { name: new RegExp(subject) }).tap();
    await expect(files(page)).toContainText(['dorr.png', 'karm.png']);

    if (how === 'hydrated') await expect(page.locator('html[data-hydrated]')).toBeAttached();
    await page.getByRole('textbox', { name: 'Intern kommentar' }).fill('Nu är den lagad.');
    await page.getByLabel('Ta foto').setInputFiles(picture('lagad.png'));
    await page.getByRole('button', { name: 'Spara kommentar' }).tap();
    await expect(comment(page, 'Nu är den lagad.').getByRole('listitem')).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}
