// What one is told: mentions, watched cases.

import { register, unique } from '../cases';
import { expect, open, test } from '../fixtures';

for (const [how, options] of [['hydrated', {}], ['without JavaScript', { javaScriptEnabled: false }]] as const) {
  test(`a mention and a watched case are told of until they are read, ${how}`, async ({ as }) => {
    const maria = await as('maria', options);
    const sofia = await as('sofia');
    const visit = (address: string) => (how === 'hydrated' ? open(maria, address) : maria.goto(address));
    const watched = unique('Bevakat');
    const number = await register(maria, { rubrik: watched });
    await visit(`/arenden/${number}`);
    await maria.getByRole('button', { name: 'Bevaka' }).click();
    await expect(maria.getByRole('button', { name: 'Sluta bevaka' })).toBeVisible();

    const mentioned = unique('Nämnt');
    const other = await register(sofia, { rubrik: mentioned });
    for (const [on, text] of [[number, 'Ny vinkel.'], [other, 'Vad säger du, @Maria Lindqvist?']] as const) {
      await open(sofia, `/arenden/${on}`);
      await sofia.getByRole('textbox', { name: 'Ny kommentar' }).fill(text);
      await sofia.getByRole('button', { name: 'Spara kommentar' }).click();
      await expect(sofia.getByRole('article', { name: /Intern kommentar/ })).toContainText(text);
    }
    await open(sofia, `/arenden/${other}`);
    await expect(sofia.getByRole('list', { name: 'Anställda' })).toContainText('Maria Lindqvist');

    await visit('/arenden');
    await maria.getByRole('link', { name: /Aviseringar/ }).click();
    const told = (subject: string) => maria.getByRole('listitem').filter({ hasText: subject });
    await expect(told(watched)).toContainText('Sofia Berg kommenterade');
    await expect(told(mentioned)).toContainText('Sofia Berg nämnde dig i');
    await told(watched).getByRole('button', { name: 'Markera som läst' }).click();
    await expect(told(watched).getByText('Oläst')).toHaveCount(0);
    await told(mentioned).getByRole('link').click();
    await expect(maria.getByText('Vad säger du')).toBeVisible();
    await visit('/aviseringar');
    await expect(told(mentioned).getByText('Oläst')).toHaveCount(0);
  });
}
