// A list as a file: what is shown, all of it, also without script and on a phone.

import { readFile } from 'node:fs/promises';
import { expect, open, type Page, phone, test } from '../fixtures';

async function download(page: Page, name: string) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('the list is exported as it is filtered, all of it', async ({ as }) => {
  const page = await as('sofia');
  await open(page, '/arenden?bas=alla&prioritet=hog');
  const file = await download(page, 'Exportera till CSV');
  expect(file.name).toMatch(/^arenden-\d{4}-\d\d-\d\d\.csv$/);
  const text = file.bytes.toString('utf8');
  expect(text).toMatch(/^\ufeffNr;Rubrik;Status;/);
  expect(text).toContain(';Hög;');
  expect(text).not.toContain(';Bråttom;');
  const shown = await page.locator('tbody tr').count();
  expect(text.match(/;Hög;/g)?.length).toBeGreaterThan(shown);

  const workbook = await download(page, 'Exportera till Excel');
  expect(workbook.name).toMatch(/\.xlsx$/);
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
});

for (const [what, options] of Object.entries({
  'without JavaScript': { javaScriptEnabled: false },
  'on a phone': phone,
})) {
  test(`customers and people are exported ${what}`, async ({ as }) => {
    const page = await as('maria', options);
    await page.goto('/kunder?q=brf');
    const customers = await download(page, 'Exportera till CSV');
    expect(customers.bytes.toString('utf8')).toContain('BRF Solgläntan');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      await page.evaluate(() => window.innerWidth),
    );
    await page.goto('/anstallda');
    const people = await download(page, 'Exportera till CSV');
    expect(people.bytes.toString('utf8')).toContain('Maria Lindqvist');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      await page.evaluate(() => window.innerWidth),
    );
  });
}
