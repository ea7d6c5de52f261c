// The whole job without a mouse.

import { field, forgetNewCase, quickSearch, register, rows, unique } from '../cases';
import { expect, open, test } from '../fixtures';

test('from login to solved without a mouse', async ({ page }) => {
  const subject = unique('Tangentbord');
  await page.goto('/logga-in');
  await expect(page.getByLabel('E-post eller användarnamn')).toBeVisible();
  await page.getByLabel('E-post eller användarnamn').focus();
  await page.keyboard.type('maria.lindqvist@bjorkdala.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type('arende-demo');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/');
  await expect(page.locator('html[data-hydrated]')).toBeAttached();
  await forgetNewCase(page);

  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL('/arenden');
  await expect(rows(page)).toHaveCount(50);

  await page.keyboard.press('n');
  const panel = page.getByRole('dialog', { name: 'Nytt ärende' });
  await expect(panel).toBeVisible();
  await expect(panel.locator(':focus')).toBeAttached();
  await panel.getByRole('textbox', { name: 'Rubrik' }).focus();
  await page.keyboard.type(subject);
  await page.keyboard.press('Control+Enter');
  await expect(panel).toBeHidden();

  await page.keyboard.press('/');
  await expect(quickSearch(page)).toBeFocused();
  await page.keyboard.type(subject);
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());

  // On the row: priority and status by their letters, then open it.
  await page.keyboard.press('j');
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog', { name: 'Ändra prioritet' })).toBeVisible();
  await page.keyboard.press('4');
  await expect(field(rows(page).first(), 'prioritet')).toContainText('Hög');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible();

  await page.keyboard.press('c');
  await expect(page.getByRole('textbox', { name: 'Ny kommentar' })).toBeFocused();
  await page.keyboard.type('Klart utan mus.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: /Intern kommentar/ })).toContainText('Klart utan mus.');

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog', { name: 'Ändra status' })).toBeVisible();
  await page.keyboard.press('6');
  await expect(page.getByRole('button', { name: /Status Löst/ })).toBeVisible();
});

test('rows are walked and ticked by keys', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  for (const key of ['j', 'x', 'j', 'j', 'Shift+x']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByRole('region', { name: 'Ändra valda ärenden' })).toContainText('3 valda');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Ändra valda ärenden' })).toBeHidden();
});

test('letters are letters in a field, and nothing at all when turned off', async ({ as }) => {
  const page = await as('sofia');
  await open(page, '/arenden');
  await quickSearch(page).click();
  await page.keyboard.type('njx');
  await expect(quickSearch(page)).toHaveValue('njx');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await open(page, '/jag');
  const shortcuts = page.getByRole('switch', { name: 'Kortkommandon med en tangent' });
  const save = page.locator('form').filter({ has: shortcuts }).getByRole('button', { name: 'Spara' });
  await shortcuts.uncheck();
  await save.click();
  await open(page, '/arenden');
  await page.keyboard.press('n');
  await page.keyboard.press('/');
  await expect(quickSearch(page)).not.toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await open(page, '/jag');
  await shortcuts.check();
  await save.click();
  await open(page, '/arenden');
  await page.keyboard.press('/');
  await expect(quickSearch(page)).toBeFocused();
});

test('the first Tab offers the way past the menu', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Hoppa till innehållet' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the list of keys answers to ?', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Nytt ärende')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('every key of the sheet does what the sheet says', async ({ as }) => {
  const page = await as('maria');
  const word = unique('Tangent');
  const numbers = [await register(page, { rubrik: `${word} ett` }), await register(page, { rubrik: `${word} två` })];
  await open(page, `/arenden?q=${encodeURIComponent(word)}`);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Kortkommandon' });
  const keys = await sheet.locator('dt').evaluateAll((lines) =>
    lines.map((line) => [...line.querySelectorAll('kbd')].map((key) => key.textContent).join(' ')),
  );
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  const dialog = (name: string) => page.getByRole('dialog', { name });
  const closed = async (name: string) => {
    await expect(dialog(name)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog(name)).toHaveCount(0);
  };
  const bar = page.getByRole('region', { name: 'Ändra valda ärenden' });
  const first = () => page.locator(`tr[data-nr="${numbers[1]}"]`);
  const form = (key: string, name: string) => async () => {
    await page.keyboard.press(key);
    await closed(name);
  };
  const to = (key: string, address: string) => async () => {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page).toHaveURL(address);
  };
  // In the order of the sheet; each begins where the one before it ends.
  const walk: Record<string, () => Promise<void>> = {
    '/': async () => {
      await page.keyboard.press('/');
      await expect(quickSearch(page)).toBeFocused();
      await page.keyboard.press('Tab');
    },
    'Ctrl K': form('Control+k', 'Sök och gå till'),
    N: form('n', 'Nytt ärende'),
    'G S': to('s', '/'),
    'G A': to('a', '/arenden'),
    'G K': to('k', '/kunder'),
    J: async () => {
      await open(page, `/arenden?q=${encodeURIComponent(word)}`);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await expect(page.locator(`tr[data-nr="${numbers[0]}"] .tt`)).toBeFocused();
    },
    K: async () => {
      await page.keyboard.press('k');
      await expect(first().locator('.tt')).toBeFocused();
    },
    Enter: async () => {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: `${word} två` })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Nästa ärende' })).toBeVisible();
      await page.keyboard.press('j');
      await expect(page.getByRole('heading', { level: 1, name: `${word} ett` })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Föregående ärende' })).toBeVisible();
      await page.keyboard.press('k');
      await expect(page.getByRole('heading', { level: 1, name: `${word} två` })).toBeVisible();
      await open(page, `/arenden?q=${encodeURIComponent(word)}`);
      await page.keyboard.press('j');
    },
    X: async () => {
      await page.keyboard.press('x');
      await expect(bar).toContainText('1 vald');
    },
    'Shift X': async () => {
      await page.keyboard.press('j');
      await page.keyboard.press('Shift+X');
      await expect(bar).toContainText('2 valda');
      await page.keyboard.press('Escape');
      await expect(bar).toBeHidden();
      await page.keyboard.press('k');
    },
    S: form('s', 'Ändra status'),
    P: form('p', 'Ändra prioritet'),
    T: form('t', 'Ändra typ'),
    A: form('a', 'Ändra ansvarig'),
    F: form('f', 'Ändra förfallodatum'),
    '1–7': async () => {
      await page.keyboard.press('p');
      await expect(dialog('Ändra prioritet')).toBeVisible();
      await page.keyboard.press('5');
      await expect(dialog('Ändra prioritet')).toHaveCount(0);
      await expect(field(first(), 'prioritet')).not.toContainText('Normal');
    },
    C: async () => {
      await open(page, `/arenden/${numbers[1]}`);
      await page.keyboard.press('c');
      await expect(page.getByRole('textbox', { name: 'Ny kommentar' })).toBeFocused();
    },
    E: async () => {
      await open(page, `/arenden/${numbers[1]}`);
      await page.keyboard.press('e');
      await expect(page.getByRole('textbox', { name: 'Rubrik' })).toBeFocused();
    },
    'Ctrl Enter': async () => {
      await page.getByRole('textbox', { name: 'Rubrik' }).fill(`${word} tre`);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('heading', { level: 1, name: `${word} tre` })).toBeVisible();
      // In a form that says nothing about keys too.
      await open(page, '/kunder/1001/redigera');
      const note = page.getByRole('textbox', { name: 'Anteckningar för kontoret' });
      await note.focus();
      await page.keyboard.press('Control+Enter');
      await expect(page).toHaveURL('/kunder/1001');
    },
    'Ctrl Z': async () => {
      await open(page, `/arenden?q=${encodeURIComponent(word)}`);
      await page.keyboard.press('j');
      await page.keyboard.press('s');
      await expect(dialog('Ändra status')).toBeVisible();
      await page.keyboard.press('6');
      await expect(field(first(), 'status')).toContainText('Löst');
      await expect(page.getByRole('button', { name: 'Ångra' })).toBeVisible();
      await page.keyboard.press('Control+z');
      await expect(field(first(), 'status')).toContainText('Ny');
    },
    Esc: async () => {
      await page.keyboard.press('x');
      await expect(bar).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(bar).toBeHidden();
    },
    // As keyboards have it: Shift goes down before the key.
    '?': form('Shift+?', 'Kortkommandon'),
  };
  expect(keys).toEqual(Object.keys(walk));
  for (const [key, does] of Object.entries(walk)) {
    await test.step(key, does);
  }
});

test('a picker follows the combobox pattern', async ({ as }) => {
  const page = await as('maria');
  await open(page, '/arenden/nytt');
  const customer = page.getByRole('combobox', { name: 'Kund' });
  await expect(customer).toHaveAttribute('aria-expanded', 'false');
  await customer.focus();
  await page.keyboard.type('brf');
  await expect(customer).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  const chosen = await customer.getAttribute('aria-activedescendant');
  await expect(page.locator(`#${chosen}`)).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator(`#${chosen}`)).toHaveRole('option');
  await expect(customer).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(customer).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.type('xyzzy');
  await expect(page.getByText('Ingen kund stämmer.')).toBeVisible();
});

test('who is responsible is where "Ändra ansvarig" begins', async ({ as }) => {
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Ansvar'), ansvarig: 'Sofia Berg' });
  await open(page, `/arenden/${number}`);
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Ändra ansvarig' });
  await expect(dialog.getByRole('radio', { name: /^Sofia Berg/ })).toBeFocused();
  await expect(dialog.getByRole('radio', { name: /^Sofia Berg/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(field(page, 'ansvarig')).toContainText('Sofia Berg');
});

test('a name is typed at once where "Ändra ansvarig" begins', async ({ as }) => {
  const page = await as('maria');
  const number = await register(page, { rubrik: unique('Ansvar') });
  await open(page, `/arenden/${number}`);
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Ändra ansvarig' });
  await expect(dialog.getByRole('radio', { name: /^Ingen/ })).toBeFocused();
  await page.keyboard.type('sofia b');
  await expect(dialog.getByRole('combobox')).toHaveValue('sofia b');
  await expect(dialog.getByRole('option', { name: /Sofia Berg/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(field(page, 'ansvarig')).toContainText('Sofia Berg');
});

test('a page keeps its title while it comes alive', async ({ as }) => {
  const page = await as('maria');
  await page.addInitScript(() => {
    const titles: string[] = [];
    Object.assign(window, { titles });
    // As often as something is drawn.
    const look = () => {
      if (document.title !== titles.at(-1) && document.querySelector('title')) titles.push(document.title);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await open(page, '/kunder');
  expect(await page.evaluate(() => Reflect.get(window, 'titles'))).toEqual(['Kunder – Ärenden']);
});
