// A slow network: the page is there, its wasm is not.

import { quickSearch, register, row, unique } from '../cases';
import { expect, hydrated, open, test, type Page } from '../fixtures';

/** Holds the wasm back until the returned function is called. */
async function slow(page: Page) {
  let arrive = () => {};
  const held = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  return arrive;
}

test('what was typed into the search survives, and then acts', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Tidig');
  const number = await register(page, { rubrik: word });
  const arrive = await slow(page);
  await page.goto('/arenden', { waitUntil: 'commit' });
  await quickSearch(page).fill(word);
  arrive();
  await hydrated(page);
  await expect(quickSearch(page)).toHaveValue(word);
  await quickSearch(page).press('Enter');
  await expect(row(page, number)).toBeVisible();
});

test('what was typed into a new case survives', async ({ as }) => {
  const page = await as('maria');
  const subject = unique('Snabb');
  const arrive = await slow(page);
  await page.goto('/arenden/nytt', { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Rubrik' }).fill(subject);
  await page.getByRole('textbox', { name: 'Innehåll' }).fill('Skrivet för tidigt.');
  await page.getByRole('radio', { name: 'Bråttom' }).check();
  arrive();
  await hydrated(page);
  await expect(page.getByRole('textbox', { name: 'Rubrik' })).toHaveValue(subject);
  await expect(page.getByRole('textbox', { name: 'Innehåll' })).toHaveValue('Skrivet för tidigt.');
  await expect(page.getByRole('radio', { name: 'Bråttom' })).toBeChecked();
  await page.getByRole('button', { name: 'Skapa ärende' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
});

test('what was typed into a comment survives', async ({ as }) => {
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Kommentar') });
  const arrive = await slow(page);
  await page.goto(`/arenden/${number}`, { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Ny kommentar' }).fill('Redan skrivet.');
  arrive();
  await hydrated(page);
  await expect(page.getByRole('textbox', { name: 'Ny kommentar' })).toHaveValue('Redan skrivet.');
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(page.getByRole('article', { name: /Intern kommentar/ })).toContainText('Redan skrivet.');
});

test('ticks survive too', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Bock');
  const number = await register(page, { rubrik: word });
  const arrive = await slow(page);
  await page.goto(`/arenden?q=${encodeURIComponent(word)}`, { waitUntil: 'commit' });
  const box = page.getByRole('checkbox', { name: `Markera ärende ${number}` });
  await box.check();
  await expect(page.getByRole('region', { name: 'Ändra valda ärenden' })).toBeVisible();
  arrive();
  await hydrated(page);
  await expect(box).toBeChecked();
  await expect(page.getByRole('region', { name: 'Ändra valda ärenden' })).toContainText('1 vald');
});

for (const address of ['/arenden/2398?falt=status', '/arenden/2398?falt=ansvarig', '/arenden/2398?falt=forfaller', '/arenden?falt=2398.prioritet']) {
  test(`a page that opens with a form comes alive: ${address}`, async ({ as }) => {
    const page = await as('maria');
    await open(page, address);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    // The form's own button has the focus again.
    await expect(page.locator('a[aria-haspopup="dialog"]:focus')).toHaveAttribute('data-falt', address.split(/[=.]/).pop()!);
    await expect(page.locator('.live')).toHaveText('Live');
  });
}
