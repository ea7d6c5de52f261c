// What a company decides for itself. Norrsken decides, so that nobody else's tests stand on other words.

import { field, register } from '../cases';
import { expect, open, phone, test } from '../fixtures';

const without = { javaScriptEnabled: false };

test('a status is added, renamed and hidden, and stands in lists and forms', async ({ as }) => {
  const page = await as('erik');
  await open(page, '/');
  await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Inställningar' }).click();
  await expect(page.getByRole('heading', { name: 'Statusar' })).toBeVisible();
  const table = page.getByRole('table', { name: 'Statusar' });
  await page.getByPlaceholder('Ny status').fill('Väntar på kund');
  await page.getByRole('button', { name: 'Lägg till status' }).click();
  const line = table.getByRole('row').filter({ has: page.getByRole('switch', { name: 'Använd status Väntar på kund' }) });
  await expect(line).toBeVisible();
  await expect(page).toHaveURL(/#status-8$/);

  // Renamed by leaving the field, red by the folded choice; each saves itself.
  await line.getByRole('textbox', { name: 'Namn på status' }).fill('Väntar på svar');
  await line.getByRole('textbox', { name: 'Namn på status' }).press('Enter');
  await expect(page.getByRole('switch', { name: 'Använd status Väntar på svar' })).toBeVisible();
  await open(page, '/installningar');
  const renamed = table.getByRole('row').filter({ has: page.getByRole('switch', { name: 'Använd status Väntar på svar' }) });
  await renamed.locator('summary').click();
  await renamed.getByTitle('Röd').click();
  await expect(page.locator('#status-8 .st--red').first()).toBeVisible();
  await page.getByRole('button', { name: 'Flytta upp Väntar på svar' }).click();
  await expect(page).toHaveURL(/#flytta-status-8-upp$/);

  await open(page, '/arenden');
  await field(page, 'status').first().click();
  await expect(page.getByRole('dialog', { name: 'Ändra status' }).getByRole('radio', { name: 'Väntar på svar' })).toBeVisible();

  await open(page, '/installningar');
  await page.getByRole('switch', { name: 'Använd status Väntar på svar' }).uncheck();
  await expect(page.getByRole('switch', { name: 'Använd status Väntar på svar' })).not.toBeChecked();
  await expect(page.locator('#status-8')).toHaveClass(/off/);
});

test('what is not used disappears from list, forms, case and bulk bar, and comes back', async ({ as }) => {
  const page = await as('erik');
  await open(page, '/installningar');
  await page.getByRole('switch', { name: 'Kanal' }).uncheck();
  await expect(page.getByRole('status').getByText('Sparat.')).toBeVisible();
  await open(page, '/arenden');
  await expect(page.getByRole('columnheader', { name: 'Prioritet' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Kanal' })).toHaveCount(0);
  await expect(page.locator('details summary', { hasText: 'Kanal' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Kanal till', includeHidden: true })).toHaveCount(0);
  await open(page, '/arenden/nytt');
  await expect(page.getByRole('group', { name: 'Kanal' })).toHaveCount(0);
  await open(page, '/arenden/2');
  await expect(page.locator('[data-falt=prioritet]')).toBeVisible();
  await expect(page.locator('[data-falt=kanal]')).toHaveCount(0);
  await open(page, '/installningar');
  // On cards and on the start page too.
  await expect(page.getByRole('switch', { name: 'Förfaller' })).toBeChecked();
  await page.getByRole('switch', { name: 'Förfaller' }).uncheck();
  await expect(page.getByRole('switch', { name: 'Förfaller' })).not.toBeChecked();
  await expect(page.getByRole('status').getByText('Sparat.')).toBeVisible();
  await open(page, '/');
  await expect(page.getByRole('region', { name: 'Nyinkomna ärenden' })).toBeVisible();
  await expect(page.locator('.agenda')).toHaveCount(0);
  await open(page, '/installningar');
  await page.getByRole('switch', { name: 'Prioritet' }).uncheck();
  await expect(page.getByRole('status').getByText('Sparat.')).toBeVisible();
  // What stood first leaves no room behind, and takes none from the subject.
  await page.goto('/widget/mina');
  await expect(page.locator('.case .t').first()).toBeVisible();
  await expect(page.locator('.case .pr-g')).toHaveCount(0);
  // Its key does nothing, and is in no table.
  await open(page, '/arenden');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Kortkommandon' });
  await expect(keys.getByText(/^Ändra status/)).toBeVisible();
  await expect(keys.getByText('Ändra prioritet')).toHaveCount(0);
  await expect(page.locator('.lfoot kbd', { hasText: /^P$/ })).toHaveCount(0);
  await page.goto('/widget/mina');
  const subject = await page.locator('.case .t').first().boundingBox();
  expect(subject?.x).toBe(14);
  expect(subject?.width).toBeGreaterThan(200);
  await open(page, '/installningar');
  await page.getByRole('switch', { name: 'Prioritet' }).check();
  await expect(page.getByRole('status').getByText('Sparat.')).toBeVisible();
  await open(page, '/anstallda/1');
  await expect(page.getByRole('columnheader', { name: 'Status' }).first()).toBeAttached();
  await expect(page.getByRole('columnheader', { name: 'Förfaller' })).toHaveCount(0);
  await open(page, '/installningar');
  await page.getByRole('switch', { name: 'Förfaller' }).check();
  await expect(page.getByRole('status').getByText('Sparat.')).toBeVisible();
  await page.getByRole('switch', { name: 'Kanal' }).check();
  await expect(page.getByRole('status').getByText('Sparat.')).toBeVisible();
  await open(page, '/arenden');
  await expect(page.getByRole('columnheader', { name: 'Kanal' })).toBeVisible();
});

test('a company can do without teams and sites', async ({ as }) => {
  const page = await as('erik');
  const bar = page.getByRole('region', { name: 'Ändra valda ärenden', includeHidden: true });
  const team = bar.getByRole('button', { name: 'Team till', includeHidden: true });
  const turn = async (name: string, on: boolean) => {
    await open(page, '/installningar');
    await page.getByRole('switch', { name, exact: false }).setChecked(on);
    await expect(page.getByRole('status').getByText('Sparat.')).toBeVisible();
  };
  await open(page, '/arenden?utokad');
  await expect(team).toBeAttached();
  await expect(page.getByRole('combobox', { name: 'Team', exact: true })).toBeVisible();
  await turn('Team', false);
  await open(page, '/arenden?utokad');
  await expect(page.getByRole('button', { name: 'Status till', includeHidden: true })).toBeAttached();
  await expect(team).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Team', exact: true })).toHaveCount(0);
  await open(page, '/arenden/nytt?kund=1001');
  const site = page.getByRole('combobox', { name: 'Plats' });
  await expect(site).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Team' })).toHaveCount(0);
  await turn('Plats', false);
  await open(page, '/arenden/nytt?kund=1001');
  await expect(page.getByRole('combobox', { name: 'Status' })).toBeVisible();
  await expect(site).toHaveCount(0);
  await turn('Plats', true);
  await turn('Team', true);
  await open(page, '/arenden/nytt?kund=1001');
  await expect(site).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Team' })).toBeVisible();
});

test('a type is added and merged by plain forms, with a preview', async ({ as }) => {
  const page = await as('erik', without);
  await page.goto('/installningar');
  await page.getByPlaceholder('Ny typ').fill('Larm');
  await page.getByRole('button', { name: 'Lägg till typ' }).click();
  await page.goto('/arenden/nytt');
  await page.getByLabel('Rubrik').fill('Larmet tjuter');
  await page.getByLabel('Typ').selectOption('Larm');
  await page.getByRole('button', { name: 'Skapa ärende' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Larmet tjuter' })).toBeVisible();
  const address = page.url();
  await page.goto('/arenden?typ=larm');
  await page.getByText('Spara vy', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Vyns namn' }).fill('Larmvyn');
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(page).toHaveURL(/[?&]vy=\d+$/);
  const view = page.url();

  await page.goto('/installningar');
  await page.getByRole('link', { name: 'Ta bort eller slå ihop Larm' }).click();
  await expect(page.getByText('1 ärenden har den.')).toBeVisible();
  await page.getByLabel('Slå ihop med').selectOption('Fråga');
  await page.getByRole('button', { name: 'Visa vad som händer' }).click();
  await expect(page.getByText('1 ärenden går från Larm till Fråga.')).toBeVisible();
  await page.getByRole('button', { name: 'Slå ihop' }).click();
  await expect(page.getByText('Sparat.')).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Använd typ Larm' })).toHaveCount(0);
  // An old link and an old view name the one that it has become.
  const chips = page.getByRole('list', { name: 'Valda filter' }).getByRole('listitem').filter({ hasText: 'Typ: ' });
  for (const old of ['/arenden?typ=larm', view]) {
    await page.goto(old);
    await expect(chips).toHaveText(/^Typ: Fråga/);
    await expect(page.getByRole('link', { name: 'Larmet tjuter' })).toBeVisible();
  }
  await expect(page.getByText('Larmvyn är ändrad')).toHaveCount(0);
  await page.goto(address);
  await expect(page.locator('[data-falt=typ]')).toContainText('Fråga');
  await expect(page.getByRole('listitem').filter({ hasText: 'ändrade typ' })).toContainText('Larm');
});

test('a word is moved on by keyboard from where it was', async ({ as }) => {
  const page = await as('erik');
  await open(page, '/installningar');
  const names = page.locator('section[aria-labelledby=typer] tbody input[name=namn]');
  const first = await names.first().inputValue();
  const down = page.getByRole('button', { name: `Flytta ner ${first}`, exact: true });
  await down.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#flytta-typ-\d+-ner$/);
  await expect(down).toBeFocused();
  await page.getByRole('button', { name: `Flytta upp ${first}`, exact: true }).click();
  await expect(names.first()).toHaveValue(first);
});

test('a refused name is told and nothing is lost', async ({ as }) => {
  const page = await as('erik');
  await open(page, '/installningar');
  await page.getByPlaceholder('Ny status').fill('ny');
  await page.getByRole('button', { name: 'Lägg till status' }).click();
  await expect(page.getByRole('alert')).toContainText('används redan');
});

test('a template fills in what it is about, with script and without', async ({ as }) => {
  const page = await as('erik');
  await open(page, '/installningar/mallar');
  await page.getByLabel('Namn på mall').last().fill('Kvittens');
  await page.getByLabel('Text').last().fill('Ärende {nummer} är mottaget. /{jag}');
  await page.getByRole('button', { name: 'Lägg till mall' }).click();
  await expect(page.getByText('Sparat.')).toBeVisible();

  await open(page, '/arenden');
  const number = await register(page, { rubrik: 'Mallprov' });
  await open(page, `/arenden/${number}`);
  await page.getByRole('button', { name: 'Mallar' }).click();
  await page.getByRole('link', { name: 'Kvittens' }).click();
  await expect(page.getByRole('textbox', { name: 'Ny kommentar' })).toHaveValue(`Ärende ${number} är mottaget. /Erik Norrman`);

  const plain = await as('erik', without);
  await plain.goto(`/arenden/${number}`);
  await plain.getByRole('button', { name: 'Mallar' }).or(plain.getByRole('link', { name: 'Mallar' })).click();
  await plain.getByRole('link', { name: 'Kvittens' }).click();
  await expect(plain.getByRole('textbox', { name: 'Ny kommentar' })).toHaveValue(`Ärende ${number} är mottaget. /Erik Norrman`);
  await plain.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(plain.getByRole('article')).toContainText(`Ärende ${number} är mottaget.`);
});

test('a template does without what the company does without, and says so', async ({ as }) => {
  const page = await as('erik');
  await open(page, '/installningar/mallar');
  const variables = page.getByRole('region', { name: 'Variabler' });
  await expect(variables).toContainText('{ansvarig}');
  await page.getByLabel('Namn på mall').last().fill('Överlämnat');
  await page.getByLabel('Text').last().fill('{ansvarig} tar hand om ärende {nummer}.');
  await page.getByRole('button', { name: 'Lägg till mall' }).click();
  await expect(page.getByText('Sparat.')).toBeVisible();
  const number = await register(page, { rubrik: 'Mall utan ansvarig' });

  await open(page, '/installningar');
  await page.getByRole('switch', { name: 'Ansvarig' }).uncheck();
  await expect(page.getByRole('status').getByText('Sparat.')).toBeVisible();
  await open(page, '/installningar/mallar');
  await expect(variables).toContainText('{nummer}');
  await expect(variables).not.toContainText('{ansvarig}');
  const said = '{ansvarig} används inte och fylls inte i.';
  await expect(page.getByRole('listitem').filter({ hasText: 'Överlämnat' })).toContainText(said);
  await open(page, `/arenden/${number}`);
  await page.getByRole('button', { name: 'Mallar' }).click();
  const choice = page.getByRole('link', { name: 'Överlämnat' });
  await expect(choice).toContainText(said);
  await choice.click();
  const written = `{ansvarig} tar hand om ärende ${number}.`;
  await expect(page.getByRole('textbox', { name: 'Ny kommentar' })).toHaveValue(written);
  const plain = await as('erik', without);
  await plain.goto(`/arenden/${number}`);
  await plain.getByRole('button', { name: 'Mallar' }).or(plain.getByRole('link', { name: 'Mallar' })).click();
  await plain.getByRole('link', { name: 'Överlämnat' }).click();
  await expect(plain.getByRole('textbox', { name: 'Ny kommentar' })).toHaveValue(written);

  await open(page, '/installningar');
  await page.getByRole('switch', { name: 'Ansvarig' }).check();
  await expect(page.getByRole('status').getByText('Sparat.')).toBeVisible();
});

test('a role of the company’s own is made and given', async ({ as }) => {
  const page = await as('erik');
  await open(page, '/installningar/roller');
  await page.getByRole('link', { name: 'Ny roll av Kontor' }).click();
  await page.getByLabel('Namn').fill('Bara läsa');
  await page.getByRole('checkbox', { name: 'Skapa ärenden' }).uncheck();
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByRole('link', { name: 'Bara läsa' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Anställd' }).fill('Lena Marklund');
  await page.locator('select[name=roll]').selectOption('Bara läsa');
  await page.getByRole('button', { name: 'Ge roll' }).click();
  const line = page.getByRole('row').filter({ hasText: 'Bara läsa' });
  await expect(line).toContainText('1');
  // The last who decides cannot be taken down.
  await page.getByRole('textbox', { name: 'Anställd' }).fill('Erik Norrman');
  await page.locator('select[name=roll]').selectOption('Kontor');
  await page.getByRole('button', { name: 'Ge roll' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('an unknown variable is refused by its name, and the text stays where it was written', async ({ as }) => {
  const page = await as('erik');
  await open(page, '/installningar/mallar');
  const old = page.getByRole('listitem').filter({ hasText: 'Tack' }).first();
  await old.locator('summary').click();
  await old.getByLabel('Text').fill('Hej {kudn}');
  await old.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByRole('alert')).toContainText('Det finns ingen variabel {kudn}. De som finns är {kund}, {nummer},');
  await expect(old.getByLabel('Text')).toHaveValue('Hej {kudn}');
  await expect(page.getByRole('region', { name: 'Ny mall' }).getByLabel('Text')).toHaveValue('');
});

for (const javaScriptEnabled of [true, false]) {
  test(`on a phone the settings' pages are cut nowhere, ${javaScriptEnabled ? 'hydrated' : 'without JavaScript'}`, async ({ as }) => {
    const page = await as('maria', { ...phone, javaScriptEnabled });
    for (const address of ['', '/mallar', '/foretag', '/roller', '/roller/ny?bas=office', '/import', '/widgetar', '/statusar/1/bort']) {
      if (javaScriptEnabled) await open(page, `/installningar${address}`);
      else await page.goto(`/installningar${address}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const over = (element: Element) => element.scrollWidth - element.clientWidth;
      expect(await page.locator('html').evaluate(over), address).toBe(0);
      for (const table of await page.locator('.adm__c').all()) expect(await table.evaluate(over), address).toBe(0);
    }
    await page.goto('/installningar');
    for (const control of [page.getByRole('switch', { name: 'Använd status Ny' }), page.getByRole('button', { name: 'Flytta ner Ny' }), page.getByRole('link', { name: 'Ta bort eller slå ihop Ny' })]) {
      const box = await control.boundingBox();
      expect(box!.x).toBeGreaterThanOrEqual(0);
      expect(box!.x + box!.width).toBeLessThanOrEqual(390);
    }
  });
}
