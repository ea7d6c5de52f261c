// What every test stands on: a server of its worker, pages of people who are logged in, and the rule that a browser
// which complains fails the test.

import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { start, type Server } from './server';

/** The people of the demo company and of the company next door. */
export const people = {
  maria: 'maria.lindqvist@bjorkdala.example',
  sofia: 'sofia.berg@bjorkdala.example',
  amira: 'amira.haddad@bjorkdala.example',
  karin: 'karin.frisk@lundinfrisk.example',
  erik: 'erik.norrman@norrsken.example',
};
export const password = 'arende-demo';
export type Person = keyof typeof people;

/** A browser on a phone. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

interface TestFixtures {
  /** A page of somebody who is logged in, in a browser of their own. */
  as(person: Person, options?: BrowserContextOptions): Promise<Page>;
  /** Names a complaint of the browser's that belongs to the test: the 404 that it asks for. */
  tolerate(complaint: RegExp): void;
  /** What browsers said that nobody expected. */
  complaints: Complaints;
}

interface WorkerFixtures {
  server: Server;
  /** Everybody logs in by the form once per worker. */
  sessions: Map<Person, Session>;
}

/** What Chromium notes of a page that is as it shall be: a refused form's status, and wasm that nothing starts without script. */
const said = [/status of 4(09|22|29) /, /preloaded using link preload but not used/];

/** A page that is left before its code has come. */
const left = /loading was aborted|Failed to fetch/;

/** Collects what a browser complains about: console, exceptions, refused policies, failed requests. */
class Complaints {
  private readonly heard: string[] = [];
  private readonly tolerated: RegExp[] = [];

  tolerate(complaint: RegExp) {
    this.tolerated.push(complaint);
  }

  listen(context: BrowserContext) {
    context.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) {
        this.heard.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    context.on('weberror', (error) => this.heard.push(`exception: ${error.error().message}`));
    context.on('response', (response) => {
      if (response.status() >= 500) {
        this.heard.push(`${response.status()} for ${response.request().method()} ${response.url()}`);
      }
    });
  }

  unexpected() {
    const tolerated = [...said, left, ...this.tolerated];
    return this.heard.filter((heard) => !tolerated.some((complaint) => complaint.test(heard)));
  }
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({}, use, worker) => {
      const server = await start(`${worker.workerIndex}`);
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],

  baseURL: async ({ server }, use) => use(server.address),

  complaints: [
    async ({}, use) => {
      const complaints = new Complaints();
      await use(complaints);
      expect(complaints.unexpected(), 'the browser has nothing to complain about').toEqual([]);
    },
    { auto: true },
  ],
  tolerate: async ({ complaints }, use) => use((complaint) => complaints.tolerate(complaint)),

  context: async ({ context, complaints }, use) => {
    complaints.listen(context);
    await use(context);
  },

  as: async ({ browser, complaints, sessions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, options) => {
      let storageState = sessions.get(person);
      if (!storageState) {
        storageState = await logIn(await browser.newContext(), person);
        sessions.set(person, storageState);
      }
      const context = await browser.newContext({ storageState, ...options });
      contexts.push(context);
      complaints.listen(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

async function logIn(context: BrowserContext, person: Person): Promise<Session> {
  const page = await context.newPage();
  await page.goto('/logga-in');
  await fillLogin(page, people[person], password);
  await expect(page).not.toHaveURL(/logga-in/);
  const session = await context.storageState();
  await context.close();
  return session;
}

/** Fills the login form and sends it. */
export async function fillLogin(page: Page, login: string, secret: string) {
  await page.getByLabel('E-post eller användarnamn').fill(login);
  await page.getByLabel('Lösenord').fill(secret);
  await page.getByRole('button', { name: 'Logga in' }).click();
}

/** Waits until the page has become interactive. */
export async function hydrated(page: Page) {
  await expect(page.locator('html[data-hydrated]')).toBeAttached();
}

/** Goes to an address and waits until the page there is interactive. */
export async function open(page: Page, address: string) {
  await page.goto(address);
  await hydrated(page);
}

export { expect };
export type { Page };
