import { quickSearch, register, rows, unique } from '../cases';
import { expect, hydrated, open, type Page, phone, test } from '../fixtures';

async function overflow(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test('rows become cards and the search hides behind a magnifier', async ({ as }) => {
  const page = await as('maria', phone);
  const word = unique('Ficka');
  await register(page, { rubrik: word });
  await open(page, '/arenden');
  const magnifier = quickSearch(page);
  expect((await magnifier.boundingBox())?.width).toBeLessThan(60);
  await magnifier.focus();
  await expect.poll(async () => (await magnifier.boundingBox())?.width).toBeGreaterThan(200);
  await magnifier.fill(word);
  await magnifier.press('Enter');
  const card = rows(page).filter({ hasText: word });
  await expect(card).toBeVisible();
  expect((await card.boundingBox())?.height).toBeGreaterThan(60);
  await expect(page.getByRole('columnheader', { name: 'Rubrik' })).not.toBeInViewport();
  await card.getByRole('link', { name: word }).tap();
  await expect(page.getByRole('heading', { level: 1, name: word })).toBeVisible();
});

test('Amira sees her own, reports a new one and solves it', async ({ as }) => {
  const page = await as('amira', phone);
  const subject = unique('Dammsugaren ryker');
  await open(page, '/m');
  await expect(page.getByRole('heading', { level: 1, name: 'Mina ärenden' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Nytt ärende' }).tap();
  await page.getByRole('textbox', { name: 'Vad har hänt?' }).fill(subject);
  await page.getByRole('radio', { name: 'Bråttom' }).check();
  await page.getByRole('button', { name: 'Skapa ärende' }).tap();

  await expect(page.getByText(subject)).toBeVisible();
  await open(page, '/m?lista=inskickade');
  await page.getByRole('link', { name: new RegExp(subject) }).tap();
  await expect(page.getByText('Mobil (anställd)').first()).toBeAttached();
  await page.getByRole('button', { name: 'Markera som löst' }).tap();
  await expect(page.getByText('Löst').first()).toBeVisible();

  // The office sees how it came in.
  const office = await as('maria');
  await open(office, `/arenden?bas=alla&q=${encodeURIComponent(subject)}`);
  await expect(office.getByRole('row', { name: new RegExp(subject) })).toContainText(/Mobil.*Löst|Löst.*Mobil/s);
});

for (const javaScriptEnabled of [true, false]) {
  test(`a case of another's is handed back, ${javaScriptEnabled ? 'hydrated' : 'without JavaScript'}`, async ({ as }) => {
    const office = await as('maria');
    await open(office, '/anstallda?q=Amira');
    const amira = /\d+$/.exec((await office.getByRole('link', { name: 'Amira Haddad' }).first().getAttribute('href'))!)![0];
    const number = await register(office, {
      rubrik: unique('Nyckel hämtad'),
      ansvarig: 'Amira Haddad',
      ansvarig_id: amira,
    });
    const page = await as('amira', { ...phone, javaScriptEnabled });
    await page.goto(`/m/arenden/${number}`);
    if (javaScriptEnabled) await hydrated(page);
    await page.getByText('Återkoppla till skaparen').first().tap();
    await page.getByRole('textbox', { name: 'Ny kommentar' }).first().fill('Nyckeln är hämtad.');
    await page.getByRole('button', { name: 'Återkoppla till skaparen' }).tap();
    await expect(page.getByText(`Ärende ${number} är återkopplat till den som skapade det.`)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Mina ärenden' })).toBeVisible();
    await open(office, `/arenden/${number}`);
    await expect(office.getByText('Nyckeln är hämtad.')).toBeVisible();
  });
}

test('an employee sees no other cases', async ({ as, tolerate }) => {
  tolerate(/status of 40[34]/);
  const office = await as('maria');
  const number = await register(office, { rubrik: unique('Kontorets') });
  const page = await as('amira', phone);
  expect((await page.goto(`/m/arenden/${number}`))?.status()).toBe(404);
  // A link to the desk leads to the same on the phone.
  expect((await page.goto(`/arenden/${number}`))?.status()).toBe(404);
  await page.goto('/arenden');
  await expect(page).toHaveURL(/\/m$/);
  expect((await page.goto('/kunder'))?.status()).toBe(403);
});

for (const width of [390, 320]) {
  test(`nothing is wider than ${width} px`, async ({ as }) => {
    test.slow();
    const office = await as('maria', { ...phone, viewport: { width, height: 844 } });
    for (const address of ['/', '/arenden', '/arenden?utokad', '/arenden/nytt', '/arenden/2400', '/jag']) {
      await open(office, address);
      expect(await overflow(office), address).toBeLessThanOrEqual(0);
    }
    const field = await as('amira', { ...phone, viewport: { width, height: 844 } });
    for (const address of ['/m', '/m/nytt', '/m/aviseringar', '/m/jag']) {
      await open(field, address);
      expect(await overflow(field), address).toBeLessThanOrEqual(0);
    }
  });
}

test('the opened search has air around it, and a count of one digit is round', async ({ as }) => {
  const page = await as('maria', phone);
  await open(page, '/arenden');
  const badges = page.getByRole('navigation', { name: 'Snabblistor' }).locator('.badge');
  for (const badge of await badges.all()) {
    const [box, digits] = [await badge.boundingBox(), (await badge.innerText()).trim().length];
    if (digits === 1) expect(box!.width).toBeCloseTo(box!.height, 0);
  }
  await quickSearch(page).focus();
  await expect.poll(async () => (await quickSearch(page).boundingBox())?.width).toBeGreaterThan(200);
  const [field, head, below] = [
    await quickSearch(page).boundingBox(),
    await page.getByRole('banner').boundingBox(),
    await page.getByRole('link', { name: 'Aviseringar' }).boundingBox(),
  ];
  expect(field!.y - head!.y).toBeGreaterThanOrEqual(8);
  expect(below!.y - (field!.y + field!.height)).toBeGreaterThanOrEqual(6);
});
