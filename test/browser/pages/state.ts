import type { Page } from 'playwright-core';

/** One state of a page, and how somebody comes to it. */
export interface State {
  readonly name: string;
  readonly path: string;
  /** Account of a member of staff; nobody without it. */
  readonly as?: string | undefined;
  /** What is done on the page to bring the state about. */
  readonly act?: ((page: Page) => Promise<unknown>) | undefined;
  /** 200 unless told otherwise; of the page that `path` gives. */
  readonly status?: number;
  /** It is made to be printed too. */
  readonly printed?: boolean;
}

/** States of a route's pages, or why the route gives no page. */
export type Entry = readonly State[] | string;

/** By the path of the route. */
export type Entries = Readonly<Record<string, Entry>>;

/** Sends the form of the page as it stands. @param button the value of the button, where a form has several */
export const sent =
  (button?: string) =>
  async (page: Page): Promise<void> => {
    const press = page
      .locator(
        button === undefined
          ? 'main form[method=post] button.govuk-button:not([name])'
          : `main button[value="${button}"]`,
      )
      .last();
    await Promise.all([page.waitForEvent('load'), press.click()]);
  };

/** Sends a document's form without a file: the script says beside the field what is missing. */
export const uploaded =
  (place: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(`${place} .upload button`).first().click();
    await page.locator(`${place} .govuk-error-message`).waitFor();
  };
