// The whole job without a mouse.

import { field, quickSearch, rows, unique } from '../cases';
import { expect, open, test } from '../fixtures';

test('from login to solved without a mouse', async ({ page }) => {
  const subject = unique('Tangentbord');
  await page.goto('/logga-in');
  await expect(page.getByLabel('E-post eller användarnamn')).toBeVisible();
  await page.getByLabel('E-post eller användarnamn').focus();
  await page.keyboard.type('maria.lindqvist@bjorkdala.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type('arende-demo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/');
  await expect(page.locator('html[data-hydrated]')).toBeAttached();

  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL('/arenden');
  await expect(rows(page)).toHaveCount(50);

  await page.keyboard.press('n');
  const panel = page.getByRole('dialog', { name: 'Nytt ärende' });
  await expect(panel).toBeVisible();
  await expect(panel.locator(':focus')).toBeAttached();
  await panel.getByRole('textbox', { name: 'Rubrik' }).focus();
  await page.keyboard.type(subject);
  await page.keyboard.press('Control+Enter');
  await expect(panel).toBeHidden();

  await page.keyboard.press('/');
  await expect(quickSearch(page)).toBeFocused();
  await page.keyboard.type(subject);
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());

  // On the row: priority and status by their letters, then open it.
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Ändra prioritet' })).toBeVisible();
  await page.keyboard.press('4');
  await expect(field(rows(page).first(), 'prioritet')).toContainText('Hög');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();

  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Ny kommentar' })).toBeFocused();
  await page.keyboard.type('Klart utan mus.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: /Intern kommentar/ })).toContainText('Klart utan mus.');

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Ändra status' })).toBeVisible();
  await page.keyboard.press('6');
  await expect(page.getByRole('button', { name: /Status Löst/ })).toBeVisible();
});

test('rows are walked and ticked by keys', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  for (const key of ['j', 'x', 'j', 'j', 'Shift+x']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByRole('region', { name: 'Ändra valda ärenden' })).toContainText('3 valda');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Ändra valda ärenden' })).toBeHidden();
});

test('letters are letters in a field, and nothing at all when turned off', async ({ as }) => {
  const page = await as('sofia');
  await open(page, '/arenden');
  await quickSearch(page).click();
  await page.keyboard.type('njx');
  await expect(quickSearch(page)).toHaveValue('njx');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await open(page, '/jag');
  const shortcuts = page.getByRole('switch', { name: 'Kortkommandon med en tangent' });
  const save = page.locator('form').filter({ has: shortcuts }).getByRole('button', { name: 'Spara' });
  await shortcuts.uncheck();
  await save.click();
  await open(page, '/arenden');
  await page.keyboard.press('n');
  await page.keyboard.press('/');
  await expect(quickSearch(page)).not.toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await open(page, '/jag');
  await shortcuts.check();
  await save.click();
  await open(page, '/arenden');
  await page.keyboard.press('/');
  await expect(quickSearch(page)).toBeFocused();
});

test('the first Tab offers the way past the menu', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Hoppa till innehållet' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the list of keys answers to ?', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Nytt ärende')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a picker follows the combobox pattern', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden/nytt');
  const customer = page.getByRole('combobox', { name: 'Kund' });
  await expect(customer).toHaveAttribute('aria-expanded', 'false');
  await customer.focus();
  await page.keyboard.type('brf');
  await expect(customer).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  const chosen = await customer.getAttribute('aria-activedescendant');
  await expect(page.locator(`#${chosen}`)).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator(`#${chosen}`)).toHaveRole('option');
  await expect(customer).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(customer).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.type('xyzzy');
  await expect(page.getByText('Ingen kund stämmer.')).toBeVisible();
});
