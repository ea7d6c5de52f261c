// The quick search of the list: what it says of small words, which customers it fits, and the case of a number.

import { openListOf, quickSearch, register, row, rows, unique } from '../cases';
import { expect, open, phone, test, type Page } from '../fixtures';

const strip = (page: Page) => page.getByRole('navigation', { name: 'Kunder som passar' });
const small = (page: Page, words: string) => page.getByText(`Småord som ”${words}” söks bara i rubriken.`);

for (const [how, options] of [['hydrated', {}], ['without JavaScript', { javaScriptEnabled: false }]] as const) {
  test(`small words are looked for in the subject, and that is said, ${how}`, async ({ as }) => {
    const page = await as('maria', options);
    const number = await register(page, { rubrik: `Hon som varit borta sedan dess ${unique('')}` });
    const other = await register(page, { rubrik: unique('Annat'), innehall: 'Hon har varit borta sedan dess.' });
    await page.goto('/arenden?q=hon+sedan+dess&bas=alla');
    await expect(small(page, 'hon sedan dess')).toBeVisible();
    await expect(row(page, number)).toBeVisible();
    await expect(row(page, other)).toHaveCount(0);
    await page.goto('/arenden?q=hon+varit+blivit');
    await expect(small(page, 'hon varit blivit')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Inga ärenden matchar' })).toBeVisible();
    await expect(rows(page)).toHaveCount(0);
    await page.goto('/arenden?q=sedan+nyckel');
    await expect(page.getByText('söks bara i rubriken')).toHaveCount(0);
  });

  test(`customers whom a search fits stand over the rows, ${how}`, async ({ as }) => {
    const page = await as('sofia', options);
    for (const typed of ['solgläntan', '08-465 004 01', '1001']) {
      await page.goto(`/arenden?q=${encodeURIComponent(typed)}`);
      await expect(strip(page).getByRole('link').first()).toHaveText('BRF Solgläntan');
      await expect(strip(page).getByRole('listitem').first()).toContainText(/\d+ öpp(na|et) ärende/);
    }
    await page.goto('/arenden?q=BRF');
    await expect(strip(page).getByRole('listitem')).toHaveCount(4);
    await strip(page).getByRole('link', { name: 'Fler kunder' }).click();
    await expect(page).toHaveURL(/\/kunder\?q=BRF/);
    await page.goto('/arenden?q=dammsugare');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(strip(page)).toHaveCount(0);
  });
}

test('the customers follow as one types, and lead to their cards', async ({ as }) => {
  const page = await as('sofia');
  await open(page, '/arenden');
  await expect(strip(page)).toHaveCount(0);
  await quickSearch(page).pressSequentially('solgl');
  await expect(strip(page).getByRole('link')).toHaveText(['BRF Solgläntan']);
  await quickSearch(page).fill('dammsugare');
  await expect(strip(page)).toHaveCount(0);
  await quickSearch(page).fill('solgläntan');
  await strip(page).getByRole('link', { name: 'BRF Solgläntan' }).click();
  await expect(page).toHaveURL('/kunder/1001');
});

test('the sentence about small words follows as one types', async ({ as }) => {
  const page = await as('sofia');
  await open(page, '/arenden');
  await quickSearch(page).fill('sedan');
  await expect(small(page, 'sedan')).toBeVisible();
  await quickSearch(page).fill('varit');
  await expect(small(page, 'varit')).toBeVisible();
  await quickSearch(page).fill('');
  await expect(page.getByText('söks bara i rubriken')).toHaveCount(0);
});

test('the box says it of small words too', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/');
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Sök och gå till' });
  await box.fill('hon varit blivit');
  await expect(small(page, 'hon varit blivit')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Ärenden' })).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Liknande ärenden' })).toHaveCount(0);
});

test('the case of a number stands first', async ({ as }) => {
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Först') });
  await register(page, { rubrik: `${unique('Rör')} ${number}` });
  await openListOf(page, `${number}`);
  await expect(rows(page).first().locator('.c-nr')).toHaveText(`${number}`);
  await expect(rows(page)).toHaveCount(2);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the strip fits a phone, ${scheme}`, async ({ as }) => {
    const page = await as('sofia', { ...phone, colorScheme: scheme });
    await open(page, '/arenden?q=BRF');
    await expect(strip(page)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}
