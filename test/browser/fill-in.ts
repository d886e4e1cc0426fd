import type { Page } from 'playwright-core';

/** Fills in fields by their names, one after the other; among radios and boxes the one of the value. */
export async function fillIn(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`[name="${name}"]`).first();
    const kind = await field.evaluate((element) => element.getAttribute('type') ?? element.tagName);
    if (kind === 'radio' || kind === 'checkbox') await page.check(`[name="${name}"][value="${value}"]`);
    else if (kind === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}
