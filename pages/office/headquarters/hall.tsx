import type { JSX } from 'preact';
import { matterText } from '#core/headquarters/agenda-text.ts';
import { instructedBefore } from '#core/headquarters/hall.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { headquartersTexts } from '#core/texts/areas/headquarters.ts';
import { Notification, Pagination, SummaryList } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { SheetForm } from '../../components/sheet.tsx';
import { Layout } from '../../layout.tsx';
import { headquartersAddress } from '../addresses.ts';
import { dueText, holderText, itemZone } from './item-text.ts';
import { Instructions } from './register.tsx';
import { hallOf, headquartersSheet, nameOf, type HeadquartersProps } from './sheet.ts';

/** What a meeting is held with: one matter a page, in large type, and what falls is recorded on it. */
export function hallPage(props: HeadquartersProps, form: FormState): JSX.Element {
  const { frame, view, done } = props;
  const { language } = frame;
  const words = headquartersTexts(language);
  const { items, at } = hallOf(props);
  const shown = items[at];
  const to = (place: number): string | undefined => {
    const item = items[place]?.key;
    return item === undefined ? undefined : headquartersAddress(view.name, 'hall', { item });
  };
  const holder = shown && holderText(props, shown.item);
  const zone = shown && itemZone(props, shown.item);
  const title = shown ? matterText(language, shown.item, holder ?? '') : words.nothing;
  return (
    <Layout
      frame={frame}
      title={`${title} · ${nameOf(props)}`}
      failed={form.errors.length > 0}
      back={headquartersAddress(view.name)}
      wide="screen"
      bare
    >
      {done && <Notification frame={frame}>{words.done[done]}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        {shown && (
          <span class="govuk-caption-l">
            {fill(words.hall.item, { at: numberText(language, at + 1), count: numberText(language, items.length) })}
            {' · '}
            {words.sections[shown.section]}
          </span>
        )}
        {title}
      </h1>
      <Pagination frame={frame} previous={to(at - 1)} next={to(at + 1)} words={words.hall} />
      {shown && (
        <div class="hall">
          <SummaryList
            frame={frame}
            facts={[
              ...(zone === undefined ? [] : [{ term: words.zone, value: zone }]),
              ...(shown.item.number === undefined
                ? []
                : [
                    {
                      term: words.project,
                      value: [shown.item.company, shown.item.number].filter((part) => part !== undefined).join(' · '),
                    },
                  ]),
              { term: words.holder, value: holder ?? '–' },
              { term: words.due, value: dueText(frame, shown.item) },
            ]}
          />
          <Instructions
            {...props}
            caption={words.hall.before}
            empty={words.hall.nothingBefore}
            some={instructedBefore(view.state?.instructions ?? [], shown.item)}
          />
        </div>
      )}
      <h2 class="govuk-heading-m">{words.record}</h2>
      <SheetForm sheet={headquartersSheet(props)} form={form} />
      <p class="govuk-body-l">
        <a class="govuk-link" href={headquartersAddress(view.name, 'protocol')}>
          {words.hall.finish}
        </a>
      </p>
    </Layout>
  );
}
