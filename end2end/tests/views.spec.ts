// Saved views: filters under a name, above the list, shared, arranged, opened first.

import { quickSearch, register, rows, unique } from '../cases';
import { expect, hydrated, open, test, type Page } from '../fixtures';

const how = [['hydrated', {}], ['without JavaScript', { javaScriptEnabled: false }]] as const;

/** The tabs above the list. */
function tabs(page: Page) {
  return page.getByRole('navigation', { name: 'Urval' });
}

/** Goes there, and waits for the script where there is one. */
async function visit(page: Page, address: string, kind: string) {
  await page.goto(address);
  if (kind === 'hydrated') await hydrated(page);
}

/** Saves what the list shows. */
async function save(page: Page, name: string, audience = 'Bara jag') {
  await page.getByText(/^Spara (vy|som ny)$/).click();
  await page.getByRole('textbox', { name: 'Vyns namn' }).fill(name);
  await page.getByRole('combobox', { name: 'För vem' }).selectOption(audience);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
}

/** The row of a view on the page where one arranges them. */
function line(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
}

async function remove(page: Page, name: string, kind: string) {
  await visit(page, '/arenden/vyer', kind);
  await line(page, name).getByText('Ändra', { exact: true }).click();
  await page.getByRole('button', { name: `Ta bort vyn ${name}` }).click();
  await expect(line(page, name)).toHaveCount(0);
}

for (const [kind, options] of how) {
  test(`what the list shows is saved, changed, restored and saved again, ${kind}`, async ({ as }) => {
    const page = await as('maria', options);
    const [word, name] = [unique('Vyord'), unique('Vy')];
    await register(page, { rubrik: `${word} ett`, prioritet: 'hog' });
    await register(page, { rubrik: `${word} två` });
    await visit(page, `/arenden?q=${encodeURIComponent(word)}`, kind);
    await expect(rows(page)).toHaveCount(2);
    await save(page, name);
    const tab = tabs(page).getByRole('link', { name: new RegExp(name) });
    await expect(tab).toHaveAttribute('aria-current', 'page');
    await expect(page).toHaveURL(/[?&]vy=\d+$/);
    if (kind === 'hydrated') {
      await expect(tab).toHaveText(`${name} 2`);
      await expect(page.getByText(`Vyn ${name} är sparad`)).toBeVisible();
    }

    const saved = page.url();
    await page.getByText('Prioritet', { exact: true }).first().click();
    await page.getByRole('checkbox', { name: 'Hög' }).check();
    if (kind !== 'hydrated') await page.getByRole('button', { name: 'Visa' }).locator('visible=true').click();
    await expect(rows(page)).toHaveCount(1);
    await expect(page.getByText(`${name} är ändrad`)).toBeVisible();
    await expect(tab).toHaveAttribute('aria-current', 'page');
    await page.getByRole('link', { name: 'Återställ' }).click();
    await expect(rows(page)).toHaveCount(2);
    await expect(page).toHaveURL(saved);
    await expect(page.getByText(`${name} är ändrad`)).toHaveCount(0);

    await page.goBack();
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole('button', { name: 'Spara i vyn' }).click();
    await expect(page.getByText(`${name} är ändrad`)).toHaveCount(0);
    await expect(page).toHaveURL(/prioritet=hog.*vy=\d+$/);
    // The old link shows what the view is now.
    await visit(page, saved, kind);
    await expect(rows(page)).toHaveCount(1);
    if (kind === 'hydrated') await expect(page).toHaveURL(/prioritet=hog.*vy=\d+$/);
    await remove(page, name, kind);
    await visit(page, saved, kind);
    await expect(page.getByText('Vyn finns inte längre')).toBeVisible();
  });

  test(`a name that is taken is told at its field and nothing is lost, ${kind}`, async ({ as }) => {
    const page = await as('maria', options);
    const name = unique('Upptagen');
    await visit(page, '/arenden?ansvarig=jag', kind);
    await save(page, name);
    await expect(page).toHaveURL(/vy=/);
    await visit(page, '/arenden?status=ny', kind);
    await save(page, name.toUpperCase());
    await expect(page.getByText('Det finns redan en vy med det namnet. Välj ett annat.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Vyns namn' })).toHaveValue(name.toUpperCase());
    await expect(page.getByRole('textbox', { name: 'Vyns namn' })).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('textbox', { name: 'Vyns namn' }).fill(`${name} två`);
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await expect(page).toHaveURL(/status=ny&vy=\d+$/);
    await remove(page, `${name} två`, kind);
    await remove(page, name, kind);
  });

  test(`a period stays what it says, and gives way to days and they to it, ${kind}`, async ({ as }) => {
    const page = await as('maria', options);
    const period = page.getByRole('combobox', { name: 'Förfaller, period' });
    const name = unique('Veckans');
    const unfold = () => page.locator('summary', { hasText: 'Förfaller' }).first().click();
    const show = async () => {
      if (kind !== 'hydrated') await page.getByRole('button', { name: 'Visa' }).locator('visible=true').click();
    };
    const chip = page.getByRole('list', { name: 'Valda filter' }).getByText('Förfaller:');
    await visit(page, '/arenden', kind);
    await unfold();
    await period.selectOption('den här veckan');
    await show();
    await expect(page).toHaveURL(/\?forfaller=veckan/);
    await expect(chip).toHaveText('Förfaller: den här veckan');
    if (kind === 'hydrated') await page.keyboard.press('Escape');
    await save(page, name);
    await expect(page).toHaveURL(/forfaller=veckan&vy=\d+$/);
    await expect(rows(page).first()).toBeVisible();

    await unfold();
    await expect(period).toHaveValue('veckan');
    if (kind !== 'hydrated') await period.selectOption('Välj period eller dagar');
    await page.getByLabel('Förfaller, från').fill('2026-11-01');
    await show();
    await expect(page).toHaveURL(kind === 'hydrated' ? /\?forfaller=2026-11-01\.\.&vy=\d+-andrad$/ : /vy=\d+-andrad/);
    await expect(chip).toHaveText('Förfaller: från 1 nov');
    if (kind !== 'hydrated') await unfold();
    await expect(period).toHaveValue('');
    await period.selectOption('nästa vecka');
    await show();
    await expect(page).toHaveURL(/forfaller=nasta-vecka.*vy=\d+-andrad/);
    if (kind !== 'hydrated') await unfold();
    await expect(chip).toHaveText('Förfaller: nästa vecka');
    await expect(page.getByLabel('Förfaller, från')).toHaveValue('');
    await remove(page, name, kind);
  });

  test(`views are arranged, renamed, pinned, and one opens the list, ${kind}`, async ({ as }) => {
    // Nobody else's tests begin with the list of this company.
    const page = await as('erik', options);
    const [first, second] = [unique('Första'), unique('Andra')];
    for (const [name, query] of [[first, 'status=ny'], [second, 'bas=stangd']]) {
      await visit(page, `/arenden?${query}`, kind);
      await save(page, name);
      await expect(page).toHaveURL(/vy=/);
    }
    await page.getByText('Vyer', { exact: true }).click();
    await page.getByRole('link', { name: 'Ordna vyer' }).click();
    await expect(line(page, first)).toContainText('Bara jag');
    await page.getByRole('button', { name: `Flytta upp ${second}` }).click();
    await expect(page).toHaveURL(/#vy-\d+$/);
    const order = async () => (await page.locator('.vws__n > a').allInnerTexts()).filter((name) => [first, second].includes(name));
    await expect.poll(order).toEqual([second, first]);
    await page.getByRole('button', { name: `Lossa ${first}` }).click();
    await expect(page.getByRole('button', { name: `Fäst ${first} ovanför listan` })).toBeVisible();
    await page.getByRole('button', { name: `Öppna först: ${second}` }).click();
    await expect(page.getByText(`Listan öppnas med ${second}.`)).toBeVisible();

    await visit(page, '/arenden', kind);
    const tab = tabs(page).getByRole('link', { name: new RegExp(second) });
    await expect(tab).toHaveAttribute('aria-current', 'page');
    await expect(tabs(page).getByRole('link', { name: new RegExp(first) })).toHaveCount(0);
    if (kind === 'hydrated') {
      await expect(page).toHaveURL(/bas=stangd&vy=\d+$/);
      // Also by the menu, from the list itself and from elsewhere.
      await tabs(page).getByRole('link', { name: /^Öppna/ }).click();
      await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: /^Ärenden.*öppna/ }).click();
      await expect(tab).toHaveAttribute('aria-current', 'page');
      await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Start' }).click();
      await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: /^Ärenden.*öppna/ }).click();
      await expect(tab).toHaveAttribute('aria-current', 'page');
      await expect(page).toHaveURL(/bas=stangd&vy=\d+$/);
    }
    // All that are open stay in reach, and stay when one filters among them and back.
    await tabs(page).getByRole('link', { name: /^Öppna/ }).click();
    await expect(page).toHaveURL('/arenden?vy=alla');
    await expect(tabs(page).getByRole('link', { name: /^Öppna/ })).toHaveAttribute('aria-current', 'page');
    await page.getByText('Kanal', { exact: true }).first().click();
    await page.getByRole('checkbox', { name: 'Telefon' }).check();
    if (kind !== 'hydrated') await page.getByRole('button', { name: 'Visa' }).locator('visible=true').click();
    await expect(page).toHaveURL(/kanal=telefon/);
    if (kind === 'hydrated') await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Rensa alla' }).click();
    await expect(page).toHaveURL('/arenden?vy=alla');
    await expect(tabs(page).getByRole('link', { name: /^Öppna/ })).toHaveAttribute('aria-current', 'page');

    await visit(page, '/arenden/vyer', kind);
    await page.getByRole('button', { name: 'Öppna med alla öppna' }).click();
    await expect(page.getByText('Listan öppnas med')).toHaveCount(0);
    await line(page, first).getByText('Ändra', { exact: true }).click();
    await line(page, first).getByRole('textbox', { name: 'Vyns namn' }).fill(`${first} igen`);
    await line(page, first).getByRole('button', { name: 'Spara' }).click();
    await expect(line(page, `${first} igen`)).toBeVisible();
    await visit(page, '/arenden', kind);
    await expect(tabs(page).getByRole('link', { name: /^Öppna/ })).toHaveAttribute('aria-current', 'page');
    await remove(page, `${first} igen`, kind);
    await remove(page, second, kind);
  });
}

test('a shared view shows each their own, and is changed by whose it is', async ({ as }) => {
  const [maria, sofia] = [await as('maria'), await as('sofia')];
  const [name, own] = [unique('Delad'), unique('Egen')];
  const subject = unique('Sofias');
  await register(maria, { rubrik: subject, ansvarig: 'Sofia Berg' });
  await open(maria, '/arenden?ansvarig=jag&sort=-nr');
  await save(maria, name, 'Hela företaget');
  await expect(maria).toHaveURL(/vy=\d+$/);
  await expect(maria.getByRole('link', { name: subject })).toHaveCount(0);
  const shared = new URL(maria.url());

  await open(sofia, `/arenden?vy=${shared.searchParams.get('vy')}`);
  await expect(sofia).toHaveURL(shared.pathname + shared.search);
  await expect(tabs(sofia).getByRole('link', { name: new RegExp(name) })).toHaveAttribute('aria-current', 'page');
  await expect(sofia.getByRole('link', { name: subject })).toBeVisible();
  await quickSearch(sofia).fill(subject);
  await expect(rows(sofia)).toHaveCount(1);
  await expect(sofia.getByText(`${name} är ändrad`)).toBeVisible();
  await expect(sofia.getByRole('button', { name: 'Spara i vyn' })).toHaveCount(0);
  await expect(sofia.getByText('Spara som ny', { exact: true })).toBeVisible();
  await open(sofia, '/arenden/vyer');
  await expect(line(sofia, name)).toContainText('Hela företaget, skapad av Maria Lindqvist');
  await expect(line(sofia, name).getByText('Ändra', { exact: true })).toHaveCount(0);

  // What Maria keeps for herself is not there for Sofia, whatever address she has been given.
  await open(maria, '/arenden?kanal=telefon');
  await save(maria, own);
  await expect(maria).toHaveURL(/kanal=telefon&vy=\d+$/);
  await open(sofia, `/arenden?vy=${new URL(maria.url()).searchParams.get('vy')}`);
  await expect(sofia.getByText('Vyn finns inte längre, eller så är den inte delad med dig.')).toBeVisible();
  await expect(sofia.getByText(own)).toHaveCount(0);
  await expect(tabs(sofia).getByRole('link', { name: /^Öppna/ })).toHaveAttribute('aria-current', 'page');
  await remove(maria, own, 'hydrated');
  await remove(maria, name, 'hydrated');
});

test('a view tells what has changed since it was saved', async ({ as }) => {
  const page = await as('maria');
  const name = unique('Gammal');
  await open(page, '/arenden?status=ny,forsvunnen');
  await save(page, name);
  await expect(page.getByText('Vyn nämner sådant som har ändrats. ”forsvunnen” finns inte och räknas inte.')).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await remove(page, name, 'hydrated');
});

test('without JavaScript their counts come with the list', async ({ as }) => {
  const page = await as('maria', { javaScriptEnabled: false });
  // The login's page was alive.
  await page.context().clearCookies({ name: 'levande' });
  await page.goto('/arenden');
  const tab = tabs(page).getByRole('link', { name: /^Klagomål \d+$/ });
  const count = Number((await tab.innerText()).replace(/\D/g, ''));
  expect(count).toBeGreaterThan(0);
  await tab.click();
  await expect(rows(page)).toHaveCount(Math.min(count, 50));
});

test('counts follow what is done, and the rows do not wait for them', async ({ as }) => {
  const page = await as('maria');
  const [word, name] = [unique('Räknas'), unique('Räknad')];
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/views/counts', async (route) => {
    await held;
    await route.continue();
  });
  await open(page, `/arenden?q=${encodeURIComponent(word)}`);
  await save(page, name);
  const tab = tabs(page).getByRole('link', { name: new RegExp(name) });
  await expect(tab).toHaveText(name);
  await register(page, { rubrik: word });
  await open(page, '/arenden');
  await expect(rows(page)).toHaveCount(50);
  await expect(tab).toHaveText(name);
  answer();
  await expect(tab).toHaveText(`${name} 1`);
  await tab.click();
  await expect(rows(page)).toHaveCount(1);
  await rows(page).getByRole('checkbox').check();
  await page.getByRole('combobox', { name: 'Status för valda ärenden' }).selectOption('Löst');
  await page.getByRole('button', { name: 'Status till' }).click();
  await expect(tab).toHaveText(`${name} 0`);
  await remove(page, name, 'hydrated');
});

test('by keyboard alone', async ({ as }) => {
  const page = await as('maria');
  const name = unique('Tangent');
  await open(page, '/arenden?kanal=mobil');
  const summary = page.locator('summary', { hasText: 'Spara vy' });
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Vyns namn' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(summary).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Vyns namn' })).toBeHidden();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  // The desk's single keys do not hold in a field.
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/kanal=mobil&vy=\d+$/);
  await remove(page, name, 'hydrated');
});

test('on the narrowest phone the tabs scroll and nothing else does', async ({ as }) => {
  const page = await as('maria', { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await open(page, '/arenden');
  expect(await width()).toBe(320);
  await tabs(page).getByRole('link', { name: /^Klagomål/ }).tap();
  await expect(page).toHaveURL(/typ=klagomal.*vy=\d+$/);
  await page.getByText('Spara vy', { exact: true }).tap();
  await expect(page.getByRole('textbox', { name: 'Vyns namn' })).toBeInViewport();
  expect(await width()).toBe(320);
  await page.keyboard.press('Escape');
  await page.getByText('Vyer', { exact: true }).tap();
  await page.getByRole('link', { name: 'Ordna vyer' }).tap();
  await expect(page.getByRole('heading', { name: 'Sparade vyer' })).toBeVisible();
  await page.getByText('Ändra', { exact: true }).first().tap();
  expect(await width()).toBe(320);
});
