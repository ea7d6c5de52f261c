import { expect, fillLogin, hydrated, open, password, people, test } from '../fixtures';

test('leads to the address that one came for', async ({ page }) => {
  await page.goto('/arenden?q=nyckel');
  await expect(page).toHaveURL('/logga-in?vidare=%2Farenden%3Fq%3Dnyckel');
  await fillLogin(page, people.maria, password);
  await expect(page).toHaveURL('/arenden?q=nyckel');
  await expect(page.getByRole('heading', { level: 1, name: 'Ärenden' })).toBeVisible();
});

const homes = { maria: '/', sofia: '/', amira: '/m', karin: '/portal', erik: '/' } as const;
for (const [person, home] of Object.entries(homes) as [keyof typeof homes, string][]) {
  test(`leads ${person} to ${home}`, async ({ page }) => {
    await page.goto('/logga-in');
    await fillLogin(page, people[person], password);
    await expect(page).toHaveURL(home);
    await hydrated(page);
  });
}

for (const [what, login] of [['wrong password', people.sofia], ['unknown name', 'nobody@bjorkdala.example']]) {
  test(`refuses a ${what} with the same sentence, and keeps the name`, async ({ page, tolerate }) => {
    tolerate(/status of 422/);
    await page.goto('/logga-in');
    await fillLogin(page, login, 'not it');
    await expect(page.getByRole('alert')).toHaveText('E-post, användarnamn eller lösenord stämmer inte. Försök igen.');
    await expect(page.getByLabel('E-post eller användarnamn')).toHaveValue(login);
    await expect(page.getByLabel('Lösenord')).toHaveValue('');
  });
}

test('slows down who guesses', async ({ browser, complaints, tolerate }) => {
  tolerate(/status of 4(22|29)/);
  // From an address of its own, so that others of this worker are not slowed down too.
  const context = await browser.newContext({ extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.7' } });
  complaints.listen(context);
  const page = await context.newPage();
  await page.goto('/logga-in');
  // By the user name, with which nobody else logs in here.
  const guessed = 'amira.haddad';
  await expect(async () => {
    await fillLogin(page, guessed, 'not it');
    await expect(page.getByRole('alert')).toContainText('För många försök', { timeout: 2000 });
  }).toPass();
  // The right password does not help either while one has to wait.
  await fillLogin(page, guessed, password);
  await expect(page.getByRole('alert')).toContainText('För många försök');
  await context.close();
});

test('keeps the session out of reach of scripts and of other sites', async ({ page, context }) => {
  await page.goto('/logga-in');
  await fillLogin(page, people.maria, password);
  await expect(page).toHaveURL('/');
  const [session] = (await context.cookies()).filter((cookie) => cookie.name === 'arende');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).not.toContain('arende=');
});

for (const elsewhere of ['https://example.com/', '//example.com/', '/\\example.com/']) {
  test(`does not lead to ${elsewhere}`, async ({ page }) => {
    await page.goto(`/logga-in?vidare=${encodeURIComponent(elsewhere)}`);
    await fillLogin(page, people.maria, password);
    await expect(page).toHaveURL('/');
  });
}

test('ends with logout, for a copy of the cookie as well', async ({ page, context }) => {
  await page.goto('/logga-in');
  await fillLogin(page, people.sofia, password);
  await expect(page).toHaveURL('/');
  const copied = await context.cookies();
  await page.goto('/jag');
  await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
  await expect(page).toHaveURL('/logga-in');
  await context.addCookies(copied);
  await page.goto('/arenden');
  await expect(page).toHaveURL(/\/logga-in\?vidare=/);
});

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';

test('is ended from another browser', async ({ as, browser, complaints }) => {
  const phone = await browser.newContext({ userAgent: iphone });
  complaints.listen(phone);
  const lost = await phone.newPage();
  await lost.goto('/logga-in');
  await fillLogin(lost, people.sofia, password);
  await expect(lost).toHaveURL('/');

  const page = await as('sofia');
  await open(page, '/jag');
  await expect(page.getByText('Den här enheten')).toHaveCount(1);
  await page.getByRole('button', { name: 'Logga ut Safari, iPhone' }).click();
  await expect(page.getByText('Safari, iPhone')).toHaveCount(0);

  await lost.goto('/arenden');
  await expect(lost).toHaveURL(/\/logga-in/);
  await page.goto('/arenden');
  await expect(page).toHaveURL('/arenden');
  await phone.close();
});
