import { field, numbers, openListOf, post, register, row, rows, unique } from '../cases';
import { expect, open, phone, test, type Page } from '../fixtures';

/** Registers so many cases of one word and shows them, the first on top. */
async function some(page: Page, count: number) {
  const word = unique('Flera');
  const registered: number[] = [];
  for (let index = 0; index < count; index += 1) {
    registered.push(await register(page, { rubrik: `${word} ${index}` }));
  }
  await page.goto(`/arenden?q=${encodeURIComponent(word)}&bas=alla&sort=nr`);
  await expect(page.locator('html[data-hydrated]')).toBeAttached();
  await expect(rows(page)).toHaveCount(Math.min(count, 50));
  return { word, registered };
}

function box(page: Page, number: number) {
  return page.getByRole('checkbox', { name: `Markera ärende ${number}` });
}

function bar(page: Page) {
  return page.getByRole('region', { name: 'Ändra valda ärenden' });
}

async function set(page: Page, property: 'Status' | 'Prioritet' | 'Typ' | 'Kanal', value: string) {
  await bar(page).getByRole('combobox', { name: `${property} för valda ärenden` }).selectOption({ label: value });
  await bar(page).getByRole('button', { name: `${property} till` }).click();
}

test('a range by shift, changed and undone', async ({ as }) => {
  const page = await as('maria');
  const { registered } = await some(page, 5);
  await expect(bar(page)).toBeHidden();
  await box(page, registered[1]).check();
  await box(page, registered[3]).click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('3 valda');
  await expect(box(page, registered[2])).toBeChecked();
  await set(page, 'Status', 'Löst');

  const receipt = page.getByRole('status').filter({ hasText: '3 ärenden fick status Löst' });
  await expect(receipt).toBeVisible();
  for (const number of registered.slice(1, 4)) {
    await expect(field(row(page, number), 'status')).toContainText('Löst');
  }
  await expect(field(row(page, registered[0]), 'status')).toContainText('Ny');

  await receipt.getByRole('button', { name: 'Ångra' }).click();
  for (const number of registered) {
    await expect(field(row(page, number), 'status')).toContainText('Ny');
  }
});

for (const [property, value, column] of [
  ['Prioritet', 'Omedelbar', 'prioritet'],
  ['Typ', 'Klagomål', 'typ'],
  ['Kanal', 'Hemsidan', 'kanal'],
] as const) {
  test(`${property} till ${value}`, async ({ as }) => {
    const page = await as('maria');
    const { registered } = await some(page, 2);
    await page.getByRole('checkbox', { name: 'Markera alla på sidan' }).check();
    await expect(bar(page)).toContainText('2 valda');
    await set(page, property, value);
    for (const number of registered) {
      await expect(field(row(page, number), column)).toContainText(value);
    }
  });
}

test('Ansvarig till somebody who is searched for', async ({ as }) => {
  const page = await as('maria');
  const { registered } = await some(page, 2);
  await page.getByRole('checkbox', { name: 'Markera alla på sidan' }).check();
  await bar(page).getByRole('combobox', { name: 'Ansvarig för valda ärenden' }).fill('Sofia');
  await page.getByRole('option', { name: /Sofia Berg/ }).click();
  await bar(page).getByRole('button', { name: 'Ansvarig till' }).click();
  for (const number of registered) {
    await expect(field(row(page, number), 'ansvarig')).toContainText('Sofia B');
  }
});

test('all that match, also beyond the page', async ({ as }) => {
  test.slow();
  const page = await as('maria');
  const { word, registered } = await some(page, 53);
  await page.getByRole('checkbox', { name: 'Markera alla på sidan' }).check();
  await expect(bar(page)).toContainText('50 valda');
  await page.getByRole('button', { name: 'Välj alla 53 som matchar' }).click();
  await expect(bar(page)).toContainText('53 valda');
  await set(page, 'Prioritet', 'Låg');
  await expect(page.getByRole('status').filter({ hasText: '53 ärenden fick prioritet Låg' })).toBeVisible();
  await page.goto(`/arenden?q=${encodeURIComponent(word)}&bas=alla&prioritet=lag&sort=-nr`);
  await expect.poll(async () => (await numbers(page))[0]).toBe(registered[52]);
  await expect(page.getByRole('navigation', { name: 'Sidor' })).toContainText('av 53');
});

test('Escape takes the ticks away', async ({ as }) => {
  const page = await as('maria');
  const { registered } = await some(page, 2);
  await box(page, registered[0]).check();
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(box(page, registered[0])).not.toBeChecked();
});

test('what another has changed since is left alone by Ångra', async ({ as }) => {
  const page = await as('maria');
  const { word, registered } = await some(page, 2);
  await page.getByRole('checkbox', { name: 'Markera alla på sidan' }).check();
  await set(page, 'Status', 'Godkänd');
  const receipt = page.getByRole('status').filter({ hasText: '2 ärenden fick status Godkänd' });
  // Under the pointer it stays.
  await receipt.hover();

  const other = await as('sofia');
  await openListOf(other, word);
  await field(row(other, registered[0]), 'status').click();
  await other.getByRole('dialog').getByRole('radio', { name: 'Bekräftad' }).click();
  await expect(field(row(other, registered[0]), 'status')).toContainText('Bekräftad');

  await receipt.getByRole('button', { name: 'Ångra' }).click();
  await expect(field(row(page, registered[1]), 'status')).toContainText('Ny');
  await expect(field(row(page, registered[0]), 'status')).toContainText('Bekräftad');
});

test('what another has changed meanwhile is skipped, and the receipt says so', async ({ as }) => {
  const page = await as('maria');
  const { word, registered } = await some(page, 3);
  await page.getByRole('checkbox', { name: 'Markera alla på sidan' }).check();
  const other = await as('sofia');
  await openListOf(other, word);
  await field(row(other, registered[0]), 'status').click();
  await other.getByRole('dialog').getByRole('radio', { name: 'Bekräftad' }).click();
  await expect(field(row(page, registered[0]), 'status')).toContainText('Bekräftad');

  await set(page, 'Status', 'Löst');
  await expect(page.getByText('2 av 3 ärenden ändrades.')).toBeInViewport();
  await expect(page.getByText(`${registered[0]} ändrades samtidigt av Sofia Berg`)).toBeVisible();
  await expect(field(row(page, registered[1]), 'status')).toContainText('Löst');
  await expect(field(row(page, registered[0]), 'status')).toContainText('Bekräftad');
});

for (const [where, options] of [
  ['at a desk', {}],
  ['on a phone', phone],
] as const) {
  test(`a receipt stands over the bar ${where}`, async ({ as }) => {
    const page = await as('maria', options);
    await open(page, '/arenden');
    await rows(page).nth(2).getByRole('checkbox').check();
    await set(page, 'Prioritet', 'Hög');
    const receipt = page.locator('.toast');
    await expect(receipt).toBeVisible();
    await rows(page).nth(3).getByRole('checkbox').check();
    await expect(bar(page)).toBeVisible();
    await expect
      .poll(async () => {
        const [told, below] = [await receipt.boundingBox(), await bar(page).boundingBox()];
        return told!.y + told!.height <= below!.y;
      })
      .toBe(true);
  });
}

test('what was skipped is told in view, also of those who have scrolled', async ({ as }) => {
  const [page, other] = [await as('maria'), await as('sofia')];
  await open(page, '/arenden');
  const shown = await numbers(page);
  for (const index of [40, 41, 42]) await rows(page).nth(index).getByRole('checkbox').check();
  const version = Number((await rows(page).nth(41).getByRole('checkbox').inputValue()).split(':')[1]);
  await other.goto('/arenden');
  const changed = await post(other, `/arenden/${shown[41]}/kanal`, { version: `${version}`, varde: 'manuellt' });
  expect(changed.status()).toBe(303);
  await set(page, 'Kanal', 'Hemsidan');
  await expect(page.getByRole('alert').filter({ hasText: '2 av 3 ärenden ändrades.' })).toBeInViewport();
});

test('focus in the bar scrolls nothing', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  await rows(page).nth(2).getByRole('checkbox').check();
  await page.mouse.wheel(0, 500);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(500);
  await bar(page).getByRole('combobox', { name: 'Status för valda ärenden' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('combobox', { name: 'Prioritet för valda ärenden' })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(500);
});

test('a change that was refused before the script came goes on where it stood', async ({ as, tolerate }) => {
  tolerate(/status of 422/);
  const page = await as('maria');
  const { word, registered } = await some(page, 2);
  // Nothing but HTML until the form has been answered.
  await page.route('**/*.{js,wasm}', (route) => route.abort());
  tolerate(/ERR_FAILED|Failed to fetch/);
  await page.goto(`/arenden?q=${encodeURIComponent(word)}&bas=alla&sort=nr`);
  await box(page, registered[0]).check();
  await bar(page).getByRole('textbox', { name: 'Ansvarig för valda ärenden' }).fill('a');
  await page.unroute('**/*.{js,wasm}');
  await bar(page).getByRole('button', { name: 'Ansvarig till' }).click();
  await expect(page.locator('html[data-hydrated]')).toBeAttached();
  await expect(bar(page)).toContainText('1 vald');
  await expect(box(page, registered[0])).toBeChecked();
  await expect(box(page, registered[1])).not.toBeChecked();
  await bar(page).getByRole('radio').first().check();
  await bar(page).getByRole('button', { name: 'Ansvarig till' }).click();
  await expect(page.getByText('1 ärende fick ansvarig Maria Lindqvist')).toBeVisible();
  await expect(field(row(page, registered[0]), 'ansvarig')).toContainText('Maria L');
  // What was asked is answered.
  await box(page, registered[1]).check();
  await expect(bar(page)).toContainText('1 vald');
  await expect(bar(page).getByRole('radio')).toHaveCount(0);
});
