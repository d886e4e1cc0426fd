import type { JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import { auditKinds } from '#core/people/audit.ts';
import type { Forum } from '#core/reference/reference.ts';
import { dateText } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { Notification, Table } from '../components/facts.tsx';
import type { Filled } from '../components/filled.ts';
import { Button } from '../components/form.tsx';
import { DateField } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { homeAddress, zonePageAddress } from './addresses.ts';
import { AdminForm } from './admin-form.tsx';
import { NameFields } from './zone-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: AdminZoneView;
}

/** The forums of a zone, the latest first. */
export function forumsPage({ frame, view: { zone }, done }: Props & { readonly done?: string | undefined }): JSX.Element {
  const { language } = frame;
  const { forums: words, parties: { name }, what } = adminTexts(language);
  const kind = auditKinds.find((one) => one === done);
  return (
    <Layout frame={frame} title={words.title} back={homeAddress} wide>
      {kind && <Notification frame={frame}>{what[kind]}</Notification>}
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{zone.names[language]}</span>{words.title}</h1>
      <p class="govuk-body">{words.text}</p>
      <Button href={zonePageAddress(zone.zoneId, '/forum')}>{words.add}</Button>
      <Table
        frame={frame} caption={words.title} captionHidden empty={words.none}
        columns={[{ text: name }, { text: words.firstDay }, { text: words.lastDay }]}
        rows={zone.forums.toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1)).map(({ forumId, names, firstDay, lastDay }) => [
          <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/forum', { forum: forumId })}>{names[language]}</a>, dateText(language, firstDay), dateText(language, lastDay),
        ])}
      />
    </Layout>
  );
}

/** A forum's names and days. */
export function forumPage({ frame, view: { zone }, form, forum }: Props & { readonly form: Filled; readonly forum?: Forum | undefined }): JSX.Element {
  const { language } = frame;
  const { forums: words } = adminTexts(language);
  const own = { frame, form };
  return (
    <AdminForm
      {...own} title={forum ? words.edit : words.add} caption={forum ? forum.names[language] : zone.names[language]} back={zonePageAddress(zone.zoneId, '/forums')}
      action={zonePageAddress(zone.zoneId, '/forum', { forum: forum?.forumId })} button={frame.words.save} {...(forum && { hidden: { version: form.text('version') } })}
    >
      <NameFields {...own} />
      <DateField {...own} name="firstDay" label={words.firstDay} />
      <DateField {...own} name="lastDay" label={words.lastDay} />
    </AdminForm>
  );
}
