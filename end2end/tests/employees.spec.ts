// Employees and teams: added, let in by a one-time link, relieved of their cases when they leave; also without script.

import { openBlankCase, register, unique } from '../cases';
import { expect, open, test, fillLogin, type Page } from '../fixtures';

/** Adds a colleague as an administrator; the page then shows the card. */
async function add(page: Page, name: string, userName: string) {
  await page.goto('/anstallda/ny');
  await page.getByLabel('Namn').first().fill(name);
  await page.getByLabel('Användarnamn').fill(userName);
  await page.getByRole('button', { name: 'Lägg till anställd' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'hydrated' : 'without script';

  test(`somebody new chooses their own password by a link that works once, ${how}`, async ({ as, browser, complaints, tolerate }) => {
    tolerate(/status of 404/);
    const page = await as('maria', { javaScriptEnabled });
    const name = unique('Nya');
    const userName = name.toLowerCase().replace(' ', '.');
    await add(page, name, userName);
    await page.getByRole('button', { name: 'Skapa engångslänk' }).click();
    const link = await page.getByLabel('Engångslänk').inputValue();

    const context = await browser.newContext({ javaScriptEnabled });
    complaints.listen(context);
    const theirs = await context.newPage();
    await theirs.goto(link);
    await theirs.getByLabel('Nytt lösenord').fill('kort');
    await theirs.getByRole('button', { name: 'Spara och logga in' }).click();
    await expect(theirs.getByText(/^För kort\. Skriv minst \d+ tecken/)).toBeVisible();
    await theirs.getByLabel('Nytt lösenord').fill('hink-mopp-trasa-7');
    await theirs.getByRole('button', { name: 'Spara och logga in' }).click();
    await expect(theirs).not.toHaveURL(/valj-losenord/);

    expect((await theirs.goto(link))?.status()).toBe(404);
    await expect(theirs.getByRole('heading', { name: 'Länken gäller inte längre' })).toBeVisible();
    await context.clearCookies();
    await theirs.goto('/logga-in');
    await fillLogin(theirs, userName, 'hink-mopp-trasa-7');
    await expect(theirs).not.toHaveURL(/logga-in/);
    await context.close();
  });

  test(`one who leaves hands over all open cases and cannot be chosen, ${how}`, async ({ as }) => {
    const page = await as('maria', { javaScriptEnabled });
    const name = unique('Slutar');
    await add(page, name, name.toLowerCase().replace(' ', '.'));
    const card = page.url();
    const numbers = [
      await register(page, { rubrik: unique('Nyckel'), ansvarig: name }),
      await register(page, { rubrik: unique('Mopp'), ansvarig: name }),
    ];
    await page.goto(card);
    await page.getByRole('link', { name: 'Lämna över ärenden' }).first().click();
    await page.getByLabel('Till', { exact: true }).selectOption({ label: 'Sofia Berg' });
    await page.getByRole('button', { name: 'Förhandsgranska' }).click();
    await expect(page.getByRole('heading', { name: '2 öppna ärenden får Sofia Berg som ansvarig.' })).toBeVisible();
    await page.getByLabel(`Gör ${name} inaktiv i samma steg`).check();
    await page.getByRole('button', { name: 'Lämna över', exact: true }).click();
    await expect(page.getByText('2 ärenden har lämnats över till Sofia Berg.')).toBeVisible();
    await expect(page.getByText('Inaktiv', { exact: true }).first()).toBeVisible();
    for (const number of numbers) {
      await page.goto(`/arenden/${number}`);
      await expect(page.getByRole('complementary')).toContainText('Sofia Berg');
    }
    const answer = await page.request.post('/api/people/search', { data: { text: name } });
    expect(await answer.json()).toEqual([]);
  });

  test(`who has left is active again when handing over is taken back, ${how}`, async ({ as }) => {
    const page = await as('maria', { javaScriptEnabled });
    const name = unique('Ångrar sig');
    await add(page, name, name.toLowerCase().replaceAll(' ', '.').replace('å', 'a'));
    const card = page.url();
    await register(page, { rubrik: unique('Nyckel'), ansvarig: name });
    await page.goto(`${card}/lamna-over`);
    await page.getByLabel('Till', { exact: true }).selectOption({ label: 'Sofia Berg' });
    await page.getByRole('button', { name: 'Förhandsgranska' }).click();
    await page.getByLabel(`Gör ${name} inaktiv i samma steg`).check();
    await page.getByRole('button', { name: 'Lämna över', exact: true }).click();
    await expect(page.getByText('Inaktiv', { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Ångra' }).click();
    await expect(page.getByText(`1 ärende fick tillbaka sitt värde. ${name} är aktiv igen.`)).toBeVisible();
    await page.goto(card);
    await expect(page.getByText('Inaktiv', { exact: true })).toHaveCount(0);
  });
}

test('a team is added, given to a case and filtered by', async ({ as }) => {
  const page = await as('maria');
  const team = unique('Fönster');
  await open(page, '/anstallda/team');
  await page.getByLabel('Nytt team').fill(team);
  await page.getByRole('button', { name: 'Lägg till team' }).click();
  await expect(page.getByRole('textbox', { name: `Byt namn på ${team}` })).toBeVisible();
  const subject = unique('Glas');
  await openBlankCase(page);
  await page.getByRole('textbox', { name: 'Rubrik' }).fill(subject);
  await page.getByRole('main').getByLabel('Team', { exact: true }).selectOption({ label: team });
  await page.getByRole('button', { name: 'Skapa ärende' }).click();
  await expect(page.getByRole('complementary')).toContainText(team);
  const slug = team.toLowerCase().replace('ö', 'o').replace(' ', '-');
  await open(page, `/arenden?team=${slug}`);
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await expect(page.getByRole('link', { name: subject })).toBeVisible();
});

test('the list finds people while one types, and is a list on a phone too', async ({ as }) => {
  const page = await as('sofia', { viewport: { width: 390, height: 844 } });
  await open(page, '/anstallda');
  await page.getByRole('searchbox', { name: 'Sök anställd' }).fill('amira');
  await expect(page.getByRole('link', { name: 'Amira Haddad' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Maria Lindqvist' })).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('link', { name: 'Amira Haddad' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Amira Haddad' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Skapa engångslänk' }), 'for administrators only').toBeHidden();
});

test('the list finds a phone in any notation, and one that is none is refused at its field', async ({ as }) => {
  const page = await as('maria');
  const name = unique('Ringer');
  await add(page, name, name.toLowerCase().replace(' ', '.'));
  await page.getByRole('link', { name: 'Redigera' }).click();
  await page.getByLabel('Telefon').fill('ring växeln');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByText('Telefonnumret går inte att läsa.')).toBeVisible();
  const number = `070-174 ${Math.floor(1000 + Math.random() * 9000)}`;
  await page.getByLabel('Telefon').fill(number);
  await page.getByRole('button', { name: 'Spara' }).click();
  const link = page.locator('a[href^="tel:"]');
  await expect(link).toHaveAttribute('href', `tel:+46${number.slice(1).replace(/\D/g, '')}`);
  const shown = await link.innerText();
  for (const typed of [shown, shown.replace(/^0/, '+46 '), shown.replace(/\D/g, '')]) {
    await open(page, `/anstallda?q=${encodeURIComponent(typed)}`);
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
});

test('a hand-over of many cases says how many more than are shown', async ({ as }) => {
  const page = await as('maria');
  const name = unique('Mycket');
  await add(page, name, name.toLowerCase().replace(' ', '.'));
  const card = page.url();
  for (let made = 0; made < 12; made += 1) await register(page, { rubrik: unique('Mopp'), ansvarig: name });
  await page.goto(`${card}/lamna-over`);
  await page.getByRole('button', { name: 'Förhandsgranska' }).click();
  await expect(page.getByRole('heading', { name: /^12 öppna ärenden får/ })).toBeVisible();
  await expect(page.locator('tbody tr')).toHaveCount(10);
  await page.getByRole('link', { name: 'och 2 till' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(12);
});

test('who has left is not filled in on a new case, and that is said', async ({ as }) => {
  const page = await as('maria');
  await page.goto('/anstallda?visa=inaktiva');
  const card = await page.getByRole('link', { name: 'Peter Strand' }).getAttribute('href');
  await open(page, `/arenden/nytt?ansvarig=${card?.split('/').pop()}`);
  await expect(page.getByText('Peter Strand är inaktiv och kan inte väljas på ett nytt ärende.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: /^Ansvarig/ })).toHaveValue('');
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'hydrated' : 'without script';

  test(`two who edit the same colleague keep each other's changes and choose where they meet, ${how}`, async ({ as }) => {
    const [maria, other] = [await as('maria', { javaScriptEnabled }), await as('maria', { javaScriptEnabled })];
    const name = unique('Möts');
    await add(maria, name, name.toLowerCase().replace(' ', '.').replace('ö', 'o'));
    const card = maria.url();
    for (const page of [maria, other]) {
      await (javaScriptEnabled ? open(page, `${card}/redigera`) : page.goto(`${card}/redigera`));
    }
    await other.getByLabel('Befattning').fill('Planerare');
    await other.getByLabel('Telefon').fill('070-174 06 08');
    await other.getByRole('button', { name: 'Spara' }).click();
    await expect(other).toHaveURL(card);

    await maria.getByLabel('Telefon').fill('070-174 06 09');
    await maria.getByRole('button', { name: 'Spara' }).click();
    await expect(maria.getByRole('alert')).toContainText('Någon annan har ändrat samma uppgifter');
    await expect(maria.getByRole('alert').getByRole('link')).toHaveText(['Telefon']);
    const both = maria.locator('.field', { has: maria.locator('#telefon') }).getByRole('group', { name: 'Telefon' });
    await expect(both.getByRole('radio', { name: /Ditt.*070-174 06 09/s })).toBeChecked();
    await expect(both.getByRole('radio', { name: /Nu.*070-174 06 08/s })).toBeVisible();
    await expect(maria.getByLabel('Telefon')).toHaveValue('070-174 06 09');
    await expect(maria.getByLabel('Befattning')).toHaveValue('Planerare');
    await maria.getByRole('button', { name: 'Spara' }).click();
    await expect(maria).toHaveURL(card);
    await expect(maria.getByRole('link', { name: '070-174 06 09' })).toBeVisible();
    await expect(maria.getByText('Planerare')).toBeVisible();
  });
}
