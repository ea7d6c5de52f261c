// Ctrl+K: one box for everything.

import { register, unique } from '../cases';
import { expect, open, test, type Page } from '../fixtures';

const box = (page: Page) => page.getByRole('combobox', { name: 'Sök och gå till' });
const option = (page: Page, name: RegExp | string) => page.getByRole('option', { name });

async function find(page: Page, text: string) {
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await box(page).fill(text);
}

test('a case is found by its number and by a word, and Enter goes there', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Hittad');
  const number = await register(page, { rubrik: word });
  await open(page, '/');
  await find(page, `${number}`);
  await expect(option(page, new RegExp(word))).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/arenden/${number}`);
  await expect(box(page)).toBeHidden();

  await find(page, word);
  await expect(page.getByRole('group', { name: 'Ärenden' }).getByRole('option')).toHaveCount(1);
  await expect(page.locator('.find mark').first()).toBeVisible();
});

test('a customer is found by phone in any notation, and what is misspelt by what it is like', async ({ as }) => {
  const page = await as('sofia');
  await open(page, '/arenden');
  await find(page, '08 465 004 01');
  const customers = page.getByRole('group', { name: 'Kunder' });
  await expect(customers.getByRole('option').first()).toContainText('BRF Solgläntan');
  await box(page).fill('solglentan');
  await expect(page.getByRole('group', { name: 'Liknande kunder' }).getByRole('option').first()).toContainText('BRF Solgläntan');
  await page.getByRole('group', { name: 'Liknande kunder' }).getByRole('option').first().click();
  await expect(page).toHaveURL('/kunder/1001');
});

test('pages, views and acts are found by name, as far as one may go there', async ({ as }) => {
  const [maria, sofia] = [await as('maria'), await as('sofia')];
  await open(maria, '/');
  await find(maria, 'roller');
  await maria.keyboard.press('Enter');
  await expect(maria).toHaveURL('/installningar/roller');
  await find(maria, 'nytt');
  // Pages stand at once; the cases that the server found come above them.
  await expect(maria.getByRole('group', { name: 'Ärenden' }).getByRole('option').first()).toBeVisible();
  await option(maria, 'Nytt ärende').click();
  await expect(maria.getByRole('dialog', { name: 'Nytt ärende' })).toBeVisible();

  await open(sofia, '/');
  await find(sofia, 'roller');
  await expect(option(sofia, /roller/i).filter({ hasText: 'Användare' })).toHaveCount(0);
  await box(sofia).fill('klagomål');
  await expect(sofia.getByRole('group', { name: 'Sparade vyer' }).getByRole('option', { name: 'Klagomål' })).toBeVisible();
});

test('arrows move, Escape closes and gives the focus back, and it opens from within text', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden/2398');
  const comment = page.getByRole('textbox', { name: 'Ny kommentar' });
  await comment.fill('Halvt');
  await find(page, '');
  const offered = page.getByRole('listbox', { name: 'Sök och gå till' }).getByRole('option');
  await expect(offered.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(offered.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(offered.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeHidden();
  await expect(comment).toBeFocused();
  await expect(comment).toHaveValue('Halvt');
});

test('whatever is typed leads to the list of all that has it', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/');
  await find(page, 'nyckel & < skåp');
  await option(page, /Visa alla ärenden med/).click();
  await expect(page).toHaveURL(/\/arenden\?.*q=nyckel/);
});
