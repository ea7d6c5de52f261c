// What one is told: mentions, watched cases.

import { register, unique } from '../cases';
import { expect, open, phone, test, type Page } from '../fixtures';

for (const [how, options] of [['hydrated', {}], ['without JavaScript', { javaScriptEnabled: false }]] as const) {
  test(`a mention and a watched case are told of until they are read, ${how}`, async ({ as }) => {
    const maria = await as('maria', options);
    const sofia = await as('sofia');
    const visit = (address: string) => (how === 'hydrated' ? open(maria, address) : maria.goto(address));
    const watched = unique('Bevakat');
    const number = await register(maria, { rubrik: watched });
    await visit(`/arenden/${number}`);
    await maria.getByRole('button', { name: 'Bevaka' }).click();
    await expect(maria.getByRole('button', { name: 'Sluta bevaka' })).toBeVisible();
    // Whoever has the case before them sees what is said, and need not be told.
    await visit('/arenden');

    const mentioned = unique('Nämnt');
    const other = await register(sofia, { rubrik: mentioned });
    for (const [on, text] of [[number, 'Ny vinkel.'], [other, 'Vad säger du, @Maria Lindqvist?']] as const) {
      await open(sofia, `/arenden/${on}`);
      await sofia.getByRole('textbox', { name: 'Ny kommentar' }).fill(text);
      await sofia.getByRole('button', { name: 'Spara kommentar' }).click();
      await expect(sofia.getByRole('article', { name: /Intern kommentar/ })).toContainText(text);
    }
    await open(sofia, `/arenden/${other}`);
    await expect(sofia.getByRole('list', { name: 'Anställda' })).toContainText('Maria Lindqvist');

    await visit('/arenden');
    await maria.getByRole('link', { name: /Aviseringar/ }).click();
    const told = (subject: string) => maria.getByRole('listitem').filter({ hasText: subject });
    await expect(told(watched)).toContainText('Sofia Berg kommenterade');
    await expect(told(mentioned)).toContainText('Sofia Berg nämnde dig i');
    await told(watched).getByRole('button', { name: 'Markera som läst' }).click();
    await expect(told(watched).getByText('Oläst')).toHaveCount(0);
    await told(mentioned).getByRole('link').click();
    await expect(maria.getByText('Vad säger du')).toBeVisible();
    await visit('/aviseringar');
    await expect(told(mentioned).getByText('Oläst')).toHaveCount(0);
  });
}

test('the bell falls when the case is opened by its row, which is as high as others', async ({ as }) => {
  const maria = await as('maria');
  const sofia = await as('sofia');
  const subject = unique('Klockan');
  const number = await register(maria, { rubrik: subject });
  // Maria has looked at it once, before Sofia writes; whatever else she was told is read.
  await open(maria, `/arenden/${number}`);
  await open(maria, '/aviseringar');
  const all = maria.getByRole('button', { name: 'Markera alla som lästa' });
  if (await all.isVisible()) await all.click();
  await open(sofia, `/arenden/${number}`);
  await sofia.getByRole('textbox', { name: 'Ny kommentar' }).fill('Vad säger du, @Maria Lindqvist?');
  await sofia.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(sofia.getByRole('article', { name: /Intern kommentar/ })).toBeVisible();

  await open(maria, '/arenden');
  const bell = maria.getByRole('link', { name: /^Aviseringar/ });
  await expect(bell).toHaveAccessibleName('Aviseringar 1 olästa');
  const row = maria.getByRole('row').filter({ hasText: subject });
  await expect(row.getByText('Ändrat sedan du tittade')).toBeAttached();
  // Only what fits on a line in all columns can be compared.
  const heights = await maria
    .locator('tbody tr[data-nr]')
    .evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().height)));
  const its = await row.evaluate((row) => Math.round(row.getBoundingClientRect().height));
  expect(its).toBe(Math.min(...heights));

  await row.getByRole('link', { name: subject }).click();
  await expect(maria.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(bell).toHaveAccessibleName('Aviseringar');
  await maria.goBack();
  await expect(row).toBeVisible();
  await expect(bell).toHaveAccessibleName('Aviseringar');
});

test('who is made responsible, or gets a case back, is told', async ({ as }) => {
  const maria = await as('maria');
  const sofia = await as('sofia');
  const subject = unique('Byt lampan');
  const number = await register(maria, { rubrik: subject, ansvarig: 'Sofia Berg' });
  await open(sofia, '/aviseringar');
  const told = (page: Page) => page.getByRole('listitem').filter({ hasText: subject });
  await expect(told(sofia)).toContainText('Maria Lindqvist gjorde dig ansvarig för');
  await told(sofia).getByRole('link').click();
  await sofia.getByRole('textbox', { name: 'Ny kommentar' }).fill('Lampan är bytt.');
  await sofia.getByRole('button', { name: 'Återkoppla till skaparen' }).click();
  await expect(sofia.getByRole('article', { name: /Intern kommentar/ })).toContainText('Lampan är bytt.');
  await open(maria, '/aviseringar');
  await expect(told(maria)).toContainText('Sofia Berg gjorde dig ansvarig för');
  await expect(told(maria).getByRole('link')).toHaveText(`${number} ${subject}`);
});

test('colleagues are offered while one writes "@"', async ({ as }) => {
  const page = await as('sofia');
  await open(page, `/arenden/${await register(page, { rubrik: unique('Vem') })}`);
  const field = page.getByRole('textbox', { name: 'Ny kommentar' });
  const offered = page.getByRole('listbox', { name: 'Anställda' });
  const option = (name: string) => offered.getByRole('option', { name });

  await field.pressSequentially('Hej kund@maria och @mar');
  await expect(option('Maria Lindqvist')).toBeVisible();
  await field.press('Escape');
  await expect(offered).toBeHidden();

  await field.pressSequentially('i');
  const maria = option('Maria Lindqvist');
  await expect(maria).toBeVisible();
  for (let at = 0; (await maria.getAttribute('aria-selected')) !== 'true'; at += 1) {
    expect(at).toBeLessThan(6);
    await field.press('ArrowDown');
  }
  await expect(field).toHaveAttribute('aria-activedescendant', (await maria.getAttribute('id'))!);
  await field.press('Enter');
  await expect(field).toHaveValue('Hej kund@maria och @Maria Lindqvist ');
  await expect(offered).toBeHidden();

  await field.pressSequentially('samt @amira h');
  await option('Amira Haddad').click();
  await expect(field).toHaveValue('Hej kund@maria och @Maria Lindqvist samt @Amira Haddad ');
  await expect(field).toBeFocused();
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(page.getByRole('article', { name: /Intern kommentar/ })).toContainText('samt @Amira Haddad');
  await open(page, page.url());
  for (const name of ['Maria Lindqvist', 'Amira Haddad']) {
    await expect(page.getByRole('list', { name: 'Anställda' })).toContainText(name);
  }
});

test('the list of colleagues gives way to a whole name, a moved cursor and a saved comment', async ({ as }) => {
  const page = await as('sofia');
  await open(page, `/arenden/${await register(page, { rubrik: unique('Vem då') })}`);
  const field = page.getByRole('textbox', { name: 'Ny kommentar' });
  const offered = page.getByRole('listbox', { name: 'Anställda' });

  await field.pressSequentially('@maria lindqvis');
  await expect(offered).toBeVisible();
  await field.press('t');
  await expect(offered).toBeHidden();
  await field.press('Enter');
  await expect(field).toHaveValue('@maria lindqvist\n');

  // A name that begins so stands before one that only holds it.
  await field.pressSequentially('@ma');
  await expect(offered.getByRole('option', { name: 'Fatima Osman' })).toBeVisible();
  const begins = (await offered.getByRole('option').allInnerTexts()).map((name) => /\bMa/.test(name));
  expect(begins).toEqual([...begins].sort((one, other) => Number(other) - Number(one)));
  expect(begins).toContain(true);
  await field.press('Escape');
  await field.fill('@maria lindqvist\n');
  await field.pressSequentially('@öh');
  await expect(offered.getByRole('option', { name: 'Linnéa Öhman' })).toBeVisible();
  await field.press('ArrowLeft');
  await expect(offered).toBeHidden();

  await field.press('End');
  await field.pressSequentially('m');
  await expect(offered).toBeVisible();
  await field.press('ControlOrMeta+Enter');
  await expect(page.getByRole('article', { name: /Intern kommentar/ })).toContainText('@öhm');
  await expect(offered).toBeHidden();
});

test('of two colleagues of the same name the chosen one is linked, with script and without', async ({ as, tolerate }) => {
  tolerate(/status of 422/);
  const page = await as('maria');
  const name = unique('Anna').replace(/\d/g, 'x');
  const ids: string[] = [];
  for (const nth of ['ett', 'två']) {
    await page.goto('/anstallda/ny');
    await page.getByLabel('Namn').first().fill(name);
    await page.getByLabel('Användarnamn').fill(`${name.toLowerCase().replace(' ', '.')}.${nth.replace('å', 'a')}`);
    await page.getByRole('button', { name: 'Lägg till anställd' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    ids.push(/\d+$/.exec(page.url())![0]);
  }
  const linked = (on: Page) => on.getByRole('list', { name: 'Anställda' }).getByRole('button', { name });

  await open(page, `/arenden/${await register(page, { rubrik: unique('Vilken Anna') })}`);
  const field = page.getByRole('textbox', { name: 'Ny kommentar' });
  await field.pressSequentially(`Hej @${name.toLowerCase()}`);
  const offered = page.getByRole('listbox', { name: 'Anställda' }).getByRole('option', { name });
  await expect(offered).toHaveCount(2);
  await offered.filter({ hasText: `nr ${ids[1]}` }).click();
  await expect(field).toHaveValue(`Hej @${name} (${ids[1]}) `);
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(page.getByRole('article', { name: /Intern kommentar/ })).toContainText(`@${name} (${ids[1]})`);
  await open(page, page.url());
  await expect(linked(page)).toHaveCount(1);
  await expect(linked(page)).toHaveAttribute('value', ids[1]);

  const plain = await as('sofia', { javaScriptEnabled: false });
  await plain.goto(`/arenden/${await register(plain, { rubrik: unique('Vilken Anna nu') })}`);
  await plain.getByRole('textbox', { name: 'Ny kommentar' }).fill(`Hej @${name}!`);
  await plain.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(plain.getByRole('alert')).toContainText('Flera kollegor har det namn du skrev efter @.');
  await expect(plain.getByRole('textbox', { name: 'Ny kommentar' })).toHaveValue(`Hej @${name}!`);
  await plain.getByRole('textbox', { name: 'Ny kommentar' }).fill(`Hej @${name} (${ids[0]})!`);
  await plain.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(linked(plain)).toHaveAttribute('value', ids[0]);
});

test('a long subject with å, ä and ö keeps to its line on a phone, and a customer has no such page', async ({ as, tolerate }) => {
  tolerate(/status of 403/);
  const [sofia, amira, karin] = [await as('sofia'), await as('amira', phone), await as('karin')];
  const subject = `${unique('Åäö')} ${'blöta trasor på översta våningen '.repeat(6)}`.slice(0, 200);
  const number = await register(sofia, { rubrik: subject });
  await open(sofia, `/arenden/${number}`);
  await sofia.getByRole('textbox', { name: 'Ny kommentar' }).fill('Kan du se efter, @Amira Haddad?');
  await sofia.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(sofia.getByRole('article', { name: /Intern kommentar/ })).toContainText('Kan du se efter');
  await open(amira, '/m/aviseringar');
  await expect(amira.getByRole('link', { name: subject.trim() })).toBeVisible();
  expect(await amira.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  for (const address of ['/aviseringar', '/m/aviseringar']) {
    expect((await karin.goto(address))?.status(), address).toBe(403);
  }
});

for (const [how, options] of [['hydrated', {}], ['without JavaScript', { javaScriptEnabled: false }]] as const) {
  test(`the phone tells of a mention until it is read, ${how}`, async ({ as }) => {
    const amira = await as('amira', { ...phone, ...options });
    const visit = (address: string) => (how === 'hydrated' ? open(amira, address) : amira.goto(address));
    const sofia = await as('sofia');
    const mentioned = unique('Nämnd på fältet');
    const number = await register(sofia, { rubrik: mentioned });
    await open(sofia, `/arenden/${number}`);
    await sofia.getByRole('textbox', { name: 'Ny kommentar' }).fill('Kan du ta den, @Amira Haddad?');
    await sofia.getByRole('button', { name: 'Spara kommentar' }).click();
    await expect(sofia.getByRole('article', { name: /Intern kommentar/ })).toContainText('Kan du ta den');

    await visit('/m');
    await amira.getByRole('link', { name: /Aviseringar.*\d.*olästa/ }).click();
    await expect(amira).toHaveURL(/\/m\/aviseringar$/);
    const told = amira.getByRole('listitem').filter({ hasText: mentioned });
    await expect(told).toContainText('Sofia Berg nämnde dig i');
    await told.getByRole('button', { name: 'Markera som läst' }).click();
    await expect(told.getByText('Oläst')).toHaveCount(0);
    await expect(amira).toHaveURL(/\/m\/aviseringar$/);
    await told.getByRole('link').click();
    await expect(amira).toHaveURL(new RegExp(`/m/arenden/${number}`));
  });
}
