// What a browser sees of the list: how much is sent, when it is painted, when it answers, and how long a key press
// waits for its rows.

import { expect, test, type Browser, type CDPSession, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { fillLogin, hydrated, password, people } from '../fixtures';
import { field, quickSearch, rows } from '../cases';

const visits = 5;
// Letters that every keyboard layout of the browser's driver has.
const words = ['offert', 'moppar', 'nyckel', 'trapphus', 'faktura'];
const ticks = 40;
/** Milliseconds from an answer to the next key: about five keys a second. */
const rest = 150;
/** An old telephone far out in the country: four times slower, 1.6 Mbit/s, 150 ms from there to us. */
const slower = 4;
const farAway = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const edits = 12;

interface Visit {
  kilobytes: number;
  wasm: number;
  requests: number;
  /** Milliseconds from the address to the first content on the screen. */
  painted: number;
  /** Milliseconds from there to `data-hydrated`. */
  hydrated: number;
}

declare global {
  interface Window {
    hydratedAt?: number;
    rowsPainted?: Promise<number>;
    /** Milliseconds from each click or key to the frame after it. */
    waits?: Map<number, number>;
  }
}

test('the list', async ({ browser }) => {
  const session = await logIn(browser);
  const first: Visit[] = [];
  const repeat: Visit[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    // A context of its own has seen nothing yet.
    const context = await browser.newContext({ storageState: session });
    const page = await context.newPage();
    await page.addInitScript(noteHydration);
    first.push(await visitList(page));
    repeat.push(await visitList(page));
    await context.close();
  }
  const slow: Visit[] = [];
  for (let visit = 0; visit < 3; visit += 1) slow.push(await visitFromAfar(browser, session));
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  const letter = spread(await typeLetters(page));
  const tick = spread(await tickPriorities(page));
  const edit = spread(await editSlowly(page));
  await context.close();
  const result = { first: median(first), repeat: median(repeat), slow: median(slow), letter, tick, edit };
  await writeFile(process.env.ARENDE_BENCH_RESULT ?? 'bench.json', JSON.stringify(result));
});

type Session = Awaited<ReturnType<typeof logIn>>;

async function logIn(browser: Browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('/logga-in');
  await fillLogin(page, people.maria, password);
  await page.waitForURL((url) => url.pathname !== '/logga-in');
  const session = await context.storageState();
  await context.close();
  return session;
}

function noteHydration() {
  const note = () => {
    if (document.documentElement?.hasAttribute('data-hydrated')) window.hydratedAt ??= performance.now();
  };
  new MutationObserver(note).observe(document, { attributes: true, childList: true, subtree: true });
}

async function visitList(page: Page): Promise<Visit> {
  const network = await page.context().newCDPSession(page);
  const sent = await count(network);
  await page.goto('/arenden');
  await hydrated(page);
  await sent.quiet();
  await network.detach();
  const times = await page.evaluate(() => ({
    painted: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    hydrated: window.hydratedAt ?? NaN,
  }));
  return { ...sent.figures, painted: times.painted, hydrated: times.hydrated - times.painted };
}

/** The first visit, on an old telephone far away. */
async function visitFromAfar(browser: Browser, session: Session): Promise<Visit> {
  const context = await browser.newContext({ storageState: session });
  const page = await context.newPage();
  await page.addInitScript(noteHydration);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', farAway);
  await network.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const visit = await visitList(page);
  await context.close();
  return visit;
}

/** Opens the priority's form in one row after the other by Enter and chooses by a digit, on a slow processor. */
async function editSlowly(page: Page): Promise<number[]> {
  await page.goto('/arenden');
  await hydrated(page);
  await page.evaluate(() => {
    const waits = (window.waits = new Map<number, number>());
    const note = (entries: PerformanceObserverEntryList) => {
      for (const event of entries.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
        if (event.interactionId) {
          waits.set(event.interactionId, Math.max(event.duration, waits.get(event.interactionId) ?? 0));
        }
      }
    };
    new PerformanceObserver(note).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const processor = await page.context().newCDPSession(page);
  await processor.send('Emulation.setCPUThrottlingRate', { rate: slower });
  for (let edit = 0; edit < edits; edit += 1) {
    await field(rows(page).nth(edit), 'prioritet').press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press(edit % 2 ? '4' : '5');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForTimeout(rest);
  }
  await processor.detach();
  return page.evaluate(() => [...(window.waits ?? new Map<number, number>()).values()]);
}

/** Counts what comes over the wire from now on, heads included; what the browser has kept does not. */
async function count(network: CDPSession) {
  const figures = { kilobytes: 0, wasm: 0, requests: 0 };
  const wasm = new Set<string>();
  const pending = new Set<string>();
  let changed = Date.now();
  network.on('Network.requestWillBeSent', ({ requestId, type }) => {
    // The stream of news never ends.
    if (type !== 'EventSource') pending.add(requestId);
    changed = Date.now();
  });
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType === 'application/wasm' || response.url.endsWith('.pack')) wasm.add(requestId);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    ended(requestId);
    if (encodedDataLength === 0) return;
    figures.requests += 1;
    figures.kilobytes += encodedDataLength / 1000;
    if (wasm.has(requestId)) figures.wasm += encodedDataLength / 1000;
  });
  network.on('Network.loadingFailed', ({ requestId }) => ended(requestId));
  await network.send('Network.enable');

  function ended(request: string) {
    pending.delete(request);
    changed = Date.now();
  }
  /** Nothing is asked for any more, and has not been for half a second. */
  const quiet = () => expect.poll(() => pending.size === 0 && Date.now() - changed > 500, { timeout: 60_000 }).toBe(true);
  return { figures, quiet };
}

/** Letter by letter, each after the rows of the one before. */
async function typeLetters(page: Page) {
  await page.goto('/arenden');
  await hydrated(page);
  const waits: number[] = [];
  for (const word of words) {
    await quickSearch(page).focus();
    for (const letter of word) waits.push(await press(page, letter));
    await page.keyboard.press('Control+a');
    waits.push(await press(page, 'Backspace'));
  }
  return waits;
}

async function tickPriorities(page: Page) {
  await page.goto('/arenden');
  await hydrated(page);
  const filters = page.getByRole('group', { name: 'Filter' });
  await filters.getByText('Prioritet', { exact: true }).click();
  const boxes = filters.getByRole('checkbox').filter({ visible: true });
  const waits: number[] = [];
  for (let tick = 0; tick < ticks; tick += 1) {
    await boxes.nth(tick % (await boxes.count())).focus();
    waits.push(await press(page, ' '));
  }
  return waits;
}

/** Milliseconds from the key to the frame that shows its rows. */
async function press(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    window.rowsPainted = new Promise((resolve) => {
      let pressed = NaN;
      let asked = false;
      addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true, once: true });
      const box = document.querySelector('.tblbox');
      const observer = new MutationObserver(() => {
        const busy = box?.getAttribute('aria-busy') === 'true';
        if (asked && !busy) {
          observer.disconnect();
          // After the frame in which the rows are drawn.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
        }
        asked ||= busy;
      });
      if (box) observer.observe(box, { attributes: true, attributeFilter: ['aria-busy'] });
    });
  });
  await page.waitForTimeout(rest);
  await page.keyboard.press(key);
  return page.evaluate(() => window.rowsPainted ?? NaN);
}

function median(seen: Visit[]): Visit {
  const middle = (of: keyof Visit) => percentile(seen.map((visit) => visit[of]), 50);
  return {
    kilobytes: middle('kilobytes'),
    wasm: middle('wasm'),
    requests: middle('requests'),
    painted: middle('painted'),
    hydrated: middle('hydrated'),
  };
}

function spread(waits: number[]) {
  return { p50: percentile(waits, 50), p95: percentile(waits, 95) };
}

function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(Math.floor((sorted.length * percent) / 100), sorted.length - 1)];
}
