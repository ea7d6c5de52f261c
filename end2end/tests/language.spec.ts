import { quickSearch, rows } from '../cases';
import { expect, open, password, people, test } from '../fixtures';

test('the whole desk in English, as a choice of its user', async ({ as }) => {
  const page = await as('erik');
  await open(page, '/jag');
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('button', { name: 'Spara språk' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1, name: 'Me' })).toBeVisible();

  await open(page, '/arenden');
  await expect(page.getByRole('heading', { level: 1, name: 'Cases' })).toBeVisible();
  for (const name of ['No.', 'Subject', 'Customer', 'Responsible', 'Priority', 'Type', 'Channel', 'Created', 'Due']) {
    await expect(page.getByRole('columnheader', { name, exact: true })).toBeVisible();
  }
  await expect(page.getByRole('searchbox', { name: 'Quick search' })).toBeVisible();
  await expect(quickSearch(page)).toHaveCount(0);
  // What the company wrote stays as it wrote it.
  await expect(rows(page).first()).toContainText(/Ny|Tilldelad|Återkoppling|Godkänd|Bekräftad/);

  await open(page, '/arenden/nytt');
  await expect(page.getByRole('button', { name: 'Create case' })).toBeVisible();
  await open(page, '/arenden/290');
  await expect(page.getByRole('button', { name: 'Save comment' })).toBeVisible();

  await open(page, '/jag');
  await page.getByRole('radio', { name: 'Svenska' }).check();
  await page.getByRole('button', { name: 'Save language' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
});

test.describe('a browser that asks for English', () => {
  test.use({ locale: 'en-GB' });

  test('gets the login in it, and then the page in the language of the user', async ({ page }) => {
    await page.goto('/logga-in');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByLabel('E-mail or user name').fill(people.maria);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page).toHaveURL('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  });
});
