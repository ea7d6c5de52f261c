// The three walks that the product began with, each by people in browsers of their own.

import { field, openBlankCase, rows, unique } from '../cases';
import { expect, open, test } from '../fixtures';

test('a customer rings: registered, assigned, commented, solved', async ({ as }) => {
  const [sofia, maria] = [await as('sofia'), await as('maria')];
  const subject = unique('Trapphuset är inte städat');

  // Sofia takes the call at the customer's card.
  await open(sofia, '/kunder?q=Solgl%C3%A4ntan');
  await sofia.getByRole('link', { name: 'BRF Solgläntan' }).first().click();
  await sofia.getByRole('main').getByRole('link', { name: 'Nytt ärende' }).first().click();
  const form = sofia.getByRole('main');
  await expect(form.getByRole('combobox', { name: 'Kund' })).toHaveValue(/BRF Solgläntan/);
  await form.getByRole('textbox', { name: 'Rubrik' }).fill(subject);
  await form.getByRole('button', { name: 'Skapa ärende' }).click();
  await expect(sofia.getByRole('heading', { level: 1, name: subject })).toBeVisible();

  // Maria sees it among what has come in, and gives it to Amira.
  await open(maria, '/');
  await maria.getByRole('region', { name: 'Nyinkomna ärenden' }).getByRole('link', { name: new RegExp(subject) }).click();
  await field(maria, 'ansvarig').click();
  const dialog = maria.getByRole('dialog', { name: 'Ändra ansvarig' });
  await dialog.getByRole('combobox', { name: 'Sök anställd' }).fill('Amira');
  await dialog.getByRole('option', { name: /Amira Haddad/ }).click();
  await expect(field(maria, 'ansvarig')).toContainText('Amira Haddad');
  await expect(maria.getByRole('button', { name: /Status Tilldelad/ })).toBeVisible();

  // Amira reads it on the phone, says that it is done, and solves it.
  const amira = await as('amira', { viewport: { width: 390, height: 844 } });
  await open(amira, '/m');
  await amira.getByRole('link', { name: new RegExp(subject) }).click();
  await amira.getByRole('form', { name: 'Ny kommentar' }).getByRole('textbox').fill('Städat nu.');
  await amira.getByRole('button', { name: 'Spara kommentar' }).click();
  await expect(amira.getByText('Städat nu.')).toBeVisible();
  await amira.getByRole('button', { name: 'Markera som löst' }).click();
  await expect(amira.getByRole('button', { name: 'Öppna igen' })).toBeVisible();

  // Sofia sees what was said and that it is solved.
  await sofia.reload();
  await expect(sofia.getByText('Städat nu.')).toBeVisible();
  await expect(sofia.getByRole('button', { name: 'Öppna igen' })).toBeVisible();
});

test('an internal case: for a colleague, commented, handed back, solved', async ({ as }) => {
  const [maria, sofia] = [await as('maria'), await as('sofia')];
  const subject = unique('Boka vikarier');
  await openBlankCase(maria);
  await maria.getByRole('textbox', { name: 'Rubrik' }).fill(subject);
  const responsible = maria.getByRole('combobox', { name: /^Ansvarig/ });
  await responsible.fill('Sofia');
  await maria.getByRole('option', { name: /Sofia Berg/ }).click();
  await maria.getByRole('button', { name: 'Skapa ärende' }).click();
  await expect(maria.getByRole('heading', { level: 1, name: subject })).toBeVisible();

  // Whoever has it before them sees what happens, and is not told of it.
  await open(maria, '/arenden');

  // It waits for Sofia on the start page.
  await open(sofia, `/arenden?ansvarig=jag&q=${encodeURIComponent(subject)}`);
  await expect(rows(sofia)).toHaveCount(1);
  await open(sofia, '/');
  await expect(sofia.getByRole('region', { name: 'Mina ärenden' })).toContainText(subject);
  await sofia.getByRole('region', { name: 'Mina ärenden' }).getByRole('link', { name: new RegExp(subject) }).click();
  await sofia.getByRole('textbox', { name: 'Ny kommentar' }).fill('Två vikarier är bokade.');
  await sofia.getByRole('button', { name: 'Återkoppla till skaparen' }).click();
  await expect(field(sofia, 'ansvarig')).toContainText('Maria Lindqvist');

  // Maria has it back, told of by the start page, and solves it.
  await open(maria, '/');
  await maria.getByRole('region', { name: 'Ändrade sedan jag tittade' }).getByRole('link', { name: new RegExp(subject) }).click();
  await expect(maria.getByText('Två vikarier är bokade.')).toBeVisible();
  await maria.getByRole('button', { name: 'Markera som löst' }).click();
  await expect(maria.getByRole('button', { name: /Status Löst/ })).toBeVisible();
});

test('an own to-do: created in one line, sorted by priority, closed', async ({ as }) => {
  const maria = await as('maria');
  const subject = unique('Ring om lokalen');
  await open(maria, '/');
  await maria.getByRole('textbox', { name: 'Rubrik' }).fill(subject);
  await maria.keyboard.press('Enter');
  await expect(maria.getByRole('heading', { level: 1, name: subject })).toBeVisible();
  await expect(field(maria, 'ansvarig')).toContainText('Maria Lindqvist');
  await maria.getByRole('button', { name: /^Prioritet/ }).click();
  await maria.getByRole('dialog', { name: 'Ändra prioritet' }).getByRole('radio', { name: 'Omedelbar' }).click();

  // Among mine by priority it stands on the first page.
  await open(maria, '/arenden?ansvarig=jag&sort=-prioritet');
  await maria.getByRole('row', { name: new RegExp(subject) }).getByRole('link', { name: subject }).click();
  // Shown at once; saved when the server has said so.
  const saved = maria.waitForResponse((response) => response.url().includes('/api/cases/update'));
  await maria.getByRole('button', { name: 'Markera som löst' }).click();
  await expect(maria.getByRole('button', { name: /Status Löst/ })).toBeVisible();
  expect((await saved).ok()).toBe(true);
  await open(maria, '/');
  await expect(maria.getByRole('region', { name: 'Mina ärenden' })).not.toContainText(subject);
});
