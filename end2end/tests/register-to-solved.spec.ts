// The main job: the phone rings, and in the end it is solved.

import { field, unique } from '../cases';
import { expect, open, test } from '../fixtures';

test('a case from the call to solved', async ({ as }) => {
  const page = await as('sofia');
  const subject = unique('Vattenskada i källaren');
  await open(page, '/arenden');

  // The customer is on the phone: N, and the panel is there.
  await page.keyboard.press('n');
  const panel = page.getByRole('dialog', { name: 'Nytt ärende' });
  await expect(panel).toBeVisible();
  await panel.getByRole('textbox', { name: 'Rubrik' }).fill(subject);
  await panel.getByRole('textbox', { name: 'Innehåll' }).fill('Det rinner från taket vid tvättstugan.');

  // The customer is found by the keyboard alone, from a part of the name.
  const customer = panel.getByRole('combobox', { name: 'Kund' });
  await customer.focus();
  await page.keyboard.type('solgl');
  await expect(panel.getByRole('option', { name: /BRF Solgläntan/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(customer).toHaveValue(/BRF Solgläntan/);
  await expect(panel.getByText('Finns ärendet redan?')).toBeVisible();
  await panel.getByRole('radio', { name: 'Bråttom' }).check();
  await panel.getByRole('button', { name: 'Skapa ärende' }).click();

  // It stands in the list and opens.
  await expect(panel).toBeHidden();
  await open(page, `/arenden?q=${encodeURIComponent(subject)}`);
  const line = page.getByRole('row', { name: new RegExp(subject) });
  await expect(line).toContainText('BRF Solgläntan');
  await expect(line).toContainText('Bråttom');
  await line.getByRole('link', { name: subject }).click();
  await expect(page).toHaveURL(/\/arenden\/\d+/);
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(page.getByText('Det rinner från taket vid tvättstugan.')).toBeVisible();

  // A comment for colleagues.
  await page.getByRole('textbox', { name: 'Ny kommentar' }).fill('Jag har ringt rörmokaren.');
  await page.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(page.getByRole('article', { name: /Intern kommentar av Sofia Berg/ })).toContainText('rörmokaren');

  // Johan takes it; a new case becomes an assigned one in the same step.
  await field(page, 'ansvarig').click();
  const dialog = page.getByRole('dialog', { name: 'Ändra ansvarig' });
  await expect(dialog.getByRole('checkbox', { name: 'Sätt status Tilldelad' })).toBeChecked();
  await dialog.getByRole('combobox', { name: 'Sök anställd' }).fill('Johan');
  await dialog.getByRole('option', { name: /Johan Åkesson/ }).click();
  await expect(field(page, 'ansvarig')).toContainText('Johan Åkesson');
  await expect(page.getByRole('button', { name: /Status Tilldelad/ })).toBeVisible();

  // And solved.
  await page.getByRole('button', { name: 'Markera som löst' }).click();
  await expect(page.getByRole('button', { name: /Status Löst/ })).toBeVisible();

  // The history tells it all, also to who opens the page anew.
  await page.reload();
  const timeline = page.getByRole('list').filter({ hasText: 'rörmokaren' });
  for (const told of ['skapade ärendet', 'Johan Åkesson', 'Tilldelad', 'Löst']) {
    await expect(timeline).toContainText(told);
  }
});
