import type { JSX } from 'preact';
import type { Problem } from '#core/api/views.ts';
import { fill } from '#core/texts/index.ts';
import { Button, Form } from './components/form.tsx';
import { formTokenField, type Frame } from './frame.ts';
import { Layout } from './layout.tsx';

/** Problems with a link that another one helps against. */
const needsLink = /:link-(?:unknown|replaced)$/;

/** Words that somebody wrote, not the choices and numbers of a form. */
const isWords = ([name, value]: readonly [string, string]): boolean =>
  name !== formTokenField && /\s/.test(value.trim());

const linkDied = /:link-/;

const TypedWords = ({ fields }: { readonly fields: Iterable<readonly [string, string]> }): JSX.Element => (
  <>
    {[...fields].filter(isWords).map(([, value], at) => (
      <div key={at} class="govuk-inset-text said">
        {value}
      </div>
    ))}
  </>
);

/** The page of the project (or the assignment) that a page lies below. */
function projectOf(here: string): string | undefined {
  const [found] = /^\/(?:l|office\/projects)\/[^/?#]+(?=[/?#])/.exec(here) ?? [];
  return found;
}

/** All that a form brought, buttons too, but the proof of the session: that is made anew. */
const SentFields = ({ fields }: { readonly fields: Iterable<readonly [string, string]> }): JSX.Element => (
  <>
    {[...fields]
      .filter(([name]) => name !== formTokenField)
      .map(([name, value], at) => (
        <input key={at} type="hidden" name={name} value={value} />
      ))}
  </>
);

/**
 * An investor can have another link sent; a party has to ask the office. @param typed its words are there to be copied
 * @param isResendable where sending it again as it is may help
 */
export function problemPage(
  frame: Frame,
  { type, title, detail, reference, status }: Pick<Problem, 'type' | 'title' | 'detail' | 'reference' | 'status'>,
  {
    typed,
    isResendable = false,
  }: { readonly typed?: URLSearchParams | undefined; readonly isResendable?: boolean } = {},
): JSX.Element {
  const { words, here } = frame;
  const isParty = here.startsWith('/l/a.');
  const project = linkDied.test(type) ? undefined : projectOf(here);
  return (
    <Layout frame={frame} title={title} failed>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{detail}</p>
      {typed && [...typed].some(isWords) && (
        <>
          <h2 class="govuk-heading-m">{words.typed}</h2>
          <TypedWords fields={typed} />
        </>
      )}
      {typed && isResendable && (
        <Form frame={frame}>
          <SentFields fields={typed} />
          <Button>{words.send}</Button>
        </Form>
      )}
      {needsLink.test(type) && !isParty && (
        <p class="govuk-body">
          <a class="govuk-link" href="/another-link">
            {words.anotherLink}
          </a>
        </p>
      )}
      {status >= 500 && <p class="govuk-body">{fill(words.reference, { reference })}</p>}
      {project !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={project}>
            {words.toProject}
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={frame.staff?.menu[0]?.href ?? '/'}>
          {words.toStart}
        </a>
      </p>
    </Layout>
  );
}

export function typedBeforePage(frame: Frame, fields: Iterable<readonly [string, string]>): JSX.Element {
  const { title, text } = frame.words.typedBefore;
  const all = [...fields];
  return (
    <Layout frame={frame} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{text}</p>
      <TypedWords fields={all} />
      <Form frame={frame}>
        <SentFields fields={all} />
        <Button>{frame.words.send}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={frame.here.split('?')[0] ?? '/'}>
          {frame.words.cancel}
        </a>
      </p>
    </Layout>
  );
}
