// Cases as people find them on the screen, and a quick way to one of a test's own.

import { expect, hydrated, type Page } from './fixtures';
import type { Locator } from '@playwright/test';

/** A word that no demo case has, so that a test finds its own cases and no others. */
export function unique(word: string) {
  return `${word} ${Math.random().toString(36).slice(2, 10)}`;
}

/** Registers a case as whoever is logged in on the page; returns its number. */
export async function register(page: Page, values: Record<string, string>): Promise<number> {
  const answer = await post(page, '/arenden/nytt', values);
  expect(answer.status(), await answer.text()).toBe(303);
  return Number(/\/arenden\/(\d+)/.exec(answer.headers().location)?.[1]);
}

/** Sends a plain form as the page's person, from our own site; does not follow where it leads. */
export async function post(page: Page, address: string, form: Record<string, string>) {
  const { origin } = new URL(await ownAddress(page));
  return page.request.post(address, { form, maxRedirects: 0, headers: { origin } });
}

/** Opens the form of a new case without what another test has left in it unsent. */
export async function openBlankCase(page: Page) {
  await forgetNewCase(page);
  await page.goto('/arenden/nytt');
  await hydrated(page);
}

/** Throws away what another test has left unsent in the form of a new case. */
export async function forgetNewCase(page: Page) {
  const { origin } = new URL(await ownAddress(page));
  const forgotten = await page.request.post('/api/drafts/keep', {
    data: { place: 'nytt.', content: null },
    headers: { origin },
  });
  expect(forgotten.status(), await forgotten.text()).toBe(200);
}

async function ownAddress(page: Page) {
  return page.url().startsWith('http') ? page.url() : (await page.request.get('/healthz')).url();
}

/** The row of a case in the list. */
export function row(page: Page, number: number): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: `${number}`, exact: true }) });
}

/** The rows of the list, without the heads. */
export function rows(page: Page): Locator {
  return page.locator('tbody').getByRole('row');
}

/** The numbers of the rows, from top to bottom. */
export async function numbers(page: Page): Promise<number[]> {
  // Of rows out of sight the browser tells the text, not how it is drawn.
  return (await rows(page).locator('.c-nr').allTextContents()).map(Number);
}

/** What opens the form of a property, within a row or a page: a button, before hydration a link. */
export function field(within: Page | Locator, property: string): Locator {
  const name = new RegExp(`^Ändra ${property}: `);
  return within.getByRole('button', { name }).or(within.getByRole('link', { name }));
}

/** The search on top of every desk page. */
export function quickSearch(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Snabbsök ärenden' });
}

/** The list of a test's own cases, found by their unique word. */
export async function openListOf(page: Page, word: string) {
  await page.goto(`/arenden?q=${encodeURIComponent(word)}&bas=alla`);
  await hydrated(page);
}
