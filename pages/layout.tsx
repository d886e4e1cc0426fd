import type { ComponentChildren, JSX } from 'preact';
import { languages } from '#core/kernel/common.ts';
import { dialled } from '#core/kernel/phone.ts';
import { fill, languageNames, languageTags, textsOf } from '#core/texts/index.ts';
import { frameTexts } from '#core/texts/areas/frame.ts';
import names from './assets/names.json' with { type: 'json' };
import { formTokenField, type Frame } from './frame.ts';

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%230b3d47'/%3E%3Cpath d='M3 13 7 3h2l4 10' fill='none' stroke='%23e0a526' stroke-width='2'/%3E%3C/svg%3E";

interface LayoutProps {
  readonly frame: Frame;
  /** The page's own title: what stands in the tab before the site's name. The page brings its own h1. */
  readonly title: string;
  /** The page shows errors: the title says so first, for those who hear it. */
  readonly failed?: boolean;
  readonly back?: string | undefined;
  /** Lists and tables use the whole width; texts and forms two thirds; the desk all of a screen. */
  readonly wide?: boolean | 'screen';
  /** Nothing but the page itself: it hangs on a wall. */
  readonly bare?: boolean;
  /** For search engines: what the page is about, in a sentence or two. */
  readonly description?: string;
  readonly children: ComponentChildren;
}

/** Pages that search engines may show; all others stand behind a link, a sign-in or a step before them. */
export const isForEverybody = (here: string): boolean =>
  ['/', '/figures', '/open-data', '/plots', '/showcase'].includes(here.split('?')[0] ?? '') ||
  here.startsWith('/forums/');

export function Layout({
  frame,
  title,
  failed = false,
  back,
  wide = false,
  bare = false,
  description,
  children,
}: LayoutProps): JSX.Element {
  const { words, language } = frame;
  const full = `${failed ? `${words.errorPrefix}: ` : ''}${title} · ${words.siteName}`;
  return (
    <html lang={languageTags[language]} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{full}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b3d47" />
        {description !== undefined && <meta name="description" content={description} />}
        {!isForEverybody(frame.here) && <meta name="robots" content="noindex" />}
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href={`/assets/${names.style}`} />
        <script src={`/assets/${names.script}`} defer />
      </head>
      <body class={`govuk-template__body${wide === 'screen' ? ' screen' : ''}${bare ? ' on-wall' : ''}`}>
        <a href="#main" class="govuk-skip-link">
          {words.skip}
        </a>
        {!bare && <Header frame={frame} />}
        {!bare && <LanguageSwitch frame={frame} />}
        <div class="page">
          <div class="govuk-width-container">
            {back !== undefined && (
              <a href={back} class="govuk-back-link">
                {words.back}
              </a>
            )}
            <main class="govuk-main-wrapper" id="main" tabIndex={-1}>
              {wide ? (
                children
              ) : (
                <div class="govuk-grid-row">
                  <div class="govuk-grid-column-two-thirds">{children}</div>
                </div>
              )}
            </main>
          </div>
        </div>
        {!bare && <Footer frame={frame} />}
      </body>
    </html>
  );
}

function Header({ frame: { words, staff, here } }: { readonly frame: Frame }): JSX.Element {
  return (
    <header class="site-header">
      <div class="govuk-width-container site-header__row">
        <a class="site-header__name govuk-link" href={staff?.menu[0]?.href ?? '/'}>
          {words.siteName}
        </a>
        {staff && (
          <nav aria-label={words.menu}>
            <ul class="site-header__menu">
              {staff.menu.map(({ href, text }) => (
                <li key={href}>
                  <a class="govuk-link" href={href} {...(here.split('?')[0] === href && { 'aria-current': 'page' })}>
                    {text}
                  </a>
                </li>
              ))}
              <li>
                <form method="post" action="/sign-out">
                  <input type="hidden" name={formTokenField} value={staff.formToken} />
                  <button type="submit">{words.signOut}</button>
                </form>
              </li>
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

/** Links, not a select: they work without a script, and each says its language in its own words. */
function LanguageSwitch({ frame: { words, language, here } }: { readonly frame: Frame }): JSX.Element {
  const to = (one: string) => `${here}${here.includes('?') ? '&' : '?'}lang=${one}`;
  return (
    <nav class="languages" aria-label={words.languages}>
      <ul class="govuk-width-container">
        {languages.map((one) => (
          <li key={one}>
            {one === language ? (
              <span aria-current="true" lang={languageTags[one]}>
                {languageNames[one]}
              </span>
            ) : (
              <a
                class="govuk-link"
                href={to(one)}
                lang={languageTags[one]}
                hreflang={languageTags[one]}
                rel="alternate"
              >
                {languageNames[one]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Whom to turn to, where it is known: name, telephone, hours, mailbox, address. */
export function OfficeLines({
  language,
  office: { names, mailbox, language: own, phone, hours, address = {}, companion },
}: {
  readonly language: Frame['language'];
  readonly office: NonNullable<Frame['office']>;
}): JSX.Element {
  const { office: words } = textsOf(language);
  const where = address[language] ?? address[own] ?? Object.values(address)[0];
  return (
    <p>
      <strong>{fill(words.of, { zone: names[language] })}</strong>
      <br />
      {companion !== undefined && (
        <>
          {words.companion}: {companion}
          <br />
        </>
      )}
      {phone !== undefined && (
        <>
          {words.phone}:{' '}
          <a class="govuk-link" href={`tel:${dialled(phone) ?? phone}`}>
            {phone}
          </a>
          {hours !== undefined && `, ${fill(words.hours, { hours })}`}
          <br />
        </>
      )}
      <a class="govuk-link" href={`mailto:${mailbox}`}>
        {mailbox}
      </a>
      {where !== undefined && (
        <>
          <br />
          {where}
        </>
      )}
    </p>
  );
}

function Footer({ frame: { words, staff, office, language } }: { readonly frame: Frame }): JSX.Element {
  return (
    <footer class="site-footer">
      <div class="govuk-width-container">
        {office && <OfficeLines language={language} office={office} />}
        <p>{words.footer}</p>
        {staff && (
          <form method="post" action="/sign-out/everywhere">
            <input type="hidden" name={formTokenField} value={staff.formToken} />
            <button type="submit">{words.signOutEverywhere}</button>
          </form>
        )}
        {!staff && <p>{words.privacy}</p>}
        {!staff && (
          <p>
            <a class="govuk-link" href="/sign-in">
              {words.signIn}
            </a>
          </p>
        )}
      </div>
    </footer>
  );
}

export const frameOf = (language: Frame['language'], here: string, staff?: Frame['staff']): Frame => ({
  language,
  words: frameTexts(language),
  here,
  ...(staff && { staff }),
});
