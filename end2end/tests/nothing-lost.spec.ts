// What somebody has written is not lost: on another device, over a lost line, by a slip of the hand.

import { field, forgetNewCase, openBlankCase, openListOf, post, register, row, unique } from '../cases';
import { expect, hydrated, open, phone, test, type Page } from '../fixtures';

const comment = (page: Page) => page.getByRole('textbox', { name: /kommentar/i });

test('a comment that was begun is there on another device, and gone from all once it is saved', async ({ as }) => {
  const [desk, home] = [await as('maria'), await as('maria')];
  const number = await register(desk, { rubrik: unique('Utkast') });
  await open(desk, `/arenden/${number}`);
  const kept = desk.waitForResponse((answer) => answer.url().endsWith('/api/drafts/keep'));
  await comment(desk).fill('Ring vaktmästaren om nyckeln');
  expect((await kept).ok()).toBe(true);

  await open(home, `/arenden/${number}`);
  await expect(comment(home)).toHaveValue('Ring vaktmästaren om nyckeln');
  const forgotten = home.waitForResponse((answer) => answer.url().endsWith('/api/drafts/keep'));
  await home.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(home.getByRole('article').filter({ hasText: 'Ring vaktmästaren' })).toBeVisible();
  expect((await forgotten).ok()).toBe(true);

  await open(desk, `/arenden/${number}`);
  await expect(comment(desk)).toHaveValue('');
});

test('a new case that was begun is there on another device', async ({ as }) => {
  const [desk, home] = [await as('sofia'), await as('sofia')];
  const word = unique('Påbörjat');
  await open(desk, '/arenden/nytt');
  const kept = desk.waitForResponse((answer) => answer.url().endsWith('/api/drafts/keep'));
  await desk.getByLabel('Rubrik').fill(word);
  expect((await kept).ok()).toBe(true);
  await open(home, '/arenden/nytt');
  await expect(home.getByLabel('Rubrik')).toHaveValue(word);
  await home.getByRole('button', { name: 'Skapa ärende', exact: true }).click();
  await expect(home.getByRole('heading', { name: word })).toBeVisible();
});

test('a case that is made in one tab leaves what was begun in another since', async ({ as }) => {
  const first = await as('sofia');
  await openBlankCase(first);
  const second = await first.context().newPage();
  await open(second, '/arenden/nytt');
  const [made, begun] = [unique('Först'), unique('Sedan')];
  for (const [tab, word] of [
    [first, made],
    [second, begun],
  ] as const) {
    const kept = tab.waitForResponse((answer) => answer.url().endsWith('/api/drafts/keep'));
    await tab.getByLabel('Rubrik').fill(word);
    expect((await kept).ok()).toBe(true);
  }
  await first.getByRole('button', { name: 'Skapa ärende', exact: true }).click();
  await expect(first.getByRole('heading', { name: made })).toBeVisible();
  await second.close({ runBeforeUnload: false });
  // In this browser, and at the server for another.
  for (const page of [first, await as('sofia')]) {
    await open(page, '/arenden/nytt');
    await expect(page.getByLabel('Rubrik')).toHaveValue(begun);
  }
  await forgetNewCase(first);
});

test('a draft on the phone survives a crash', async ({ as }) => {
  const page = await as('amira', phone);
  const number = await register(page, { rubrik: unique('Krasch') });
  await open(page, `/m/arenden/${number}`);
  await page.getByRole('textbox').fill('Portkoden har bytts');
  const again = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await open(again, `/m/arenden/${number}`);
  await expect(again.getByRole('textbox')).toHaveValue('Portkoden har bytts');
});

test('a new case that was begun on the phone is there on another device, and gone once it is sent', async ({ as }) => {
  const [first, second] = [await as('amira', phone), await as('amira', phone)];
  const word = unique('Fönster');
  await open(first, '/m/nytt');
  const kept = first.waitForResponse((answer) => answer.url().endsWith('/api/drafts/keep'));
  await first.getByLabel('Vad har hänt').fill(word);
  await first.getByRole('textbox', { name: /Beskriv mer/ }).fill('Glaset är sprucket');
  await first.getByRole('radio', { name: 'Bråttom' }).check();
  expect((await kept).ok()).toBe(true);

  await open(second, '/m/nytt');
  await expect(second.getByLabel('Vad har hänt')).toHaveValue(word);
  await expect(second.getByRole('textbox', { name: /Beskriv mer/ })).toHaveValue('Glaset är sprucket');
  await expect(second.getByRole('radio', { name: 'Bråttom' })).toBeChecked();
  const forgotten = second.waitForResponse((answer) => answer.url().endsWith('/api/drafts/keep'));
  // With a file the browser posts the form by itself.
  await second.locator('input[type=file]').first().setInputFiles({ name: 'glas.txt', mimeType: 'text/plain', buffer: Buffer.from('Sprucket') });
  await second.getByRole('button', { name: 'Skapa ärende' }).click();
  await expect(second).toHaveURL(/skapat=/);
  expect((await forgotten).ok()).toBe(true);
  await open(first, '/m/nytt');
  await expect(first.getByLabel('Vad har hänt')).toHaveValue('');
});

test('a text that was begun to be edited survives a crash, and asks when somebody has saved another since', async ({ as }) => {
  const [page, sofia] = [await as('maria'), await as('sofia')];
  const number = await register(page, { rubrik: unique('Omskriven'), innehall: 'Nyckeln saknas.' });
  await open(page, `/arenden/${number}`);
  await page.getByRole('link', { name: 'Redigera ärende' }).click();
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/drafts/keep'));
  await page.getByRole('textbox', { name: 'Innehåll' }).fill('Nyckeln saknas, och porten står öppen.');
  expect((await kept).ok()).toBe(true);
  await page.close({ runBeforeUnload: false });

  // The subject, which the other has left alone, is hers without a question.
  await open(sofia, `/arenden/${number}?redigera`);
  const hers = unique('Upphittad');
  await sofia.getByRole('textbox', { name: 'Rubrik' }).fill(hers);
  await sofia.getByRole('textbox', { name: 'Innehåll' }).fill('Nyckeln är hittad.');
  await sofia.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(sofia.getByText('Nyckeln är hittad.')).toBeVisible();

  const again = await as('maria');
  await open(again, `/arenden/${number}`);
  await expect(again.getByText('Du har börjat ändra rubrik eller innehåll.')).toBeVisible();
  await again.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(again.getByRole('textbox', { name: 'Innehåll' })).toHaveValue('Nyckeln saknas, och porten står öppen.');
  await again.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(again.getByRole('radio', { name: /Nyckeln är hittad/ })).toBeVisible();
  await expect(again.getByRole('radio', { name: new RegExp(hers) })).toHaveCount(0);
  await expect(again.getByRole('radio', { name: /porten står öppen/ })).toBeChecked();
  await again.getByRole('button', { name: 'Spara valda texter' }).click();
  await expect(again.getByText('Nyckeln saknas, och porten står öppen.')).toBeVisible();
  await expect(again.getByRole('heading', { level: 1, name: hers })).toBeVisible();
  await open(again, `/arenden/${number}`);
  await expect(again.getByText('Du har börjat ändra')).toHaveCount(0);
});

test('a text that was saved by one who left before the answer is no draft', async ({ as }) => {
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Sparad'), innehall: 'Nyckeln saknas.' });
  await open(page, `/arenden/${number}?redigera`);
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/drafts/keep'));
  await page.getByRole('textbox', { name: 'Innehåll' }).fill('Nyckeln är hittad.');
  expect((await kept).ok()).toBe(true);
  const saved = new Promise<void>((resolve) =>
    page.route('**/api/cases/edit-text', async (route) => {
      await route.fetch();
      resolve();
    }),
  );
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await saved;
  const forgotten = page.waitForResponse((answer) => answer.url().endsWith('/api/drafts/keep'));
  await open(page, `/arenden/${number}`);
  await expect(page.getByText('Nyckeln är hittad.')).toBeVisible();
  expect((await forgotten).ok()).toBe(true);
  await expect(page.getByText('Du har börjat ändra')).toHaveCount(0);
});

test('what is saved while the line is cut is saved once, when it is back', async ({ as, tolerate }) => {
  tolerate(/ERR_|Failed to load/);
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Avbrott') });
  await open(page, `/arenden/${number}`);
  // The first answer is lost on its way back: the server has done it. The second request does not get there.
  let turn = 0;
  await page.route('**/api/cases/comment', async (route) => {
    turn += 1;
    if (turn === 1) await route.fetch();
    await (turn < 3 ? route.abort('connectionreset') : route.continue());
  });
  await comment(page).fill('En gång, inte två');
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(page.getByText('Ingen kontakt. Skickas så snart den är tillbaka.')).toBeVisible();
  await expect(page.getByText('Kommentaren är sparad')).toBeVisible();
  expect(turn).toBe(3);
  await open(page, `/arenden/${number}`);
  await expect(page.getByRole('article').filter({ hasText: 'En gång, inte två' })).toHaveCount(1);
  await expect(comment(page)).toHaveValue('');
});

test('a case is made once, though the answer is lost', async ({ as, tolerate }) => {
  tolerate(/ERR_|Failed to load/);
  const page = await as('maria');
  const word = unique('Engång');
  await openBlankCase(page);
  let turn = 0;
  await page.route('**/api/cases/create', async (route) => {
    turn += 1;
    if (turn === 1) {
      await route.fetch();
      await route.abort('connectionreset');
    } else {
      await route.continue();
    }
  });
  await page.getByLabel('Rubrik').fill(word);
  await page.getByRole('button', { name: 'Skapa ärende', exact: true }).click();
  await expect(page.getByRole('heading', { name: word })).toBeVisible();
  await openListOf(page, word);
  await expect(page.locator('tbody').getByRole('row')).toHaveCount(1);
});

test('a form without script that is sent twice makes one case, and another text another one', async ({ as }) => {
  const page = await as('maria', { javaScriptEnabled: false });
  const word = unique('Dubbelklick');
  await page.goto('/arenden/nytt');
  const nyckel = await page.locator('input[name=nyckel]').first().inputValue();
  const send = async (rubrik: string) => {
    const answer = await post(page, '/arenden/nytt', { rubrik, nyckel });
    expect(answer.status()).toBe(303);
    return answer.headers().location;
  };
  const [first, second] = [await send(word), await send(word)];
  expect(second).toBe(first);
  expect(await send(`${word} två`)).not.toBe(first);
});

test('a change of a property that did not get through is sent by itself once the server is there', async ({ as, tolerate }) => {
  tolerate(/ERR_|Failed to load/);
  const page = await as('maria');
  const word = unique('Själv');
  const number = await register(page, { rubrik: word });
  await openListOf(page, word);
  await expect(page.locator('.live')).toHaveText('Live');
  await field(row(page, number), 'prioritet').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('dialog').getByRole('radio', { name: 'Hög' }).click();
  await expect(page.getByText(`Ärende ${number} kunde inte sparas`)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(`Ärende ${number} kunde inte sparas`)).toBeHidden();
  const other = await as('sofia');
  await openListOf(other, word);
  await expect(field(row(other, number), 'prioritet')).toContainText('Hög');
});

test('each change can be taken back for as long as nobody has changed it again', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Ångrat');
  const number = await register(page, { rubrik: word });
  await open(page, `/arenden/${number}`);
  const strip = page.locator('.prop[data-falt="prioritet"]');
  await strip.click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Bråttom' }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Bråttom' });
  await line.hover();
  await line.getByRole('button', { name: 'Ångra' }).click();
  await expect(strip).toContainText('Normal');
  // The line that it was taken back by can be taken back, the first one no more.
  await expect(page.getByRole('button', { name: 'Ångra' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Ångra' }).focus();
  await page.keyboard.press('Enter');
  await expect(strip).toContainText('Bråttom');
});

test('without script a change is taken back too', async ({ as }) => {
  const [page, sofia] = [await as('maria', { javaScriptEnabled: false }), await as('sofia')];
  const number = await register(sofia, { rubrik: unique('Utan') });
  const version = /name="version" value="(\d+)"/.exec(await (await sofia.request.get(`/arenden/${number}`)).text())?.[1] ?? '';
  await post(sofia, `/arenden/${number}/status`, { varde: 'lost', version });
  await page.goto(`/arenden/${number}`);
  await expect(page.locator('.prop[data-falt="status"]')).toContainText('Löst');
  await page.getByRole('button', { name: 'Ångra' }).click();
  await expect(page.locator('.prop[data-falt="status"]')).toContainText('Ny');
});

test('a new case that was begun comes back whole after a reload, and "Släng utkastet" empties it', async ({ as }) => {
  const page = await as('sofia');
  await openBlankCase(page);
  const body = page.getByRole('textbox', { name: /Innehåll/ });
  await page.getByLabel('Rubrik').fill('Droppar');
  await body.fill('Det droppar i köket');
  await page.reload();
  await hydrated(page);
  await expect(body).toHaveValue('Det droppar i köket');
  await expect(page.getByLabel('Rubrik')).toHaveValue('Droppar');
  await page.getByLabel('Rubrik').fill('Droppar mer');
  await page.getByRole('button', { name: 'Släng utkastet' }).click();
  await expect(page.getByLabel('Rubrik')).toHaveValue('');
  await expect(body).toHaveValue('');
});

test('"Skapa och gör ett till" makes one case, says so in view and begins with an empty form', async ({ as }) => {
  const page = await as('sofia');
  await openBlankCase(page);
  const word = unique('Ett till');
  const body = page.getByRole('textbox', { name: /Innehåll/ });
  await page.getByLabel('Rubrik').fill(word);
  await body.fill('Med en text');
  await page.getByRole('radio', { name: 'Hög' }).check();
  await page.getByRole('button', { name: 'Skapa och gör ett till' }).click();
  await expect(page.getByText(/Ärende \d+ skapat/)).toBeInViewport();
  await expect(page.getByLabel('Rubrik')).toHaveValue('');
  await expect(page.getByLabel('Rubrik')).toBeFocused();
  await expect(body).toHaveValue('');
  await expect(page.getByRole('radio', { name: 'Hög' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Skapa och gör ett till' }).click();
  await expect(page.getByRole('alert')).toContainText('Skriv en rubrik');
});
