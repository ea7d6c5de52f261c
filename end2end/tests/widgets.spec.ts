// Small pages of cases on another system's start page.

import { register, unique } from '../cases';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, open, test } from '../fixtures';

test('the intranet shows my cases by my key, where the company allows it', async ({ as, browser, complaints, tolerate, server }) => {
  tolerate(/frame-ancestors|violates the following Content Security Policy|status of (401|422)/);
  const maria = await as('maria');
  const subject = unique('Ring <b>hyresvärden</b>');
  await register(maria, { rubrik: subject, ansvarig: 'Maria Lindqvist' });
  await open(maria, '/installningar/widgetar');
  await maria.getByRole('button', { name: 'Skapa ny nyckel' }).click();
  const line = await maria.getByRole('textbox', { name: 'Rad att kopiera: Mina ärenden' }).inputValue();
  expect(line).toContain('nyckel=');

  // A page of another origin, in a browser that nobody is logged in with.
  const stranger = await browser.newContext();
  complaints.listen(stranger);
  const page = await stranger.newPage();
  const html = `<!doctype html><html lang="sv"><title>Intranät</title><link rel="icon" href="data:,"><h1>Intranät</h1>${line}</html>`;
  const other = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(html));
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
  const intranet = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  await page.goto(`${intranet}/`);
  const widget = page.frameLocator('iframe');
  await expect(widget.getByText(subject)).toHaveCount(0);

  await maria.getByRole('textbox', { name: 'Sidor som får visa dem' }).fill('intranet');
  await maria.locator('form[action="/installningar/widgetar/sidor"]').getByRole('button', { name: 'Spara' }).click();
  await expect(maria.getByRole('alert').first()).toBeVisible();
  await expect(maria.getByRole('textbox', { name: 'Sidor som får visa dem' })).toHaveValue('intranet');
  await maria.getByRole('textbox', { name: 'Sidor som får visa dem' }).fill(intranet);
  await maria.locator('form[action="/installningar/widgetar/sidor"]').getByRole('button', { name: 'Spara' }).click();
  await page.goto(`${intranet}/`);
  const row = widget.getByRole('link', { name: new RegExp(subject.split(' ').pop() ?? '') });
  await expect(row).toBeVisible();
  expect(await row.getAttribute('href')).toMatch(new RegExp(`^${server.address}/arenden/\\d+$`));
  await expect(row).toHaveAttribute('target', '_top');
  await widget.getByRole('link', { name: /Nyinkomna/ }).click();
  await expect(widget.getByRole('heading', { name: 'Nyinkomna ärenden' })).toBeAttached();

  // The same as JSON; and all of it gone with the key.
  const source = /src="([^"]+)"/.exec(line)?.[1] ?? '';
  const json = await page.request.get(source.replace('/widget/mina', '/widget/mina.json'));
  const told = await json.json();
  expect(told.rows.map((one: { subject: string }) => one.subject)).toContain(subject);
  await maria.locator('form[action="/installningar/widgetar/nyckel/bort"]').getByRole('button').click();
  await expect(maria.locator('form[action="/installningar/widgetar/nyckel/bort"]')).toHaveCount(0);
  expect((await page.request.get(source)).status()).toBe(401);
  await stranger.close();
  other.close();
});

test('a widget is under 20 kB, without a script, light and dark', async ({ as }) => {
  const page = await as('maria');
  let bytes = 0;
  const scripts: string[] = [];
  page.on('response', async (response) => {
    const sizes = await response.request().sizes();
    bytes += sizes.responseBodySize + sizes.responseHeadersSize;
    if (/\.(js|wasm)/.test(response.url())) scripts.push(response.url());
  });
  for (const tema of ['light', 'dark']) {
    bytes = 0;
    await page.setViewportSize({ width: 320, height: 440 });
    await page.goto(`/widget/nya?tema=${tema}`);
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(bytes).toBeLessThan(20_000);
    expect(scripts).toEqual([]);
    await expect(page.locator('html')).toHaveAttribute('data-theme', tema);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});
