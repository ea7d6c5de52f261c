import { field, forgetNewCase, numbers, quickSearch, register, row, rows, unique } from '../cases';
import { expect, hydrated, open, test } from '../fixtures';

test('opens on what is open, newest first', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  await expect(rows(page)).toHaveCount(50);
  await expect(page.getByRole('columnheader', { name: 'Skapad' })).toHaveAttribute('aria-sort', 'descending');
  for (const status of await page.locator('.c-status').getByRole('link').allTextContents()) {
    expect(status).not.toMatch(/Löst|Stängd/);
  }
  const order = await numbers(page);
  expect(order).toEqual([...order].sort((one, other) => other - one));
});

test('filters as one types, keeps the focus and lives in the address', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Takfläkt');
  const number = await register(page, { rubrik: word });
  await open(page, '/arenden');
  await quickSearch(page).click();
  await page.keyboard.type(word);
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, number)).toContainText(word);
  await expect(quickSearch(page)).toBeFocused();
  await expect(quickSearch(page)).toHaveValue(word);
  await expect(page).toHaveURL((url) => url.searchParams.get('q') === word);

  await page.reload();
  await hydrated(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(quickSearch(page)).toHaveValue(word);
});

test('one step back undoes all that was typed', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  await quickSearch(page).pressSequentially('parkett');
  await expect(page).toHaveURL(/q=parkett/);
  await page.goBack();
  await expect(page).toHaveURL('/arenden');
  await expect(rows(page)).toHaveCount(50);
  await expect(quickSearch(page)).toHaveValue('');
});

test('shows the old rows until the new ones are there', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/cases/list', async (route) => {
    await held;
    await route.continue();
  });
  await quickSearch(page).fill('parkett');
  await expect(page).toHaveURL(/q=parkett/);
  await expect(rows(page)).toHaveCount(50);
  answer();
  await expect(rows(page)).not.toHaveCount(50);
});

test('a filter becomes a chip that can be taken away', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  const filters = page.getByRole('group', { name: 'Filter' });
  await filters.getByText('Prioritet', { exact: true }).click();
  await filters.getByRole('checkbox', { name: 'Omedelbar' }).check();
  await expect(page).toHaveURL(/prioritet=omedelbar/);
  await expect(rows(page).first()).toContainText('Omedelbar');
  for (const priority of await rows(page).locator('.c-priority').allTextContents()) {
    expect(priority).toContain('Omedelbar');
  }
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Ta bort filtret Prioritet: Omedelbar' }).click();
  await expect(page).toHaveURL('/arenden');
  await expect(rows(page)).toHaveCount(50);
});

test('Utökad sökning unfolds all filters, and they act together', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Golvbrunn');
  const number = await register(page, { rubrik: word, kanal: 'epost', prioritet: 'hog' });
  await open(page, '/arenden');
  await page.getByRole('button', { name: 'Utökad sökning' }).click();
  const form = page.getByRole('form', { name: 'Utökad sökning' });
  for (const name of ['Status', 'Prioritet', 'Kanal', 'Typ', 'Ansvarig', 'Skapad', 'Förfaller']) {
    await expect(form.getByText(name, { exact: true }).first()).toBeVisible();
  }
  await page.goto(`/arenden?utokad&q=${encodeURIComponent(word)}&kanal=epost&prioritet=hog&status=ny`);
  await hydrated(page);
  await expect(row(page, number)).toBeVisible();
  await page.goto(`/arenden?utokad&q=${encodeURIComponent(word)}&kanal=telefon`);
  await hydrated(page);
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Rensa alla' }).click();
  await expect(rows(page)).toHaveCount(50);
});

test('sorts by a click on a column, and back by another', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden?bas=alla');
  const head = page.getByRole('columnheader', { name: 'Nr' });
  await head.getByRole('link').click();
  await expect(page).toHaveURL(/sort=-nr/);
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await head.getByRole('link').click();
  await expect(page).toHaveURL(/sort=nr/);
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(() => numbers(page)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
});

test('pages without losing or doubling a case', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden?bas=alla&sort=nr');
  const first = await numbers(page);
  await page.getByRole('link', { name: 'Nästa' }).click();
  await expect(page).toHaveURL(/efter=/);
  await expect.poll(() => numbers(page)).toEqual(first.map((number) => number + 50));
  await page.goBack();
  await expect.poll(() => numbers(page)).toEqual(first);
});

test('finds å, ä and ö as letters of their own', async ({ as }) => {
  const page = await as('maria');
  const word = unique('').trim();
  const får = await register(page, { rubrik: `FÅR ${word}` });
  const far = await register(page, { rubrik: `Far ${word}` });
  await open(page, `/arenden?q=${encodeURIComponent(`får ${word}`)}`);
  await expect(row(page, får)).toBeVisible();
  await expect(row(page, far)).toHaveCount(0);
});

test('finds a case by its number, its customer and a comment', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden?bas=alla&q=2397');
  await expect(rows(page).first().locator('.c-nr')).toHaveText('2397');
  await open(page, '/arenden?bas=alla&q=solgl%C3%A4ntan');
  await expect(rows(page).first()).toContainText('Solgläntan');
});

test('says when nothing matches, and what would', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Xylofon');
  await register(page, { rubrik: word, status: 'lost' });
  await open(page, `/arenden?q=${encodeURIComponent(word)}`);
  await expect(page.getByRole('heading', { name: 'Inga ärenden matchar' })).toBeVisible();
  await expect(page.getByText('1 stängt ärende')).toBeVisible();
  await page.getByRole('link', { name: 'Ta med stängda' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('counts beside the search what the lists then show', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  for (const name of ['Mina ärenden', 'Nyinkomna']) {
    const link = page.getByRole('navigation', { name: 'Snabblistor' }).getByRole('link', { name });
    const count = Number((await link.innerText()).replace(/\D/g, ''));
    await link.click();
    await expect(page).toHaveURL(/ansvarig=jag|status=ny/);
    await expect(page.getByRole('navigation', { name: 'Sidor' })).toContainText(`av ${count}`);
  }
});

test('an unknown number and a foreign one are the same 404', async ({ as, tolerate }) => {
  tolerate(/status of 404/);
  const page = await as('erik');
  for (const number of [2400, 999_999]) {
    const answer = await page.goto(`/arenden/${number}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'Sidan finns inte' })).toBeVisible();
    await hydrated(page);
  }
  expect((await page.goto('/arenden/300'))?.status()).toBe(200);
  await expect(field(page, 'ansvarig')).toBeVisible();
});

test('many who open a case at the same time all get it', async ({ as }) => {
  const page = await as('maria');
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(Array.from({ length: 16 }, () => page.request.get('/arenden/2398')));
    expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 200));
    expect(await answers[0].text()).toContain('<title>2398 ');
  }
});

test('open cases of a customer are seen in the panel as soon as it is chosen, and are told', async ({ as }) => {
  const page = await as('maria');
  await register(page, { rubrik: unique('Dubblett'), kund: 'BRF Solgläntan' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await forgetNewCase(page);
  await open(page, '/arenden');
  await page.keyboard.press('n');
  const panel = page.getByRole('dialog', { name: 'Nytt ärende' });
  await panel.getByRole('combobox', { name: 'Kund' }).fill('BRF Solgl');
  await panel.getByRole('option', { name: /BRF Solgläntan/ }).click();
  const card = panel.getByRole('region', { name: 'Finns ärendet redan?' });
  await expect(card).toBeVisible();
  await expect(panel.getByRole('status').filter({ hasText: /öpp(et|na) ärende.* hos kunden/ })).toHaveCount(1);
  const first = await card.getByRole('link').first().boundingBox();
  const foot = await panel.locator('.formfoot').boundingBox();
  expect(first!.y + first!.height, 'above the buttons').toBeLessThan(foot!.y);
  expect(await panel.evaluate((dialog) => dialog.matches(':modal')), 'over the page still').toBe(true);
  await panel.getByRole('button', { name: 'Stäng' }).click();
  await forgetNewCase(page);
});

test('a panel that is closed while its customer is looked up leaves the page alive', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/cases/similar', async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press('n');
  const panel = page.getByRole('dialog', { name: 'Nytt ärende' });
  await panel.getByRole('combobox', { name: 'Kund' }).fill('BRF Solgl');
  const asked = page.waitForRequest('**/api/cases/similar');
  await panel.getByRole('option', { name: /BRF Solgläntan/ }).click();
  await asked;
  await panel.getByRole('button', { name: 'Stäng' }).click();
  await expect(panel).toBeHidden();
  const answered = page.waitForResponse('**/api/cases/similar');
  answer();
  await answered;
  await page.keyboard.press('/');
  await expect(quickSearch(page)).toBeFocused();
});

test('a panel that is closed by Esc while the focus is in a picker leaves the page alive', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  await page.keyboard.press('n');
  const panel = page.getByRole('dialog', { name: 'Nytt ärende' });
  const customer = panel.getByRole('combobox', { name: 'Kund' });
  await customer.fill('BRF Solgl');
  await expect(panel.getByRole('option', { name: /BRF Solgläntan/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(customer).toHaveValue('BRF Solgläntan');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await page.keyboard.press('n');
  await expect(panel).toBeVisible();
});

test('new rows come a screenful first, and all of them come', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden?bas=alla&sort=-nr');
  await page.evaluate(() => {
    const counts = ((window as unknown as { counts: number[] }).counts = [] as number[]);
    new MutationObserver(() => counts.push(document.querySelectorAll('.tbl tbody tr').length)).observe(
      document.querySelector('.tbl tbody')!,
      { childList: true },
    );
  });
  await page.getByRole('columnheader', { name: 'Nr' }).getByRole('link').click();
  await expect.poll(() => numbers(page)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  const counts = await page.evaluate(() => (window as unknown as { counts: number[] }).counts);
  expect(Math.min(...counts)).toBeLessThan(50);
});

test('who comes back from a case finds the place in the list', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  await page.mouse.wheel(0, 900);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  await rows(page).nth(24).locator('.tt').click();
  await expect(page.getByRole('textbox', { name: 'Ny kommentar' })).toBeVisible();
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
});

test('who comes to the list another way begins at its top', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  await page.mouse.wheel(0, 900);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  const menu = page.getByRole('navigation', { name: 'Huvudmeny' });
  await menu.getByRole('link', { name: 'Kunder' }).click();
  await expect(page.getByRole('heading', { name: 'Kunder' })).toBeVisible();
  await menu.getByRole('link', { name: /^Ärenden , öppna/ }).click();
  await expect(rows(page)).toHaveCount(50);
  // A place that was found again would be gone to in the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a choice in Utökad sökning leaves one where one is', async ({ as }) => {
  const page = await as('maria', { viewport: { width: 1000, height: 420 } });
  await open(page, '/arenden?bas=alla&utokad');
  const channel = page.getByRole('form', { name: 'Utökad sökning' }).getByRole('combobox', { name: 'Kanal' });
  await page.mouse.wheel(0, 60);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(60);
  await channel.selectOption({ label: 'Telefon' });
  await expect(page).toHaveURL(/kanal=telefon/);
  await expect(rows(page)).toHaveCount(50);
  expect(await page.evaluate(() => scrollY)).toBe(60);
});

test('what is searched for from far down begins at the top', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden?bas=alla');
  const before = await numbers(page);
  await page.mouse.wheel(0, 1600);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(1600);
  await quickSearch(page).pressSequentially('s');
  await expect.poll(() => numbers(page)).not.toEqual(before);
  await expect(rows(page)).toHaveCount(50);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a double click on "Markera som löst" solves once', async ({ as }) => {
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Dubbelklick') });
  await open(page, `/arenden/${number}`);
  await page.getByRole('button', { name: 'Markera som löst' }).dblclick();
  await expect(page.getByRole('button', { name: 'Öppna igen' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Öppna igen' })).toBeVisible();
});
