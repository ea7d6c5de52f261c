// Two people, one case, at the same time.

import { field, openListOf, register, row, unique } from '../cases';
import { expect, open, type Page, test } from '../fixtures';

test('changes to different properties both hold', async ({ as }) => {
  const [maria, sofia] = [await as('maria'), await as('sofia')];
  const word = unique('Olika');
  const number = await register(maria, { rubrik: word });
  await openListOf(maria, word);
  await openListOf(sofia, word);

  await field(row(sofia, number), 'prioritet').click();
  await sofia.getByRole('dialog').getByRole('radio', { name: 'Hög' }).click();
  await expect(field(row(sofia, number), 'prioritet')).toContainText('Hög');

  await field(row(maria, number), 'status').click();
  await maria.getByRole('dialog').getByRole('radio', { name: 'Godkänd' }).click();
  await expect(field(row(maria, number), 'status')).toContainText('Godkänd');
  // The answer brings the other's change along.
  await expect(field(row(maria, number), 'prioritet')).toContainText('Hög');
  await maria.reload();
  await expect(field(row(maria, number), 'status')).toContainText('Godkänd');
  await expect(field(row(maria, number), 'prioritet')).toContainText('Hög');
});

for (const choice of ['mine', 'theirs'] as const) {
  test(`both values of the same property are shown, and one chooses ${choice}`, async ({ as, tolerate }) => {
    tolerate(/status of 409/);
    const [maria, sofia] = [await as('maria'), await as('sofia')];
    const word = unique('Samma');
    const number = await register(maria, { rubrik: word });
    await openListOf(maria, word);
    await openListOf(sofia, word);

    // Whoever has begun to choose is not overtaken silently, though the row follows.
    await field(row(maria, number), 'status').click();
    await field(row(sofia, number), 'status').click();
    await sofia.getByRole('dialog').getByRole('radio', { name: 'Bekräftad' }).click();
    await expect(field(row(maria, number), 'status')).toContainText('Bekräftad');

    await maria.getByRole('dialog').getByRole('radio', { name: 'Godkänd' }).click();
    const conflict = maria.getByRole('dialog', { name: 'Någon annan har ändrat ärendet' });
    await expect(conflict).toContainText('Sofia Berg');
    await expect(conflict.getByRole('radio', { name: /Ditt värde.*Godkänd/s })).toBeVisible();
    await expect(conflict.getByRole('radio', { name: /Sofia Bergs värde.*Bekräftad/s })).toBeVisible();
    await conflict.getByRole('radio', { name: choice === 'mine' ? /Ditt värde/ : /Sofia Bergs värde/ }).check();
    // What is chosen shows before it is saved.
    const saved = choice === 'mine' && maria.waitForResponse((answer) => answer.ok() && answer.url().endsWith('/api/cases/update'));
    await conflict.getByRole('button', { name: 'Spara valt värde' }).click();
    await expect(conflict).toBeHidden();
    await saved;

    const expected = choice === 'mine' ? 'Godkänd' : 'Bekräftad';
    await expect(field(row(maria, number), 'status')).toContainText(expected);
    await sofia.reload();
    await expect(field(row(sofia, number), 'status')).toContainText(expected);
  });
}

/** A case whose text both have open, and for which Sofia has written another body meanwhile. */
async function rewrittenMeanwhile(maria: Page, sofia: Page): Promise<void> {
  const number = await register(maria, { rubrik: unique('Text'), innehall: 'Från början.' });
  await open(maria, `/arenden/${number}?redigera`);
  await open(sofia, `/arenden/${number}?redigera`);
  await sofia.getByRole('textbox', { name: 'Innehåll' }).fill('Sofias ord.');
  await sofia.getByRole('button', { name: 'Spara' }).click();
  await expect(sofia.getByText('Sofias ord.')).toBeVisible();
}

test('two texts at once: both are shown, nothing is lost', async ({ as, tolerate }) => {
  tolerate(/status of 409/);
  const [maria, sofia] = [await as('maria'), await as('sofia')];
  await rewrittenMeanwhile(maria, sofia);

  await maria.getByRole('textbox', { name: 'Innehåll' }).fill('Marias ord.');
  await maria.getByRole('button', { name: 'Spara' }).click();
  await expect(maria.getByText('Någon annan har ändrat ärendet').first()).toBeVisible();
  await expect(maria.getByText('Sofias ord.').first()).toBeVisible();
  await expect(maria.getByText('Marias ord.').first()).toBeVisible();
});

test('who changes the subject alone keeps the body that somebody else wrote meanwhile', async ({ as }) => {
  const [maria, sofia] = [await as('maria'), await as('sofia')];
  await rewrittenMeanwhile(maria, sofia);

  const subject = unique('Marias rubrik');
  await maria.getByRole('textbox', { name: 'Rubrik' }).fill(subject);
  await maria.getByRole('button', { name: 'Spara' }).click();
  await expect(maria.getByRole('heading', { name: subject })).toBeVisible();
  await expect(maria.getByText('Sofias ord.')).toBeVisible();
});
