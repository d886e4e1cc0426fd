import type { BrowserContext, Page } from 'playwright-core';
import { hangMs, type Screens } from '../browser.ts';
import { prepareAxe, violationsOf, widths } from '../page-checks.ts';

/** What is seen of a page's HTML, laid out without loading it. */
export interface Sight {
  readonly lang: string;
  readonly title: string;
  /** Which words the page has for its scripts. */
  readonly words: readonly string[];
  /** How many h1. */
  readonly headings: number;
  /** The page without its words: two that are the same so are the same to axe, whatever their language. */
  readonly structure: string;
  /** Whence styles, scripts and pictures come. */
  readonly sources: readonly string[];
  /** Screens that the page is wider than, in CSS pixels. */
  readonly tooWide: readonly string[];
}

/** A page as a printer would have it. */
export interface Print {
  readonly tooWide: readonly string[];
  /** How much of what has no use on paper is there. */
  readonly useless: number;
  readonly heading: boolean;
}

/** Lays pages out side by side on screens of several widths: a page needs to be loaded in one language only. */
export interface Bench {
  readonly see: (htmls: readonly string[]) => Promise<readonly Sight[]>;
  readonly print: (htmls: readonly string[]) => Promise<readonly Print[]>;
  /** What axe finds on the narrowest screen: here it is loaded once, and goes four times as fast as in each page anew. */
  readonly violations: (html: string) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** A sheet of A4 without its margins, in CSS pixels. */
const sheetWidth = 690;

/** Attributes that hold words, figures or addresses: what axe asks of them is that they are there. */
const worded = [
  'lang',
  'title',
  'aria-label',
  'alt',
  'placeholder',
  'value',
  'href',
  'hreflang',
  'action',
  'content',
  'datetime',
  'data-label',
  'data-uploads',
];
/** Attributes that say nothing to axe: of drawings and pictures, and which choice is made. */
const drawn = ['src', 'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height', 'points', 'transform', 'checked'];

/** A page of frames with the site's style, one a width; they follow standards, as the pages do. */
async function openFrames(
  context: BrowserContext,
  address: string,
  style: string,
  sizes: readonly number[],
): Promise<Page> {
  const page = await context.newPage();
  await page.route(address, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Bench</title>' }),
  );
  await page.goto(address);
  await page.unroute(address);
  await page.evaluate(
    async ([css, all]) => {
      for (const width of all) {
        const frame = document.createElement('iframe');
        frame.style.cssText = `width:${String(width)}px;height:900px;border:0;position:absolute;left:0;top:${String(width * 2)}px`;
        frame.srcdoc = '<!doctype html><title>Frame</title>';
        const loaded = new Promise((resolve) => {
          frame.onload = resolve;
        });
        document.body.append(frame);
        await loaded;
        const sheet = document.createElement('style');
        sheet.textContent = css;
        frame.contentDocument?.head.append(sheet);
      }
    },
    [style, sizes] as const,
  );
  return page;
}

const see = (page: Page, htmls: readonly string[]): Promise<readonly Sight[]> =>
  page.evaluate(
    ([all, attributes, without, screens]) => {
      const structureOf = (bare: HTMLElement): string => {
        const texts = bare.ownerDocument.createTreeWalker(bare, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) texts.currentNode.textContent = texts.currentNode.textContent?.trim() ? 'x' : '';
        for (const element of [bare, ...bare.querySelectorAll('*')]) {
          for (const name of attributes) if (element.getAttribute(name)) element.setAttribute(name, 'x');
          for (const name of without) element.removeAttribute(name);
        }
        // Which language of the switch is the page's own has its place in the list, and no other meaning.
        const languages = bare.querySelector('nav.languages ul');
        languages?.replaceChildren(
          ...[...languages.children].toSorted((one, other) => (one.outerHTML < other.outerHTML ? -1 : 1)),
        );
        return bare.outerHTML;
      };
      const show = (width: number, { documentElement, body }: Document): number => {
        const at = screens.indexOf(width as (typeof screens)[number]);
        const shown = document.querySelectorAll('iframe')[at]?.contentDocument;
        if (!shown) throw new Error(`No screen of ${String(width)}`);
        shown.documentElement.className = documentElement.className;
        shown.documentElement.lang = documentElement.lang;
        shown.body.replaceWith(shown.importNode(body, true));
        return shown.documentElement.scrollWidth;
      };
      return all.map((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        return {
          lang: parsed.documentElement.lang,
          title: parsed.title,
          words: [...parsed.querySelectorAll<HTMLElement>('[data-uploads]')].map(({ dataset }) =>
            Object.keys(JSON.parse(dataset['uploads'] ?? '') as object).join(),
          ),
          headings: parsed.querySelectorAll('h1').length,
          sources: [...parsed.querySelectorAll('link, script, style, img, iframe, object, embed, source')].map(
            (one) => one.getAttribute('href') ?? one.getAttribute('src') ?? one.outerHTML,
          ),
          tooWide: screens
            .map((width) => [width, show(width, parsed)] as const)
            .filter(([width, wide]) => wide > width)
            .map(([width, wide]) => `${String(wide)} px at ${String(width)}`),
          structure: structureOf(parsed.documentElement),
        };
      });
    },
    [htmls, worded, drawn, widths] as const,
  );

const print = (page: Page, htmls: readonly string[]): Promise<readonly Print[]> =>
  page.evaluate(
    ([all, width]) => {
      const shown = document.querySelector('iframe')?.contentDocument;
      if (!shown) throw new Error('No sheet');
      const isThere = (one: Element): boolean => one.getBoundingClientRect().height > 0;
      return all.map((html) => {
        const { documentElement, body } = new DOMParser().parseFromString(html, 'text/html');
        shown.documentElement.className = documentElement.className;
        shown.documentElement.lang = documentElement.lang;
        shown.body.replaceWith(shown.importNode(body, true));
        const wide = shown.documentElement.scrollWidth;
        return {
          tooWide: wide > width ? [`${String(wide)} px on paper`] : [],
          useless: [...shown.querySelectorAll('nav, form, .no-print')].filter(isThere).length,
          heading: [...shown.querySelectorAll('h1')].every(isThere),
        };
      });
    },
    [htmls, sheetWidth] as const,
  );

/** The page itself, but for its scripts, which have done what is in its HTML. */
const become = (page: Page, html: string, style: string): Promise<void> =>
  page.evaluate(
    ([text, css]) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html');
      const sheet = document.createElement('style');
      sheet.textContent = css;
      for (const loaded of parsed.head.querySelectorAll('link, script, style')) loaded.remove();
      parsed.head.append(sheet);
      document.documentElement.replaceWith(document.importNode(parsed.documentElement, true));
    },
    [html, style] as const,
  );

/** @param style the site's CSS, which every page has */
export async function openBench(browser: Screens, site: string, style: string): Promise<Bench> {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 } });
  // No verdict hangs on speed.
  context.setDefaultTimeout(hangMs);
  const address = `${site}/bench`;
  const screens = await openFrames(context, address, style, widths);
  // Another page: several look at screens and sheets at once.
  const sheet = await openFrames(context, address, style, [sheetWidth]);
  await sheet.emulateMedia({ media: 'print' });
  const looked = await openFrames(context, address, style, []);
  await looked.setViewportSize({ width: widths[0], height: 800 });
  await prepareAxe(looked);
  let last: Promise<unknown> = Promise.resolve();
  return {
    see: (htmls) => see(screens, htmls),
    print: (htmls) => print(sheet, htmls),
    violations: (html) => {
      const found = last.then(async () => {
        await become(looked, html, style);
        return violationsOf(looked);
      });
      last = found.catch(() => undefined);
      return found;
    },
    close: () => context.close(),
  };
}
