// What a browser loads, and in how many pieces.

import { rows } from '../cases';
import { expect, open, test, type Page } from '../fixtures';

/** The files of this build that the page has asked for so far. */
function asked(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const file = /\/pkg\/[^/]+\/([^?#]+)/.exec(request.url())?.[1];
    if (file) files.push(file);
  });
  return files;
}

test('the first page brings its code in one file, the next only what is missing', async ({ as }) => {
  const page = await as('maria');
  const files = asked(page);
  await open(page, '/arenden');
  expect(new Set(files)).toEqual(new Set(['arende.css', 'arende.js', 'arende.wasm', 'cases.pack', 'sprite.svg']));

  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Kunder' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kunder' })).toBeVisible();
  const parts = files.filter((file) => file.endsWith('.wasm'));
  expect(parts).toContain('split_rooms.wasm');
  expect(new Set(parts).size).toBe(parts.length);
  expect(files.filter((file) => file.endsWith('.pack'))).toEqual(['cases.pack']);
});

test('a pack that does not come is made up for by its parts', async ({ as, tolerate }) => {
  tolerate(/ERR_FAILED/);
  const page = await as('maria');
  await page.route('**/*.pack', (route) => route.abort());
  const files = asked(page);
  await open(page, '/arenden');
  expect(files).toContain('split_cases.wasm');
  await expect(rows(page)).toHaveCount(50);
});

test('without script no code is loaded', async ({ as }) => {
  const page = await as('maria', { javaScriptEnabled: false });
  const files = asked(page);
  await page.goto('/arenden', { waitUntil: 'networkidle' });
  expect(new Set(files)).toEqual(new Set(['arende.css', 'sprite.svg']));
});

test('what the server has written in the rows is not written again', async ({ as }) => {
  const page = await as('maria');
  await page.addInitScript(() => {
    const again = ((window as unknown as { again: string[] }).again = []) as string[];
    const write = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (name: string, value: string) {
      if (this.closest('.tbl tbody') && this.getAttribute(name) === value) again.push(`${this.tagName} ${name}`);
      write.call(this, name, value);
    };
  });
  await open(page, '/arenden');
  await expect(rows(page).first().getByRole('button').first()).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { again: string[] }).again)).toEqual([]);
});
