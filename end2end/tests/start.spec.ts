// The start page: what waits, each number the way to its list, chosen by each for themselves.

import { register, row, unique } from '../cases';
import { expect, open, test } from '../fixtures';

test('every number leads to exactly as many cases', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/');
  const numbers = page.getByRole('main').locator('a.badge');
  const count = await numbers.count();
  expect(count).toBe(7);
  for (let index = 0; index < count; index += 1) {
    await open(page, '/');
    const number = numbers.nth(index);
    const said = /^\d+\+?/.exec((await number.innerText()).trim())?.[0];
    await number.click();
    await expect(page).toHaveURL(/\/arenden\?/);
    if (Number(said) <= 50) {
      await expect(page.locator('tbody').getByRole('row')).toHaveCount(Number(said));
    }
  }
});

test('what a colleague changes after I looked is marked until I look again', async ({ as }) => {
  const [maria, sofia] = [await as('maria'), await as('sofia')];
  const subject = unique('Ändrat');
  const number = await register(maria, { rubrik: subject });
  await open(maria, `/arenden/${number}`);
  // Whoever has it before them sees it change.
  await open(maria, '/');
  await open(sofia, `/arenden/${number}`);
  await sofia.getByRole('textbox', { name: 'Ny kommentar' }).fill('Sofia skrev.');
  await sofia.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(sofia.getByRole('article', { name: /Intern kommentar/ })).toContainText('Sofia skrev.');

  await open(maria, '/');
  const section = maria.getByRole('region', { name: 'Ändrade sedan jag tittade' });
  await expect(section.getByRole('link', { name: new RegExp(subject) })).toBeVisible();
  await open(maria, `/arenden?q=${encodeURIComponent(subject)}`);
  await expect(row(maria, number).getByText('Ändrat sedan du tittade')).toBeAttached();
  await row(maria, number).getByRole('link', { name: subject }).click();
  await expect(maria.getByText('Sofia skrev.')).toBeVisible();
  await open(maria, '/');
  await expect(section.getByRole('link', { name: new RegExp(subject) })).toBeHidden();
});

for (const [how, options] of [['hydrated', {}], ['without JavaScript', { javaScriptEnabled: false }]] as const) {
  test(`one chooses what is shown and in which order, ${how}`, async ({ as }) => {
    const page = await as('sofia', options);
    const headings = page.getByRole('main').getByRole('heading', { level: 2 });
    await (how === 'hydrated' ? open(page, '/') : page.goto('/'));
    await page.getByText('Anpassa startsidan').click();
    for (const name of ['Försenade', 'I dag', 'Resten av veckan', 'Utan ansvarig', 'Ändrade sedan jag tittade']) {
      await page.getByRole('checkbox', { name }).uncheck();
    }
    await page.getByRole('spinbutton', { name: 'Plats för Nyinkomna ärenden' }).fill('1');
    await page.getByRole('spinbutton', { name: 'Plats för Mina ärenden' }).fill('2');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await expect(headings).toHaveText(['Nyinkomna ärenden', 'Mina ärenden']);
    await page.getByText('Anpassa startsidan').click();
    await page.getByRole('button', { name: 'Återställ till det förvalda' }).click();
    await expect(headings).toHaveCount(7);
  });
}
