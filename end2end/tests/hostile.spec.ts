// What somebody sends who means no good, or whose program is broken.

import { post, quickSearch, register, rows, unique } from '../cases';
import { expect, open, test, type Page } from '../fixtures';

const attacks = [
  '<script>window.attacked = 1</script>',
  '<img src=x onerror="window.attacked = 1">',
  '"><svg onload=window.attacked=1>',
  "'); window.attacked = 1; //",
  '</textarea><script>window.attacked = 1</script>',
  '</title><script>window.attacked = 1</script>',
  '{{constructor.constructor("window.attacked = 1")()}}',
  'javascript:window.attacked=1',
  '<!-- --><a href="javascript:window.attacked=1" autofocus onfocus=window.attacked=1>',
  '\u202e<b>bakvänt</b>\u0085\u2028',
  "'; DROP TABLE cases; --",
];

/** Whether something of an attack has run. */
async function attacked(page: Page) {
  return page.evaluate(() => 'attacked' in window);
}

test('is shown as it was typed, on every page', async ({ as }) => {
  test.slow();
  const page = await as('maria');
  const word = unique('Elak');
  for (const attack of attacks) {
    const subject = `${word} ${attack}`;
    const number = await register(page, { rubrik: subject, innehall: attack, kund: 'Lundin & Frisk AB' });
    expect((await post(page, `/arenden/${number}/kommentar`, { kommentar: attack })).status()).toBe(303);
    await open(page, `/arenden/${number}`);
    const visible = attack.replace(/[\u0085\u2028\u202e]/g, '').slice(-20);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(visible);
    await expect(page.getByRole('article').first()).toContainText(visible);
    expect(await attacked(page), attack).toBe(false);
    await open(page, `/arenden/${number}?redigera`);
    await expect(page.getByRole('textbox', { name: 'Innehåll' })).toHaveValue(new RegExp(escaped(visible)));
    expect(await attacked(page), attack).toBe(false);
  }
  await open(page, `/arenden?q=${encodeURIComponent(word)}`);
  await expect(rows(page)).toHaveCount(attacks.length);
  expect(await attacked(page)).toBe(false);
});

function escaped(text: string) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('does nothing in a search, an address or a picker', async ({ as }) => {
  const page = await as('maria');
  for (const attack of attacks) {
    await open(page, `/arenden?q=${encodeURIComponent(attack)}&status=${encodeURIComponent(attack)}`);
    expect(await attacked(page), attack).toBe(false);
  }
  await open(page, '/arenden');
  await quickSearch(page).fill(attacks[1]);
  await expect(page).toHaveURL(/q=/);
  await open(page, '/arenden/nytt');
  for (const attack of attacks) {
    await page.getByRole('combobox', { name: 'Kund' }).fill(attack);
    await expect(page.getByText('Ingen kund stämmer.')).toBeVisible();
  }
  expect(await attacked(page)).toBe(false);
});

test('gets a 4xx when it is malformed or too large', async ({ as }) => {
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Fel') });
  const { origin } = new URL((await page.request.get('/healthz')).url());
  const headers = { origin };
  const bodies: [string, string, string | Buffer][] = [
    ['/arenden/nytt', 'application/x-www-form-urlencoded', `rubrik=${'x'.repeat(600_000)}`],
    ['/arenden/nytt', 'application/x-www-form-urlencoded', Buffer.from([0xff, 0xfe, 0x00])],
    ['/arenden/nytt', 'application/x-www-form-urlencoded', 'rubrik=%00&prioritet=%ff'],
    ['/arenden/nytt', 'application/json', '{}'],
    ['/arenden/nytt', 'application/x-www-form-urlencoded', 'rubrik=x&prioritet=finns-inte'],
    ['/arenden/nytt', 'application/x-www-form-urlencoded', 'rubrik=x&forfaller=2026-02-30'],
    [`/arenden/${number}/status`, 'application/x-www-form-urlencoded', 'varde=99999999999999999999&version=1'],
    [`/arenden/${number}/status`, 'application/x-www-form-urlencoded', 'varde=lost&version=x'],
    [`/arenden/${number}/finns-inte`, 'application/x-www-form-urlencoded', 'varde=lost&version=1'],
    ['/arenden/99999999999999999999/status', 'application/x-www-form-urlencoded', 'varde=lost&version=1'],
    ['/arenden/-1/status', 'application/x-www-form-urlencoded', 'varde=lost&version=1'],
    ['/arenden/andra', 'application/x-www-form-urlencoded', 'nummer=x&andra=status&varde_status=lost'],
    ['/arenden/andra', 'application/x-www-form-urlencoded', 'andra=status&varde_status=lost'],
    ['/arenden/angra', 'application/x-www-form-urlencoded', 'kvitto=999999'],
    ['/api/cases/update', 'application/json', '{"number": 1'],
    ['/api/cases/update', 'application/json', '{"number": "x", "version": null, "edit": {}}'],
    ['/api/cases/list', 'application/json', `{"filter": ${'['.repeat(50_000)}`],
    ['/api/cases/list', 'text/plain', 'hej'],
    ['/api/finns/inte', 'application/json', '{}'],
  ];
  for (const [address, type, data] of bodies) {
    const answer = await page.request.post(address, { data, headers: { ...headers, 'content-type': type }, maxRedirects: 0 });
    expect(answer.status(), `${address} ${type} ${data.slice(0, 60)}`).toBeGreaterThanOrEqual(400);
    expect(answer.status(), `${address} ${type} ${data.slice(0, 60)}`).toBeLessThan(500);
  }
});

test('never breaks a page by its address', async ({ as, tolerate }) => {
  tolerate(/status of 4\d\d/);
  const page = await as('maria');
  const addresses = [
    '/arenden?efter=%00%ff',
    '/arenden?efter=x.y.z&sort=%F0%9F%98%80',
    `/arenden?q=${'%C3%A5'.repeat(500)}`,
    '/arenden?skapad=0000-00-00..9999-99-99&kund=-1,2147483648,x',
    '/arenden?ansvarig=99999999999&anstalld=..%2f..%2f',
    '/arenden?falt=2400.finns-inte',
    '/arenden?falt=%00.status',
    '/arenden/0',
    '/arenden/-1',
    '/arenden/2147483648',
    '/arenden/2400?falt=finns-inte&visa=%ff',
    '/arenden/%00',
    '/..%2f..%2fetc/passwd',
    '/pkg/..%2f..%2f..%2fetc/passwd',
  ];
  for (const address of addresses) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBeLessThan(500);
    expect(await answer.text(), address).not.toContain('root:');
  }
  for (const address of addresses.slice(0, 7)) {
    await open(page, address);
  }
});

test('cannot write from another site', async ({ as, request }) => {
  const page = await as('maria');
  for (const headers of [
    { origin: 'https://example.com', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://example.com' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
  ] as Record<string, string>[]) {
    for (const address of ['/arenden/nytt', '/tema', '/logga-ut', '/logga-in', '/api/cases/list']) {
      const answer = await page.request.post(address, { form: { rubrik: 'Nej' }, headers, maxRedirects: 0 });
      expect(answer.status(), `${address} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  // And without a session nothing answers at all.
  expect((await request.post('/api/cases/list', { data: {}, maxRedirects: 0 })).status()).toBe(401);
  expect((await request.get('/arenden', { maxRedirects: 0 })).status()).toBe(303);
});

test('cannot put the page into a frame or load anything from elsewhere', async ({ as }) => {
  const page = await as('maria');
  const headers = (await page.goto('/arenden'))!.headers();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
});
