// Cases that belong together, and one that goes back to whoever made it.

import { register, unique } from '../cases';
import { expect, open, test } from '../fixtures';

const without = { javaScriptEnabled: false };

for (const [how, options] of [['hydrated', {}], ['without JavaScript', without]] as const) {
  test(`linked, merged and taken back, ${how}`, async ({ as }) => {
    const page = await as('maria', options);
    const visit = (address: string) => (how === 'hydrated' ? open(page, address) : page.goto(address));
    const one = await register(page, { rubrik: unique('Nyckeln') });
    const two = await register(page, { rubrik: unique('Låset') });
    await visit(`/arenden/${one}`);
    const facts = page.getByRole('complementary', { name: 'Uppgifter om ärendet' });
    const links = facts.getByRole('list', { name: 'Kopplade ärenden' });

    await facts.getByText('Koppla ärende').click();
    await facts.getByRole('combobox', { name: 'Det andra ärendet är' }).selectOption('Överordnat');
    await facts.getByRole('group').filter({ hasText: 'Koppla ärende' }).getByLabel('Ärendenummer').fill(`${two}`);
    await facts.getByRole('button', { name: 'Koppla', exact: true }).click();
    await expect(links).toContainText(`Överordnat${two}`);
    await visit(`/arenden/${two}`);
    await expect(links).toContainText(`Underordnat${one}`);
    await links.getByRole('button', { name: `Ta bort kopplingen till ärende ${one}` }).click();
    await expect(links).toBeHidden();

    await facts.getByText('Slå ihop med ett annat').click();
    await facts.getByRole('group').filter({ hasText: 'Slå ihop med ett annat' }).getByLabel('Ärendenummer').fill(`${one}`);
    await facts.getByRole('button', { name: 'Slå ihop', exact: true }).click();
    await expect(links).toContainText(`Sammanslaget med${one}`);
    await expect(page.getByRole('button', { name: 'Öppna igen' })).toBeVisible();
    await links.getByRole('button', { name: `Ångra sammanslagningen med ärende ${one}` }).click();
    await expect(page.getByRole('button', { name: 'Markera som löst' })).toBeVisible();
  });
}

for (const [how, options] of [['hydrated', {}], ['without JavaScript', without]] as const) {
  test(`merging into a closed case is asked about, ${how}`, async ({ as, tolerate }) => {
    tolerate(/status of 422/);
    const page = await as('maria', options);
    const visit = (address: string) => (how === 'hydrated' ? open(page, address) : page.goto(address));
    const closed = await register(page, { rubrik: unique('Avslutat'), status: 'stangd' });
    const number = await register(page, { rubrik: unique('Igen') });
    await visit(`/arenden/${number}`);
    await page.getByText('Slå ihop med ett annat').click();
    const form = page.getByRole('group').filter({ hasText: 'Slå ihop med ett annat' });
    await form.getByLabel('Ärendenummer').fill(`${closed}`);
    await form.getByRole('button', { name: 'Slå ihop', exact: true }).click();
    await expect(form.getByText(/^Det ärendet stängdes \d{4}-\d\d-\d\d\./)).toBeVisible();
    await form.getByRole('button', { name: 'Slå ihop ändå' }).click();
    await expect(page.getByRole('list', { name: 'Kopplade ärenden' })).toContainText(`Sammanslaget med${closed}`);
  });
}

test('merging into another customer’s closed case asks about both, without JavaScript', async ({ as, tolerate }) => {
  tolerate(/status of 422/);
  const page = await as('maria', without);
  const theirs = await register(page, { rubrik: unique('Deras'), kund: 'Lundin & Frisk AB', status: 'stangd' });
  const number = await register(page, { rubrik: unique('Vårt'), kund: 'BRF Solgläntan' });
  await page.goto(`/arenden/${number}`);
  await page.getByText('Slå ihop med ett annat').click();
  const form = page.getByRole('group').filter({ hasText: 'Slå ihop med ett annat' });
  await form.getByLabel('Ärendenummer').fill(`${theirs}`);
  await form.getByRole('button', { name: 'Slå ihop', exact: true }).click();
  await expect(form.getByText(/en annan kund.*Det ärendet stängdes/)).toBeVisible();
  await form.getByRole('button', { name: 'Slå ihop ändå' }).click();
  await expect(page.getByRole('list', { name: 'Kopplade ärenden' })).toContainText(`Sammanslaget med${theirs}`);
});

test('what cannot be linked is said at its field, with what was typed', async ({ as, tolerate }) => {
  tolerate(/status of 422/);
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Ensamt') });
  await open(page, `/arenden/${number}`);
  await page.getByText('Slå ihop med ett annat').click();
  const form = page.getByRole('group').filter({ hasText: 'Slå ihop med ett annat' });
  await form.getByLabel('Ärendenummer').fill('999999');
  await form.getByRole('button', { name: 'Slå ihop' }).click();
  await expect(form.getByText('Det ärendet finns inte')).toBeVisible();
  await expect(form.getByLabel('Ärendenummer')).toHaveValue('999999');
});

for (const [how, options] of [['hydrated', {}], ['without JavaScript', without]] as const) {
  test(`a split is taken back from either case, ${how}`, async ({ as }) => {
    const page = await as('sofia', options);
    const visit = (address: string) => (how === 'hydrated' ? open(page, address) : page.goto(address));
    const whole = unique('Nyckel och fönster');
    const number = await register(page, { rubrik: whole });
    const links = page.getByRole('list', { name: 'Kopplade ärenden' });
    for (const from of ['the part', 'the whole']) {
      await visit(`/arenden/${number}`);
      await page.getByText('Bryt ut till ett nytt').click();
      const form = page.getByRole('group').filter({ hasText: 'Bryt ut till ett nytt' });
      await form.getByLabel('Rubrik').fill(unique('Fönstren'));
      await form.getByRole('button', { name: 'Bryt ut' }).click();
      await expect(links).toContainText(`Utbrutet ur${number}`);
      const part = /\d+$/.exec(page.url())![0];
      if (from === 'the whole') await visit(`/arenden/${number}`);
      await page.getByRole('button', { name: 'Ångra utbrytningen' }).click();
      await expect(page.getByRole('heading', { level: 1, name: whole })).toBeVisible();
      await expect(links).toContainText(`Uppgått hit${part}`);
      await expect(page.getByRole('button', { name: 'Ångra utbrytningen' })).toHaveCount(0);
      await visit(`/arenden/${part}`);
      await expect(page.getByRole('button', { name: 'Öppna igen' })).toBeVisible();
    }
  });
}

test('a part becomes a case of its own', async ({ as }) => {
  const page = await as('sofia');
  const number = await register(page, { rubrik: unique('Nyckel och fönster'), kund: 'Lundin & Frisk AB' });
  const subject = unique('Fönstren');
  await open(page, `/arenden/${number}`);
  await page.getByText('Bryt ut till ett nytt').click();
  const form = page.getByRole('group').filter({ hasText: 'Bryt ut till ett nytt' });
  await form.getByLabel('Rubrik').fill(subject);
  await form.getByRole('button', { name: 'Bryt ut' }).click();
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Kopplade ärenden' })).toContainText(`Utbrutet ur${number}`);
  await expect(page.getByRole('complementary').getByText('Lundin & Frisk AB').first()).toBeVisible();
});

for (const [how, options] of [['hydrated', {}], ['without JavaScript', without]] as const) {
  test(`handed back to whoever made it, ${how}`, async ({ as }) => {
    const maria = await as('maria');
    const number = await register(maria, { rubrik: unique('Byt lampan'), ansvarig: 'Sofia Berg' });
    const sofia = await as('sofia', options);
    await (how === 'hydrated' ? open(sofia, `/arenden/${number}`) : sofia.goto(`/arenden/${number}`));
    await sofia.getByRole('textbox', { name: 'Ny kommentar' }).fill('Lampan är bytt.');
    await sofia.getByRole('button', { name: 'Återkoppla till skaparen' }).click();
    await expect(sofia.getByRole('article', { name: /Intern kommentar av Sofia Berg/ })).toContainText('Lampan är bytt.');
    await expect(sofia.getByRole('button', { name: 'Återkoppla till skaparen' })).toBeHidden();
    await open(maria, `/arenden/${number}`);
    await expect(maria.locator('[data-falt=ansvarig]')).toContainText('Maria Lindqvist');
  });
}
